import Presentation
import Registration

/// What the layout needs that is the same on every page of a language: made again only when the edition changes.
struct SiteView: Sendable {
    let language: String
    let home: String
    let programme: String
    let lostTicket: String
    let mySignUps: String
    let privacy: String
    let accessibility: String
    let openData: String
    let otherLanguage: String
    let otherLanguageName: String
    let styleSheet: String
    let script: String
    let icon: String
    /// What the organiser has to say on every page.
    let controller: String
    let officer: String
    let basis: String
    let erasure: String?
    let conformity: String
    /// What is shown where a link to a page is shared (ogp.me).
    let locale: String
    let otherLocale: String
    let image: String
    let feed: String
    let calendar: String

    init(_ language: Language, publicURL: String, assets: Assets, edition: Edition?) {
        self.language = language.rawValue
        home = PageAddress.home.path(language)
        programme = PageAddress.programme.path(language)
        lostTicket = PageAddress.lostTicket.path(language)
        mySignUps = PageAddress.mySignUps.path(language)
        privacy = PageAddress.privacy.path(language)
        accessibility = PageAddress.accessibility.path(language)
        openData = PageAddress.openData.path(language)
        otherLanguage = language.other.rawValue
        otherLanguageName = language.other.ownName
        styleSheet = assets.styleSheet.path
        script = assets.script.path
        icon = assets.icon.path
        let duties = DutyPhrases(language, edition: edition)
        (controller, officer) = (duties.controller, duties.officer)
        (basis, erasure) = (duties.basis, duties.erasure)
        conformity = duties.conformity
        (locale, otherLocale) = (Self.locale(language), Self.locale(language.other))
        image = publicURL + assets.picture.path
        feed = "/programme.atom?lang=\(language.rawValue)"
        calendar = "/programme.ics?lang=\(language.rawValue)"
    }

    private static func locale(_ language: Language) -> String { language == .french ? "fr_FR" : "en_GB" }
}
