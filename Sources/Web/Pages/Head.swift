import Registration

/// What the layout needs to know of one page.
struct Head: Sendable {
    let title: String
    let description: String
    /// Whether search engines may keep it: pages about a person or an error are not theirs.
    let isIndexed: Bool
    let canonical: String
    let french: String
    let english: String
    let isHome: Bool
    let isProgramme: Bool
    let switchPath: String
    /// Structured data as JSON-LD, made for a `script` element.
    let data: String?
    let hasNotices: Bool
    /// The organiser's, about what the page shows.
    let notices: [String]

    /// - Parameter address: The page itself, or the nearest that can be asked for again: where the language switch leads.
    init(
        _ language: Language, title: String, description: String, address: PageAddress, isIndexed: Bool,
        notices: [String] = [], publicURL: String, data: String? = nil
    ) {
        self.title = title
        self.description = description
        self.isIndexed = isIndexed
        canonical = publicURL + address.path(language)
        french = publicURL + address.path(.french)
        english = publicURL + address.path(.english)
        isHome = isIndexed && address == .home
        isProgramme = isIndexed && address == .programme
        switchPath = address.path(language.other)
        self.data = data
        self.notices = notices
        hasNotices = !notices.isEmpty
    }
}
