import Presentation
import Registration

/// What the layout needs to know of a page.
struct Head: Sendable {
    let language: String
    let title: String
    let description: String
    /// Whether search engines may keep it: pages about a person or an error are not theirs.
    let isIndexed: Bool
    let canonical: String
    let french: String
    let english: String
    let isHome: Bool
    let isProgramme: Bool
    let home: String
    let programme: String
    let lostTicket: String
    let mySignUps: String
    let privacy: String
    let accessibility: String
    let otherLanguage: String
    let otherLanguageName: String
    let switchPath: String
    let styleSheet: String
    let script: String
    let icon: String
    /// What the organiser has to say on every page.
    let controller: String
    let officer: String
    let erasure: String?
    let conformity: String
    let openData: String
    /// What is shown where a link to the page is shared (ogp.me).
    let locale: String
    let otherLocale: String
    let image: String
    let feed: String
    let calendar: String
    /// Structured data as JSON-LD, made for a `script` element.
    let data: String?
    let hasNotices: Bool
    /// The organiser's, about what the page shows.
    let notices: [String]

    /// - Parameter address: The page itself, or the nearest that can be asked for again: where the language switch leads.
    init(
        _ language: Language, title: String, description: String, address: PageAddress, isIndexed: Bool,
        notices: [String] = [], publicURL: String, assets: Assets, edition: Edition?, data: String? = nil
    ) {
        self.language = language.rawValue
        self.title = title
        self.description = description
        self.isIndexed = isIndexed
        canonical = publicURL + address.path(language)
        french = publicURL + address.path(.french)
        english = publicURL + address.path(.english)
        isHome = isIndexed && address == .home
        isProgramme = isIndexed && address == .programme
        home = PageAddress.home.path(language)
        programme = PageAddress.programme.path(language)
        lostTicket = PageAddress.lostTicket.path(language)
        mySignUps = PageAddress.mySignUps.path(language)
        privacy = PageAddress.privacy.path(language)
        accessibility = PageAddress.accessibility.path(language)
        otherLanguage = language.other.rawValue
        otherLanguageName = language.other.ownName
        switchPath = address.path(language.other)
        styleSheet = assets.styleSheet.path
        script = assets.script.path
        icon = assets.icon.path
        let duties = DutyPhrases(language, edition: edition)
        (controller, officer, erasure) = (duties.controller, duties.officer, duties.erasure)
        conformity = duties.conformity
        openData = PageAddress.openData.path(language)
        (locale, otherLocale) = (Self.locale(language), Self.locale(language.other))
        image = publicURL + assets.picture.path
        feed = "/programme.atom?lang=\(language.rawValue)"
        calendar = "/programme.ics?lang=\(language.rawValue)"
        self.data = data
        self.notices = notices
        hasNotices = !notices.isEmpty
    }

    private static func locale(_ language: Language) -> String { language == .french ? "fr_FR" : "en_GB" }
}
