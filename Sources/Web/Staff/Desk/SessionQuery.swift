internal import Foundation
internal import Presentation
internal import Registration

/// Which sessions a list shows, how sorted, and which page of them: all of it in the address.
struct SessionQuery: Hashable, Sendable {
    enum Column: String, CaseIterable, Sendable {
        case time, title, venue, taken, waiting, status
    }

    enum Filling: String, CaseIterable, Sendable {
        case full, nearly, quiet, waiting
    }

    static let pageSize = 50
    static let longestSearch = 100

    var search = ""
    var status: DeskSession.Status?
    var theme: Theme?
    var venue: String?
    var filling: Filling?
    var sort = Column.time
    var isDescending = false
    /// Counted from 1.
    var page = 1

    init() {}

    /// Reads what a link or form says; what is unknown is left out.
    init(_ value: (String) -> String?) {
        search = String((value("q") ?? "").trimmingCharacters(in: .whitespaces).prefix(Self.longestSearch))
        status = value("status").flatMap(DeskSession.Status.init)
        theme = value("theme").flatMap(Theme.init)
        venue = value("venue").flatMap { $0.isEmpty ? nil : $0 }
        filling = value("filling").flatMap(Filling.init)
        sort = value("sort").flatMap(Column.init) ?? .time
        isDescending = value("order") == "desc"
        page = max(1, value("page").flatMap { Int($0) } ?? 1)
    }

    /// `?…` with what is not as usual, or nothing.
    var suffix: String {
        var parts: [(String, String)] = []
        if !search.isEmpty { parts.append(("q", search)) }
        if let status { parts.append(("status", status.rawValue)) }
        if let theme { parts.append(("theme", theme.rawValue)) }
        if let venue { parts.append(("venue", venue)) }
        if let filling { parts.append(("filling", filling.rawValue)) }
        if sort != .time { parts.append(("sort", sort.rawValue)) }
        if isDescending { parts.append(("order", "desc")) }
        if page > 1 { parts.append(("page", "\(page)")) }
        guard !parts.isEmpty else { return "" }
        return "?" + parts.map { "\($0.0)=\(PageAddress.segment($0.1))" }.joined(separator: "&")
    }

    var hasFilter: Bool { !search.isEmpty || status != nil || theme != nil || venue != nil || filling != nil }

    /// By a column, or the other way round where it is sorted by that already.
    func sorted(by column: Column) -> SessionQuery {
        var query = self
        query.isDescending = column == sort && !isDescending
        (query.sort, query.page) = (column, 1)
        return query
    }

    func at(page: Int) -> SessionQuery {
        var query = self
        query.page = page
        return query
    }

    // MARK: Finding

    /// All that match, in order.
    func find(_ sessions: [DeskSession], _ language: Language) -> [DeskSession] {
        let words = Self.fold(search).split(separator: " ")
        let found = sessions.filter { session in
            guard status.map({ $0 == session.status }) ?? true, theme.map({ $0 == session.facts.theme }) ?? true,
                venue.map({ $0 == session.facts.venue }) ?? true, filling.map({ $0.holds(session.tally) }) ?? true
            else { return false }
            guard !words.isEmpty else { return true }
            let facts = session.facts
            let text = Self.fold(
                [facts.title.french, facts.title.english, session.venueName, facts.room, facts.host, session.slug]
                    .joined(separator: " "))
            return words.allSatisfy { text.contains($0) }
        }
        let sorted = sort(found, language)
        return isDescending ? sorted.reversed() : sorted
    }

    /// They come in the order of the day, which stays where the column says nothing.
    private func sort(_ sessions: [DeskSession], _ language: Language) -> [DeskSession] {
        func by<Key: Comparable>(_ key: (DeskSession) -> Key) -> [DeskSession] {
            sessions.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
                .map(\.element)
        }
        return switch sort {
        case .time: sessions
        case .title: by { Self.fold($0.facts.title[language]) }
        case .venue: by { Self.fold("\($0.venueName) \($0.facts.room)") }
        case .taken: by { Double($0.tally.confirmed) / Double($0.tally.capacity) }
        case .waiting: by { $0.tally.waiting }
        case .status: by { DeskSession.Status.allCases.firstIndex(of: $0.status) ?? 0 }
        }
    }

    static func fold(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
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

/// Which venues, hosts or changes a list shows, how sorted, and which page of them.
struct PlaceQuery: Hashable, Sendable {
    enum Column: String, CaseIterable, Sendable {
        case usual, name, sessions, taken
    }

    var search = ""
    var sort = Column.usual
    var isDescending = false
    var page = 1

    init() {}

    init(_ value: (String) -> String?) {
        search = String(
            (value("q") ?? "").trimmingCharacters(in: .whitespaces).prefix(SessionQuery.longestSearch))
        sort = value("sort").flatMap(Column.init) ?? .usual
        isDescending = value("order") == "desc"
        page = max(1, value("page").flatMap { Int($0) } ?? 1)
    }

    var suffix: String {
        var parts: [(String, String)] = []
        if !search.isEmpty { parts.append(("q", search)) }
        if sort != .usual { parts.append(("sort", sort.rawValue)) }
        if isDescending { parts.append(("order", "desc")) }
        if page > 1 { parts.append(("page", "\(page)")) }
        guard !parts.isEmpty else { return "" }
        return "?" + parts.map { "\($0.0)=\(PageAddress.segment($0.1))" }.joined(separator: "&")
    }

    func sorted(by column: Column) -> PlaceQuery {
        var query = self
        query.isDescending = column == sort && !isDescending
        (query.sort, query.page) = (column, 1)
        return query
    }

    func at(page: Int) -> PlaceQuery {
        var query = self
        query.page = page
        return query
    }

    /// - Parameters:
    ///   - text: What is searched, and sorted by as a name.
    ///   - sessions: How many, which it is sorted by.
    ///   - taken: Places, as the sessions.
    func find<Place>(
        _ places: [Place], text: (Place) -> String, sessions: (Place) -> Int = { _ in 0 },
        taken: (Place) -> Int = { _ in 0 }
    ) -> [Place] {
        let words = SessionQuery.fold(search).split(separator: " ")
        let found = places.filter { place in
            let text = SessionQuery.fold(text(place))
            return words.allSatisfy { text.contains($0) }
        }
        func by<Key: Comparable>(_ key: (Place) -> Key) -> [Place] {
            found.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
        }
        let sorted =
            switch sort {
            case .usual: found
            case .name: by { SessionQuery.fold(text($0)) }
            case .sessions: by { sessions($0) }
            case .taken: by { taken($0) }
            }
        return isDescending ? sorted.reversed() : sorted
    }
}
