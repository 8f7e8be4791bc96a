import Foundation
import Presentation
import Registration
import RegistrationStore

/// What a door says of one scan: a word, an icon and a colour of its own, and what to do now.
struct DoorOutcomeView: Sendable {
    /// The outcome's code, which is its colour and its icon.
    let kind: String
    let icon: String
    let word: String
    let name: String?
    let lines: [String]
    let toDo: [String]
    let hasToDo: Bool
    /// Buttons that go on from here, all in one form.
    let next: DoorForm?

    /// - Parameter alternatives: Where to send those for whom there is no room.
    init(
        _ answer: CheckIn.Answer, to request: CheckIn.Request, at door: DoorVisit, alternatives: DoorAlternatives? = nil
    ) {
        let phrases = DoorPhrases(door.visit.language)
        kind = answer.outcome.rawValue
        icon = answer.outcome.icon
        word = phrases.word(for: answer.outcome)
        name = answer.name
        lines =
            Self.lines(answer, at: door)
            + (answer.outcome.isForWantOfRoom ? alternatives?.lines(beside: door.session) ?? [] : [])
        toDo = [.checkedIn, .waiting].contains(answer.outcome) ? phrases.toDo(for: answer.needs) : []
        hasToDo = !toDo.isEmpty
        next = Self.next(answer, to: request, at: door)
    }

    /// A ticket that belongs to a door which is not this visitor's.
    init(elsewhere session: Session, moments: Moments) {
        kind = CheckIn.Outcome.wrongSession.rawValue
        icon = CheckIn.Outcome.wrongSession.icon
        word = DoorPhrases(moments.language).word(for: .wrongSession)
        name = nil
        lines = Self.whereabouts(of: session, moments: moments)
        (toDo, hasToDo, next) = ([], false, nil)
    }

    private static func lines(_ answer: CheckIn.Answer, at door: DoorVisit) -> [String] {
        let texts = Texts.all.doorOutcome
        let language = door.visit.language
        var lines: [String] = []
        if let places = answer.places, let inside = answer.inside {
            lines.append(
                texts.part[language].filled(["inside": language.number(inside), "places": language.number(places)]))
        }
        switch answer.outcome {
        case .checkedIn:
            if answer.beyond ?? 0 > 0 { lines.append(texts.beyond[language]) }
        case .givenAway:
            let left = answer.roomLeft ?? 0
            let text = left > 0 ? texts.givenAwaySome : texts.givenAwayAll
            lines.append(
                text[language].filled([
                    "time": door.moments.time(door.session.claimsEnd), "count": language.number(left),
                ]))
        case .alreadyIn:
            if let since = answer.lastInAt {
                let text = answer.isOwn == true ? texts.since : texts.sinceElsewhere
                lines.append(text[language].filled(["time": door.moments.time(since)]))
            }
        case .wrongSession, .wrongDay:
            if let other = door.programme.sessions.first(where: { $0.id == answer.session }) {
                lines += whereabouts(of: other, moments: door.moments)
            }
        case .waiting, .full:
            if let remaining = answer.remaining {
                lines.append(texts.free[language].filled(["remaining": language.number(remaining)]))
            }
        default: break
        }
        return lines
    }

    private static func whereabouts(of session: Session, moments: Moments) -> [String] {
        [
            session.title.typeset[moments.language],
            SessionView.capitalized(moments.day(session.startsAt)) + ", "
                + moments.times(session.startsAt, session.endsAt),
            session.room + " – " + session.venue.name,
        ]
    }

    private static func next(_ answer: CheckIn.Answer, to request: CheckIn.Request, at door: DoorVisit) -> DoorForm? {
        let texts = Texts.all.door
        let language = door.visit.language
        switch answer.outcome {
        case .checkedIn, .checkedOut:
            return DoorForm(
                ticket: "", undoes: request.requestKey.text,
                buttons: [.init(deed: DoorDeed(direction: .undo, people: nil), label: texts.undo[language])])
        case .waiting:
            guard let reference = answer.reference, let places = answer.places, answer.remaining ?? 0 >= places else {
                return nil
            }
            return DoorForm(
                ticket: reference.description,
                buttons: [
                    .init(
                        deed: DoorDeed(direction: .arrival, isWalkIn: true, people: places),
                        label: texts.asWalkIn[language])
                ])
        case .givenAway:
            // A part of a group, where the room can take that.
            guard let reference = answer.reference, let left = answer.roomLeft, left > 0 else { return nil }
            return DoorForm(
                ticket: reference.description,
                buttons: [
                    .init(
                        deed: DoorDeed(direction: .arrival, people: left),
                        label: "\(texts.letIn[language]) · \(DoorPhrases(language).people(left))")
                ])
        default: return nil
        }
    }
}

extension CheckIn.Outcome {
    /// The name of its drawing in `door-icons`.
    var icon: String {
        switch self {
        case .checkedIn: "check"
        case .checkedOut: "leave"
        case .undone: "back"
        case .nothingToUndo: "nothing"
        case .alreadyIn: "twice"
        case .notInside: "nobody"
        case .tooMany: "crowd"
        case .wrongSession: "elsewhere"
        case .unknownSession: "barred"
        case .wrongDay: "calendar"
        case .cancelled: "cross"
        case .sessionCancelled: "called-off"
        case .waiting: "clock"
        case .full: "stop"
        case .givenAway: "late"
        case .unknown: "question"
        case .keyReused: "again"
        }
    }
}

/// One form at a door: who it is about, and its buttons.
struct DoorForm: Sendable {
    struct Button: Sendable {
        let value: String
        let label: String
        let isQuiet: Bool

        init(deed: DoorDeed, label: String, isQuiet: Bool = false) {
            value = deed.text
            self.label = label
            self.isQuiet = isQuiet
        }
    }

    let ticket: String
    var undoes: String?
    /// Of its own, so that a form sent twice counts once.
    let requestKey = RequestKey.random().text
    let buttons: [Button]
}
