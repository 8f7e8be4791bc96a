internal import Foundation

/// What part of a list is looked at: what was searched, by what it is sorted, which page. All of it stands in the address, so that
/// links, a reload and the way back keep it.
protocol ListQuery: Hashable, Sendable {
    /// What it can be sorted by, as the address names it.
    associatedtype Column: RawRepresentable<String>, Hashable, Sendable

    /// The order where the address names none.
    static var usual: Column { get }

    var search: String { get set }
    var sort: Column { get set }
    var isDescending: Bool { get set }
    /// From 1.
    var page: Int { get set }
    /// What else narrows it down, as the address has it.
    var filters: [(String, String?)] { get }
}

extension ListQuery {
    /// Reads what a link or form says; what is unknown is left out.
    mutating func read(_ value: (String) -> String?) {
        search = String((value("q") ?? "").trimmingCharacters(in: .whitespaces).prefix(100))
        sort = value("sort").flatMap(Column.init) ?? Self.usual
        isDescending = value("order") == "desc"
        page = StaffPager.number(value("page"))
    }

    /// `?…` with what is not as usual, or nothing.
    var suffix: String {
        QueryText.suffix(
            [("q", search.isEmpty ? nil : search)] + filters + [
                ("sort", sort == Self.usual ? nil : sort.rawValue), ("order", isDescending ? "desc" : nil),
                ("page", page > 1 ? String(page) : nil),
            ])
    }

    /// Whether it is not the whole list.
    var isNarrowed: Bool { !search.isEmpty || filters.contains { $0.1 != nil } }

    /// By a column, or the other way round where it is sorted by that already.
    func sorted(by column: Column) -> Self {
        var query = self
        query.isDescending = column == sort && !isDescending
        (query.sort, query.page) = (column, 1)
        return query
    }

    func at(page: Int) -> Self {
        var query = self
        query.page = page
        return query
    }

    /// The items in whose text each word of the search stands, whatever the case and accents.
    func searched<Item>(_ items: [Item], in text: (Item) -> String) -> [Item] {
        let words = Self.folded(search).split(separator: " ")
        guard !words.isEmpty else { return items }
        return items.filter { item in
            let text = Self.folded(text(item))
            return words.allSatisfy { text.contains($0) }
        }
    }

    /// In the order of a key, and as they came where it says nothing.
    static func ordered<Item, Key: Comparable>(_ items: [Item], by key: (Item) -> Key) -> [Item] {
        items.map { (key($0), $0) }.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element.1)
    }

    static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    }
}
