internal import Presentation
internal import Registration

/// The head of a column by which a list can be sorted.
struct StaffColumn: Sendable {
    let label: String
    let path: String
    /// What `aria-sort` says; empty where it is not sorted by this.
    let order: String
    let isSorted: Bool
    let isNumber: Bool
    /// Left out on a phone.
    let isSecondary: Bool

    /// - Parameters:
    ///   - isUpsideDown: Whether the order that its query calls ascending has the greatest first.
    ///   - path: Of the list by another query.
    init<Query: ListQuery>(
        _ column: Query.Column, _ label: Localized, of query: Query, isNumber: Bool = false,
        isSecondary: Bool = false, isUpsideDown: Bool = false, _ language: Language, path: (Query) -> String
    ) {
        self.label = label[language]
        self.path = path(query.sorted(by: column))
        isSorted = query.sort == column
        order = isSorted ? (query.isDescending != isUpsideDown ? "descending" : "ascending") : ""
        self.isNumber = isNumber
        self.isSecondary = isSecondary
    }
}
