internal import Presentation
internal import Registration

/// Which sessions a list shows, how sorted, and which page of them.
struct SessionQuery: ListQuery {
    enum Column: String, Sendable {
        case time, title, venue, taken, waiting, status
    }

    enum Filling: String, CaseIterable, Sendable {
        case full, nearly, quiet, waiting
    }

    static let usual = Column.time

    var search = ""
    var status: DeskSession.Status?
    var theme: Theme?
    var venue: String?
    var filling: Filling?
    var sort = Column.time
    var isDescending = false
    var page = 1

    init() {}

    init(_ value: (String) -> String?) {
        read(value)
        status = value("status").flatMap(DeskSession.Status.init)
        theme = value("theme").flatMap(Theme.init)
        venue = value("venue").flatMap { $0.isEmpty ? nil : $0 }
        filling = value("filling").flatMap(Filling.init)
    }

    var filters: [(String, String?)] {
        [
            ("status", status?.rawValue), ("theme", theme?.rawValue), ("venue", venue),
            ("filling", filling?.rawValue),
        ]
    }

    /// All that match, in order.
    func find(_ sessions: [DeskSession], _ language: Language) -> [DeskSession] {
        let filtered = sessions.filter { session in
            (status.map { $0 == session.status } ?? true) && (theme.map { $0 == session.facts.theme } ?? true)
                && (venue.map { $0 == session.facts.venue } ?? true)
                && (filling.map { $0.holds(session.tally) } ?? true)
        }
        let found = searched(filtered) { session in
            let facts = session.facts
            return [facts.title.french, facts.title.english, session.venueName, facts.room, facts.host, session.slug]
                .joined(separator: " ")
        }
        let sorted = sort(found, language)
        return isDescending ? sorted.reversed() : sorted
    }

    /// They come in the order of the day, which stays where the column says nothing.
    private func sort(_ sessions: [DeskSession], _ language: Language) -> [DeskSession] {
        switch sort {
        case .time: sessions
        case .title: Self.ordered(sessions) { Self.folded($0.facts.title[language]) }
        case .venue: Self.ordered(sessions) { Self.folded("\($0.venueName) \($0.facts.room)") }
        case .taken: Self.ordered(sessions) { Double($0.tally.confirmed) / Double($0.tally.capacity) }
        case .waiting: Self.ordered(sessions) { $0.tally.waiting }
        case .status: Self.ordered(sessions) { DeskSession.Status.allCases.firstIndex(of: $0.status) ?? 0 }
        }
    }
}

extension SessionQuery.Filling {
    func holds(_ tally: Tally) -> Bool {
        switch self {
        case .full: tally.placesLeft == 0
        case .nearly: tally.placesLeft > 0 && tally.placesLeft * 10 <= tally.capacity
        case .quiet: tally.confirmed * 4 < tally.capacity
        case .waiting: tally.waiting > 0
        }
    }

    var name: Localized {
        switch self {
        case .full: Texts.all.deskList.full
        case .nearly: Texts.all.deskList.nearly
        case .quiet: Texts.all.deskList.quiet
        case .waiting: Texts.all.deskList.waiting
        }
    }
}
