/// The form that searches a list and keeps its order.
struct StaffSearch: Sendable {
    /// What is searched.
    let label: String
    /// Of the list as a whole.
    let path: String
    let search: String
    let hint: String?
    let filters: [DeskField]
    let sort: String
    let order: String
    let isNarrowed: Bool

    init(_ query: some ListQuery, label: String, path: String, hint: String? = nil, filters: [DeskField] = []) {
        (self.label, self.path, self.hint, self.filters) = (label, path, hint, filters)
        search = query.search
        (sort, order) = (query.sort.rawValue, query.isDescending ? "desc" : "asc")
        isNarrowed = query.isNarrowed
    }
}
