import Presentation
import Registration

/// Part of the programme: what was asked for, how much was found, and what was found.
struct FoundView: Sendable {
    let panel: String
    let views: [ViewLink]
    let heading: String
    let hasCriteria: Bool
    let criteria: [Criterion]
    let whole: String
    /// There is nothing yet that could be found.
    let isUnprepared: Bool
    /// Where nothing was found.
    let rescue: Rescue?
    let content: Content
    let pager: Pager?

    /// A criterion, as a link that takes it away.
    struct Criterion: Sendable {
        let name: String
        let path: String
    }

    /// What would be found if a criterion were dropped, best first.
    struct Rescue: Sendable {
        let hasOffers: Bool
        let offers: [Criterion]
    }

    /// The found sessions as one of these.
    struct Content: Sendable {
        var list: String?
        var timetable: TimetableView?
        var map: MapView?
    }

    struct Pager: Sendable {
        let position: String
        let previous: String?
        let next: String?
    }

    init(
        _ query: ProgrammeQuery, finding: Finding, panel: String, content: Content, pages: Int, language: Language
    ) {
        let phrases = FindingPhrases(language)
        let count = finding.matches.count
        self.panel = panel
        views = ViewLink.all(for: query, language)
        let isAll = query.filter.isEmpty
        heading =
            isAll && count > 0
            ? SignUpPhrases(language).sessions(count) : isAll ? phrases.noneYet : phrases.found(count)
        criteria = Self.criteria(query, language)
        hasCriteria = !criteria.isEmpty
        whole = PageAddress.found(query.with(ProgrammeFilter.none)).path(language)
        isUnprepared = count == 0 && query.filter.isEmpty
        rescue = count == 0 && !isUnprepared ? Rescue(query, finding, language) : nil
        self.content = content
        pager = pages > 1 ? Pager(query, pages: pages, language) : nil
    }

    private static func criteria(_ query: ProgrammeQuery, _ language: Language) -> [Criterion] {
        let filter = query.filter
        let path = { (filter: ProgrammeFilter) in PageAddress.found(query.with(filter)).path(language) }
        let words =
            filter.words.isEmpty
            ? [] : [Criterion(name: FindingPhrases(language).quoted(filter.words), path: path(filter.withoutWords))]
        return words
            + filter.ordered.map { Criterion(name: $0.name(in: language), path: path(filter.without($0))) }
    }
}

extension FoundView.Rescue {
    init(_ query: ProgrammeQuery, _ finding: Finding, _ language: Language) {
        let filter = query.filter
        let phrases = FindingPhrases(language)
        var offers: [(count: Int, name: String, filter: ProgrammeFilter)] = []
        if let count = finding.withoutWords {
            offers.append((count, phrases.quoted(filter.words), filter.withoutWords))
        }
        for facet in filter.facets {
            let names = filter.ordered.filter { $0.facet == facet }.map { $0.name(in: language) }
            offers.append((finding.withoutFacet[facet] ?? 0, names.joined(separator: ", "), filter.without(facet)))
        }
        self.offers = offers.filter { $0.count > 0 }.sorted { $0.count > $1.count }.map { offer in
            FoundView.Criterion(
                name: phrases.without(offer.name, offer.count),
                path: PageAddress.found(query.with(offer.filter)).path(language))
        }
        hasOffers = !self.offers.isEmpty
    }
}

extension FoundView.Pager {
    init(_ query: ProgrammeQuery, pages: Int, _ language: Language) {
        let page = min(query.page, pages)
        let path = { (page: Int) in PageAddress.found(query.with(page: page)).path(language) + "#results" }
        position = language.page(page, of: pages)
        previous = page > 1 ? path(page - 1) : nil
        next = page < pages ? path(page + 1) : nil
    }
}
