internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Changing a session's capacity, within what its room holds: first what would come of it, then a yes.
struct CapacityRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        let path = "/staff/venues/:venue/sessions/:slug/capacity"
        staff.get(path, needs: .capacityChange) { _, context, visit in
            try await answer(try await session(context), visit)
        }
        staff.post(path, needs: .capacityChange) { fields, _, context, visit in
            try await take(fields, try await session(context), visit)
        }
    }

    private func session(_ context: WebContext) async throws -> Session {
        let programme = try await desk.store.programme.current().programme
        guard let session = context.parameters.get("slug").flatMap({ programme.session(slug: $0) }),
            session.venue.slug == context.parameters.get("venue"), !session.isCancelled
        else { throw Refusal.notFound }
        return session
    }

    private func take(_ fields: FormFields, _ session: Session, _ visit: StaffVisit) async throws -> Response {
        let typed = fields["capacity"].trimmingCharacters(in: .whitespaces)
        guard let capacity = Int(typed), (1...100_000).contains(capacity) else {
            return try await answer(session, visit, typed: typed, error: Texts.all.board.capacityWrong[visit.language])
        }
        let isSure = fields["sure"] == "yes"
        // Nobody more may lose their places than was shown.
        let shown = ShownEffect(moved: Int(fields["moved"]) ?? 0, clashes: 0)
        let terms = ChangeTerms(
            version: nil, excess: isSure ? Excess(rawValue: fields["excess"]) ?? .move : .move,
            shown: isSure ? shown : nil, isDryRun: !isSure)
        var effect = try await desk.store.change(session.id, .capacity(capacity), terms, actor: visit.actor)
        if isSure {
            if [.changed, .unchanged].contains(effect.outcome) {
                return .seeOther(
                    StaffAddress.board(venue: session.venue.slug).path + DoneView.query("capacity", nil))
            }
            // Something has changed meanwhile: what would come of it now is shown first.
            effect = try await desk.store.change(
                session.id, .capacity(capacity), ChangeTerms(version: nil, excess: .move, isDryRun: true),
                actor: visit.actor)
        }
        switch effect.outcome {
        case .changed, .unchanged:
            return try await answer(session, visit, typed: typed, preview: (capacity, effect))
        case .refused:
            let room = effect.problems.first { $0.code == .aboveRoom }.flatMap { Int($0.detail) }
            guard let room else { throw Refusal.notFound }
            return try await answer(session, visit, typed: typed, error: DoorPhrases(visit.language).aboveRoom(room))
        case .outdated, .moreAffected, .unknownSession: throw Refusal.notFound
        }
    }

    private func tally(of session: Session, _ visit: StaffVisit) async throws -> DoorTally? {
        try await desk.store.doors(of: session.venue.slug, for: visit.actor)[session.id]
    }

    private func answer(
        _ session: Session, _ visit: StaffVisit, typed: String? = nil, error: String? = nil,
        preview: (capacity: Int, effect: SessionEffect)? = nil
    ) async throws -> Response {
        let tally = try await tally(of: session, visit)
        let view = try CapacityView(
            session, tally: tally ?? DoorTally(roomCapacity: session.capacity, capacity: session.capacity),
            typed: typed, error: error, preview: preview, for: visit)
        let title = Texts.all.board.capacityTitle[visit.language]
        let html = desk.pages.staff(
            .capacity, visit, title: error == nil ? title : Texts.all.form.error[visit.language] + title,
            at: .capacity(venue: session.venue.slug, slug: session.slug), view)
        return StaffAnswer.page(html, visit, status: error == nil ? .ok : .unprocessableContent)
    }
}

/// The form of a session's capacity, or what a new one would do.
struct CapacityView: Sendable {
    struct Preview: Sendable {
        let heading: String
        let effects: [String]
        let choices: [EffectView.Choice]
        let hasChoices: Bool
        let piles: [LetterPileView]
        let hasPiles: Bool
        let capacity: Int
        /// What was shown, so that no more is done.
        let moved: Int
    }

    let session: String
    let place: String
    let taken: String
    let limit: String
    let action: String
    let back: String
    let typed: String
    let most: Int
    let error: String?
    let preview: Preview?

    init(
        _ session: Session, tally: DoorTally, typed: String?, error: String?,
        preview: (capacity: Int, effect: SessionEffect)?, for visit: StaffVisit
    ) throws {
        let language = visit.language
        let phrases = DoorPhrases(language)
        self.session = session.title.typeset[language]
        place = session.room + " – " + session.venue.name
        taken = phrases.taken(tally.confirmed)
        limit = phrases.aboveRoom(tally.roomCapacity)
        action = StaffAddress.capacity(venue: session.venue.slug, slug: session.slug).path
        back = StaffAddress.board(venue: session.venue.slug).path
        self.typed = typed ?? String(tally.capacity)
        most = tally.roomCapacity
        self.error = error
        self.preview = try preview.map { capacity, change in
            let words = DeskPhrases(language, in: .gmt)
            // What both choices do is in the words of the choice, as at the desk.
            let asks = change.moved > 0
            let people = asks ? [] : words.sentences(change)
            let choices = asks ? EffectView.Choice.excess(kept: tally.confirmed, moved: change.moved, words) : []
            let piles = try change.letters.map { try LetterPileView($0, language) }
            return Preview(
                heading: phrases.capacity(from: tally.capacity, to: capacity),
                effects: [phrases.taken(tally.confirmed)] + people, choices: choices, hasChoices: asks, piles: piles,
                hasPiles: !piles.isEmpty, capacity: capacity, moved: change.moved)
        }
    }
}
