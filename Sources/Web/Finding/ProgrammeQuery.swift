import Registration

/// What part of the programme is asked for and how it is shown: the query of the programme's address.
struct ProgrammeQuery: Hashable, Sendable {
    var filter: ProgrammeFilter
    var view: View
    /// From 1.
    var page: Int

    enum View: String, CaseIterable, Sendable {
        case list, timetable, map
    }

    init(_ filter: ProgrammeFilter = .none, view: View = .list, page: Int = 1) {
        self.filter = filter
        self.view = view
        self.page = page
    }

    /// Whether this is the whole programme as a list, whose address has no query.
    var isPlain: Bool { self == ProgrammeQuery() }

    /// The same criteria, otherwise.
    func with(_ filter: ProgrammeFilter) -> ProgrammeQuery { ProgrammeQuery(filter, view: view) }

    func with(_ view: View) -> ProgrammeQuery { ProgrammeQuery(filter, view: view) }

    func with(page: Int) -> ProgrammeQuery { ProgrammeQuery(filter, view: view, page: page) }

    /// Reads a query; what is not known is left out.
    ///
    /// - Returns: also whether `text` would write the same fields in the same order.
    static func read(_ text: String) -> (query: ProgrammeQuery, isCanonical: Bool) {
        let fields = QueryText.fields(of: text)
        var words = ""
        var choices: Set<Choice> = []
        var query = ProgrammeQuery()
        for (name, value) in fields {
            switch name {
            case "q": words = value
            case "view": query.view = View(rawValue: value) ?? .list
            case "page": query.page = Int(value).flatMap { (1...9999).contains($0) ? $0 : nil } ?? 1
            default:
                if let choice = Facet(rawValue: name).flatMap({ Choice($0, code: value) }) { choices.insert(choice) }
            }
        }
        query.filter = ProgrammeFilter(words: words, choices: choices)
        return (query, fields.elementsEqual(query.fields, by: ==))
    }

    /// The query in its one order: words, choices, view, page.
    var text: String { QueryText.of(fields) }

    private var fields: [(String, String)] {
        var fields: [(String, String)] = filter.words.isEmpty ? [] : [("q", filter.words)]
        fields += filter.ordered.map { ($0.facet.rawValue, $0.code) }
        if view != .list { fields.append(("view", view.rawValue)) }
        if page > 1 { fields.append(("page", String(page))) }
        return fields
    }
}
