internal import Presentation

/// The head of a column by which a list can be sorted.
struct DeskColumn: Sendable {
    let label: String
    let path: String
    /// What `aria-sort` says; empty where it is not sorted by this.
    let order: String
    let isSorted: Bool
    let isNumber: Bool
    /// Left out on a phone.
    let isSecondary: Bool

    init(
        _ label: String, path: String, isSorted: Bool, isDescending: Bool, isNumber: Bool = false,
        isSecondary: Bool = false
    ) {
        self.label = label
        self.path = path
        order = isSorted ? (isDescending ? "descending" : "ascending") : ""
        self.isSorted = isSorted
        self.isNumber = isNumber
        self.isSecondary = isSecondary
    }
}

/// The links to a list's other pages.
struct DeskPager: Sendable {
    let position: String
    let previous: String
    let hasPrevious: Bool
    let next: String
    let hasNext: Bool

    /// - Parameter path: Of a page, by its number.
    /// - Returns: `nil` where there is one page only.
    init?(_ page: Int, of count: Int, position: String, path: (Int) -> String) {
        guard count > 1 else { return nil }
        self.position = position
        (hasPrevious, hasNext) = (page > 1, page < count)
        previous = hasPrevious ? path(page - 1) : ""
        next = hasNext ? path(page + 1) : ""
    }
}

/// One page of a list that has been found and sorted.
struct DeskPage<Item> {
    let items: [Item]
    let number: Int
    let count: Int

    init(_ all: [Item], page: Int, size: Int = SessionQuery.pageSize) {
        count = max(1, (all.count + size - 1) / size)
        number = min(page, count)
        items = Array(all.dropFirst((number - 1) * size).prefix(size))
    }
}
