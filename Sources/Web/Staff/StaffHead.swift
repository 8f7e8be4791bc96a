internal import Presentation
internal import Registration

/// What the layout of the staff's pages needs to know.
struct StaffHead: Sendable {
    let title: String
    let home: String
    /// The bar on top, and below it the pages of the group that this one is in.
    let navigation: [StaffNavigation.Entry]
    let hasNavigation: Bool
    let group: StaffNavigation.Group?
    /// Of every form on the page.
    let formToken: String
    let who: String?
    let account: String
    let accountIsHere: Bool
    let logout: String
    let languagePath: String
    /// Where the language switch leads back to.
    let here: String
    /// Where whoever has no account gets the page in another language, but for which.
    let languageChoice: String
    let hasVisit: Bool
    let staffStyleSheet: String

    init(_ visit: StaffVisit?, title: String, at here: StaffAddress, assets: Assets) {
        self.title = title
        home = StaffAddress.home.path
        let bar = visit.map { StaffNavigation(for: $0, at: here) }
        navigation = bar?.entries ?? []
        hasNavigation = !navigation.isEmpty
        group = bar?.group
        formToken = visit?.formToken ?? ""
        who = visit.map { $0.login?.email ?? $0.door?.venue.name ?? "" }
        account = StaffAddress.account.path
        accountIsHere = [.account, .password, .factor, .logins].contains(here)
        logout = StaffAddress.logout.path
        languagePath = StaffAddress.language.path
        self.here = here.path
        languageChoice = here.path + (here.path.contains("?") ? "&" : "?") + "lang="
        hasVisit = visit != nil
        staffStyleSheet = assets.staffStyleSheet.path
    }
}

extension Pages {
    /// A page of the staff, for one visitor.
    ///
    /// - Parameters:
    ///   - title: Of the browser's tab.
    ///   - here: Which page it is, for the bar on top and the language switch.
    func staff(
        _ template: TemplateLibrary.Template, _ visit: StaffVisit, title: String, at here: StaffAddress,
        _ view: any Sendable
    ) -> String {
        let head = StaffHead(visit, title: title, at: here, assets: assets)
        return render(template, visit.language, head: head, view)
    }

    /// A page of the staff for whoever is not known yet.
    func staff(
        _ template: TemplateLibrary.Template, _ language: Language, title: String, at here: StaffAddress,
        _ view: any Sendable
    ) -> String {
        let head = StaffHead(nil, title: title, at: here, assets: assets)
        return render(template, language, head: head, view)
    }
}
