internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration

extension StaffDesk {
    /// The form for an address and a password.
    func loginForm(
        _ entry: LoginEntry, email: String = "", because notice: NoticeView? = nil, status: HTTPResponse.Status = .ok,
        retryAfter: Int? = nil
    ) -> Response {
        let (texts, language) = (Texts.all.login, entry.language)
        let view = GateView(
            notice: notice, title: texts.title[language], lead: texts.lead[language],
            action: StaffAddress.login(to: nil).path,
            formToken: FormToken(key: key).issue(form: "login", cookie: entry.browser.cookie),
            hidden: entry.hidden,
            fields: [
                .init(
                    name: "email", label: texts.email[language], type: "email", autocomplete: "username",
                    value: email, inputMode: "email"),
                .init(
                    name: "password", label: texts.password[language], type: "password",
                    autocomplete: "current-password", maximum: 1000),
            ], submit: texts.submit[language],
            other: [
                .init(path: StaffAddress.forgotten.path, label: Texts.all.ownAccount.forgottenTitle[language])
            ])
        let html = pages.staff(
            .staffLogin, language, title: texts.title[language], at: .login(to: entry.next), view)
        return entry.browser.page(html, status: status, language, retryAfter: retryAfter)
    }
}

/// Somebody on the way in.
struct LoginEntry: Sendable {
    let browser: Browser
    let language: Language
    /// Where they wanted to go.
    let next: String?
    /// What they had typed when their login had ended: a `HeldForm`, sealed.
    let held: String?

    init(browser: Browser, language: Language, next: String?, held: String? = nil) {
        self.browser = browser
        self.language = language
        self.next = next
        self.held = held
    }

    init(_ request: Request, _ fields: FormFields) {
        self.init(
            browser: Browser(request), language: StaffDesk.language(request), next: StaffAddress.known(fields["to"]),
            held: fields[HeldForm.name].isEmpty ? nil : fields[HeldForm.name])
    }

    var hidden: [GateView.Hidden] { GateView.Hidden.leading(to: next, holding: held) }
}
