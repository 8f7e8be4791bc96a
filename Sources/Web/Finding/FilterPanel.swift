import Presentation
import Registration

/// The form that narrows the programme, with gaps for what was chosen and how many sessions each choice leaves: so that the
/// template is rendered once for a programme, and not for everybody who looks for something.
struct FilterPanel: Sendable {
    private let pieces: [Substring]
    private let options: [Choice]
    private let quick: [Choice]
    private let language: Language

    init(rendered: String, view: FilterPanelView, language: Language) {
        pieces = rendered.split(separator: "\0", omittingEmptySubsequences: false)
        options = view.facets.flatMap { $0.options.map(\.choice) }
        quick = view.quick.map(\.choice)
        self.language = language
    }

    func html(for query: ProgrammeQuery, _ finding: Finding) -> String {
        let filter = query.filter
        var html = ""
        html.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count } + 800)
        var rest = pieces[...]
        func fill(_ text: String) {
            html += text
            html += rest.popFirst() ?? ""
        }
        fill("")
        fill(HTMLText().escapeText(filter.words))
        fill(
            query.view == .list
                ? "" : "<input type=\"hidden\" name=\"view\" value=\"\(query.view.rawValue)\">")
        fill(
            filter.choices.isEmpty
                ? "" : " <small>\(FindingPhrases(language).criteria(filter.choices.count))</small>")
        for option in options {
            fill(filter.choices.contains(option) ? " checked" : "")
            fill(language.number(finding.count(of: option)))
        }
        for choice in quick {
            let isChosen = filter.choices.contains(choice)
            let changed = isChosen ? filter.without(choice) : filter.choosing(choice)
            fill(HTMLText().escapeText(PageAddress.found(query.with(changed)).path(language)))
            fill(isChosen ? " aria-current=\"true\"" : "")
            fill(language.number(finding.count(of: choice)))
        }
        return html
    }
}

/// What the template of the form needs; its gaps are filled in this order: words, view, how many choices were
/// made, then for each option whether it is chosen and its count, and for each shortcut where it leads, whether it is chosen
/// and its count.
struct FilterPanelView: Sendable {
    let action: String
    let facets: [FacetView]
    /// Links for what is asked most often.
    let quick: [Option]
    let cut = ProgrammePage.cut

    private static let asked: [Choice] =
        [.placesLeft] + TimeOfDay.allCases.map { .time($0) } + [.access(.wheelchair), .access(.signLanguage)]

    struct FacetView: Sendable {
        let name: String
        let code: String
        let options: [Option]
    }

    struct Option: Sendable {
        let choice: Choice
        let facet: String
        let code: String
        let name: String
        /// For the dot of its colour.
        let theme: String?
    }

    /// Choices that no session of the programme has are not offered.
    init(_ index: SessionIndex, finding: Finding, language: Language) {
        action = PageAddress.programme.path(language) + "#results"
        // Of many days the list below is the shorter way.
        let days = (2...4).contains(index.days.count) ? index.choices(of: .day) : []
        quick = (days + Self.asked).filter { $0 == .placesLeft || finding.count(of: $0) > 0 }.map {
            Option($0, language: language)
        }
        facets = Facet.allCases.compactMap { facet in
            let options = index.choices(of: facet).filter { $0 == .placesLeft || finding.count(of: $0) > 0 }
            guard options.count > 1 || facet == .places || facet == .access, !options.isEmpty else { return nil }
            return FacetView(
                name: facet.name[language], code: facet.rawValue,
                options: options.map { Option($0, language: language) })
        }
    }
}

extension FilterPanelView.Option {
    init(_ choice: Choice, language: Language) {
        self.choice = choice
        facet = choice.facet.rawValue
        code = choice.code
        name = choice.shortName(in: language)
        if case .theme(let theme) = choice { self.theme = theme.rawValue } else { theme = nil }
    }
}
