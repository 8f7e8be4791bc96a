import Foundation
import Presentation
import Registration

/// The page of one session's door.
struct DoorView: Sendable {
    let title: String
    let times: String
    let place: String
    let action: String
    let others: String
    let sheet: String
    let typed: String
    let requestKey: String
    let counts: DoorCountsView
    let outcome: DoorOutcomeView?
    let people: [DoorPersonView]
    let hasPeople: Bool
    let isNobody: Bool
    let walkIn: DoorForm
    // What the script needs.
    let slug: String
    let scripts: [String]
    let claimsEnd: Int
    let deletesAt: Int
    let timeZone: String
    let words: [Word]
    let needs: [Need]

    struct Word: Sendable {
        let outcome: String
        let icon: String
        let word: String
    }

    struct Need: Sendable {
        let kind: String
        let label: String
    }

    init(
        _ door: DoorVisit, tally: DoorTally, outcome: DoorOutcomeView?, found: [ExpectedSignUp]?, isSearch: Bool,
        typed: String, assets: Assets
    ) {
        let session = door.session
        let language = door.visit.language
        let phrases = DoorPhrases(language)
        title = session.title.typeset[language]
        times =
            SessionView.capitalized(door.moments.day(session.startsAt)) + ", "
            + door.moments.times(session.startsAt, session.endsAt)
        place = session.room + " – " + session.venue.name
        action = StaffAddress.doorSession(slug: session.slug).path
        others = StaffAddress.door.path
        sheet = StaffAddress.sheet(slug: session.slug).path
        self.typed = typed
        requestKey = RequestKey.random().text
        counts = DoorCountsView(tally, language: language)
        self.outcome = outcome
        people = (found ?? []).prefix(30).map { DoorPersonView($0, language: language) }
        hasPeople = !people.isEmpty
        isNobody = isSearch && people.isEmpty
        let texts = Texts.all.door
        walkIn = DoorForm(
            ticket: "",
            buttons: [
                .init(
                    deed: DoorDeed(direction: .arrival, isWalkIn: true, people: 1), label: texts.walkInMore[language]),
                .init(
                    deed: DoorDeed(direction: .departure, isWalkIn: true, people: 1), label: texts.walkInLess[language],
                    isQuiet: true),
            ])
        slug = session.slug
        scripts = assets.doorScripts.map(\.path)
        claimsEnd = Int(session.claimsEnd.timeIntervalSince1970)
        // When the day is over, and what was recorded can have been sent.
        deletesAt = Int(session.endsAt.addingTimeInterval(12 * 3600).timeIntervalSince1970)
        timeZone = door.programme.timeZone.identifier
        words = CheckIn.Outcome.allCases.map {
            Word(outcome: $0.rawValue, icon: $0.icon, word: phrases.word(for: $0))
        }
        needs = Needs.Kind.allCases.map { Need(kind: $0.rawValue, label: phrases.toDo(for: [$0])[0]) }
    }
}

/// The numbers above a door.
struct DoorCountsView: Sendable {
    let arrived: String
    let confirmed: String
    let inside: String
    let roomCapacity: String
    let remaining: String
    let walkIns: String
    let crowding: String
    let crowdingWord: String
    let near: String
    let atLimit: String

    init(_ tally: DoorTally, language: Language) {
        arrived = language.number(tally.arrived)
        confirmed = language.number(tally.confirmed)
        inside = language.number(tally.allInside)
        roomCapacity = language.number(tally.roomCapacity)
        remaining = language.number(tally.remaining)
        walkIns = language.number(tally.walkIns)
        crowding = tally.crowding.rawValue
        let phrases = DoorPhrases(language)
        crowdingWord = phrases.crowding(tally.crowding) ?? ""
        near = phrases.crowding(.near) ?? ""
        atLimit = phrases.crowding(.full) ?? ""
    }
}

/// One sign-up that was found in the list.
struct DoorPersonView: Sendable {
    let name: String
    let state: String
    let reference: String
    let toDo: [String]
    let hasToDo: Bool
    let form: DoorForm?

    init(_ person: ExpectedSignUp, language: Language) {
        let texts = Texts.all.doorOutcome
        let phrases = DoorPhrases(language)
        reference = person.reference.description
        name = person.name ?? reference
        toDo = phrases.toDo(for: person.needs)
        hasToDo = !toDo.isEmpty
        let places = texts.part[language].filled([
            "inside": language.number(person.inside), "places": language.number(person.places),
        ])
        switch person.status {
        case .confirmed: state = places
        case .waiting: state = texts.waiting[language] + " · " + places
        case .cancelled: state = texts.cancelled[language] + (person.inside > 0 ? " · " + places : "")
        }
        let buttons = Self.buttons(for: person, language: language)
        form = buttons.isEmpty ? nil : DoorForm(ticket: reference, buttons: buttons)
    }

    private static func buttons(for person: ExpectedSignUp, language: Language) -> [DoorForm.Button] {
        let texts = Texts.all.door
        let phrases = DoorPhrases(language)
        let isWalkIn = person.status == .waiting && !person.isWalkIn
        let left = person.places - person.inside
        var buttons: [DoorForm.Button] = []
        if person.status != .cancelled, left > 0 {
            buttons = (1...left).reversed().map { count in
                let many = phrases.people(count)
                let what = isWalkIn ? texts.asWalkIn : texts.letIn
                return .init(
                    deed: DoorDeed(direction: .arrival, isWalkIn: isWalkIn, people: count),
                    label: left == 1 ? what[language] : "\(texts.letIn[language]) · \(many)", isQuiet: count < left)
            }
        }
        if person.inside > 0 {
            let label =
                person.inside == 1 ? texts.letOut[language] : "\(texts.letOut[language]) · \(texts.one[language])"
            buttons.append(.init(deed: DoorDeed(direction: .departure, people: 1), label: label, isQuiet: true))
        }
        return buttons
    }
}

extension Session {
    /// Until when places are kept for those who have signed up (`app.claims_end`).
    var claimsEnd: Date { startsAt.addingTimeInterval(600) }
}
