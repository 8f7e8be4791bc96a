/// Which venues, hosts or changes a list shows, how sorted, and which page of them.
struct DeskQuery: ListQuery {
    enum Column: String, Sendable {
        case usual, name, sessions, taken
    }

    static let usual = Column.usual

    var search = ""
    var sort = Column.usual
    var isDescending = false
    var page = 1
    var filters: [(String, String?)] { [] }

    init() {}

    init(_ value: (String) -> String?) { read(value) }

    /// - Parameters:
    ///   - text: What is searched, and sorted by as a name.
    ///   - sessions: How many, which it is sorted by.
    ///   - taken: Places, as the sessions.
    func find<Item>(
        _ items: [Item], text: (Item) -> String, sessions: (Item) -> Int = { _ in 0 },
        taken: (Item) -> Int = { _ in 0 }
    ) -> [Item] {
        let found = searched(items, in: text)
        let sorted =
            switch sort {
            case .usual: found
            case .name: Self.ordered(found) { Self.folded(text($0)) }
            case .sessions: Self.ordered(found, by: sessions)
            case .taken: Self.ordered(found, by: taken)
            }
        return isDescending ? sorted.reversed() : sorted
    }
}
