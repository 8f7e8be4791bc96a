internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A venue in front of one organiser, or the form for a new one.
struct VenueWork: Sendable {
    let desk: StaffDesk
    let visit: StaffVisit
    /// `nil` for a new one.
    let venue: DeskVenue?

    /// A room's form that comes back.
    struct RoomAttempt: Sendable {
        /// `nil` of a new one.
        let id: DeskRoom.ID?
        let form: RoomForm
        /// That the form was filled in from; `nil`: as it is now.
        var version: Int?
        var problems: DeskProblems?
        var theirs: [RoomForm.Field: String] = [:]
    }

    init(_ desk: StaffDesk, _ visit: StaffVisit, venue: DeskVenue?) {
        self.desk = desk
        self.visit = visit
        self.venue = venue
    }

    /// - Throws: `Refusal.notFound` where the path names no venue.
    init(_ desk: StaffDesk, _ context: WebContext, _ visit: StaffVisit) async throws {
        let slug = context.parameters.get("venue")
        let venues = try await desk.store.deskVenues(actor: visit.actor)
        guard let venue = venues.first(where: { $0.venue.slug == slug }) else { throw Refusal.notFound }
        self.init(desk, visit, venue: venue)
    }

    var address: DeskAddress { venue.map { .venue(slug: $0.venue.slug) } ?? .newVenue }

    /// - Parameters:
    ///   - form: as it was typed; `nil`: as it is.
    ///   - version: that the form was filled in from; `nil`: as it is now.
    ///   - conflict: What somebody else has saved meanwhile.
    func page(
        _ form: VenueForm? = nil, version: Int? = nil, problems: DeskProblems? = nil,
        conflict: PartConflict<VenueForm.Field>? = nil,
        room: RoomAttempt? = nil, notice: NoticeView? = nil, done: DoneView? = nil
    ) -> Response {
        let language = visit.language
        let form = form ?? venue.map { VenueForm($0.venue) } ?? VenueForm()
        let notice = notice ?? conflict?.notice ?? problems.map { NoticeView($0, language: language) }
        let view = DeskVenueView(
            venue, form, version: version, problems: problems, theirs: conflict?.theirs ?? [:], room: room,
            notice: notice, done: done,
            in: desk.timeZone, language)
        let wrong = problems ?? room?.problems
        let html = desk.pages.staff(
            .deskVenue, visit, title: wrong.titled(view.title, language), at: .desk(address), view)
        return StaffAnswer.page(
            html, visit, status: wrong != nil ? .unprocessableContent : notice != nil ? .conflict : .ok)
    }

    /// The effect on people, and the question.
    func ask(
        _ effect: PlaceEffect, hasGrown: Bool, action: DeskAddress, changes: [EffectView.Change],
        hidden: [GateView.Hidden], version: String
    ) throws -> Response {
        let (texts, language) = (Texts.all.desk, visit.language)
        let question = EffectView.Question(
            title: texts.effectTitle[language], action: action.path, submit: texts.yesAndWrite[language],
            hidden: hidden,
            hasForm: true)
        let notice =
            hasGrown ? NoticeView(texts.moreTitle[language], texts.moreBody[language], kind: "bad") : nil
        let view = try EffectView(
            effect, question, about: venue?.venue.name ?? "", back: address.path, changes: changes, notice: notice,
            version: version, language)
        let html = desk.pages.staff(
            .deskEffect, visit, title: "\(view.title) – \(view.about)", at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: hasGrown ? .conflict : .ok)
    }
}
