import Foundation
import Presentation
import Registration

/// A session's sign-in sheet, to be printed on A4: names, places, what there is to do, and a box to tick for each.
struct SheetView: Sendable {
    struct Line: Sendable {
        let name: String
        let places: String
        let boxes: [String]
        let toDo: String
        let code: String
    }

    let title: String
    let times: String
    let place: String
    let host: String
    let lines: [Line]
    let isEmpty: Bool
    let waiting: [Line]
    let hasWaiting: Bool
    /// To write down who came without a sign-up.
    let extra: [Int]
    let back: String

    init(_ people: [ExpectedSignUp], at door: DoorVisit) {
        let session = door.session
        let language = door.visit.language
        title = session.title.typeset[language]
        times =
            SessionView.capitalized(door.moments.day(session.startsAt)) + ", "
            + door.moments.times(session.startsAt, session.endsAt)
        place = session.room + " – " + session.venue.name
        host = session.host.name
        lines = people.filter { $0.status == .confirmed }.map { Line($0, language) }
        waiting = people.filter { $0.status == .waiting }.map { Line($0, language) }
        isEmpty = lines.isEmpty && waiting.isEmpty
        hasWaiting = !waiting.isEmpty
        extra = Array(1...5)
        back = StaffAddress.doorSession(slug: session.slug).path
    }
}

extension SheetView.Line {
    init(_ person: ExpectedSignUp, _ language: Language) {
        name = person.name ?? ""
        places = language.number(person.places)
        boxes = Array(repeating: "☐", count: person.places)
        toDo = DoorPhrases(language).toDo(for: person.needs).joined(separator: " ; ")
        code = person.reference.description
    }
}
