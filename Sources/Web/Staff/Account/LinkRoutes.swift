internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Choosing a password by a mailed link, and having one mailed. The answer to asking never tells whether the address has an
/// account.
struct LinkRoutes: Sendable {
    let desk: StaffDesk
    let gate: FormGate

    func add(to staff: StaffRouter) {
        staff.anyone("/staff/links/:token", .get) { request, context in try await show(request, context) }
        staff.anyone("/staff/links/:token", .post) { request, context in try await take(request, context) }
        staff.anyone("/staff/forgotten", .get) { request, _ in askForLink(request) }
        staff.anyone("/staff/forgotten", .post) { request, context in try await mailLink(request, context) }
    }

    // MARK: Following a link

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let (link, token, account) = try await link(context) else { return over(request) }
        return form(link, token, account, Browser(request))
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(body: request)
        guard let (link, token, account) = try await link(context) else { return over(request) }
        let browser = Browser(request)
        if let objection = await gate.objection(to: fields, of: formName(link), from: browser, request, context) {
            let notice = NoticeView(FormReturn(objection), language: account.language)
            return form(link, token, account, browser, because: notice, status: objection.status)
        }
        switch NewPassword.read(fields, of: account.email, account.language) {
        case .failure(let rejected):
            return form(link, token, account, browser, rejected: rejected, status: .unprocessableContent)
        case .success(let password):
            let hash = try await PasswordDesk.shared.hash(password.text)
            guard try await desk.store.setPassword(hash, byLink: link.id) else { return over(request) }
            return .seeOther(StaffAddress.login(to: nil).path + "?chosen=yes")
                .setting(StaffCookie.language.field(account.language.rawValue))
        }
    }

    private func link(_ context: WebContext) async throws -> (StaffLink, token: String, LinkedAccount)? {
        guard let token = context.parameters.get("token"),
            let link = StaffLink(.account, token: token, key: desk.key),
            let account = try await desk.store.account(linkedBy: link.id)
        else { return nil }
        return (link, token, account)
    }

    private func formName(_ link: StaffLink) -> String { "account-link:\(link.id)" }

    private func form(
        _ link: StaffLink, _ token: String, _ account: LinkedAccount, _ browser: Browser,
        rejected: NewPassword.Rejected? = nil, because notice: NoticeView? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let (texts, language) = (Texts.all.ownAccount, account.language)
        let title = account.kind == .invitation ? texts.firstTitle : texts.changeTitle
        let view = GateView(
            notice: notice, title: title[language], lead: StaffPhrases(language).passwordOf(account.email),
            action: StaffAddress.link(token: token).path, formToken: gate.token(for: formName(link), browser),
            fields: NewPassword.inputs(language, rejected: rejected), submit: texts.choose[language])
        let html = desk.pages.staff(.staffLogin, language, title: view.title, at: .link(token: token), view)
        return browser.page(html, status: status, language)
    }

    private func over(_ request: Request) -> Response {
        let (texts, language) = (Texts.all.ownAccount, StaffDesk.language(request))
        let view = StaffMessageView(
            title: texts.linkOverTitle[language], lead: texts.linkOver[language],
            links: [.init(path: StaffAddress.forgotten.path, label: texts.forgottenTitle[language])])
        let html = desk.pages.staff(.staffMessage, language, title: view.title, at: .forgotten, view)
        return HTMLAnswer.response(html, status: .notFound, language: language)
    }

    // MARK: Asking for one

    private func askForLink(_ request: Request) -> Response {
        let (texts, language) = (Texts.all.ownAccount, StaffDesk.language(request))
        guard request.uri.queryParameters.get("sent") == nil else {
            let view = StaffMessageView(
                title: texts.sentTitle[language], lead: texts.sent[language],
                links: [.init(path: StaffAddress.login(to: nil).path, label: texts.backToLogin[language])])
            let html = desk.pages.staff(.staffMessage, language, title: view.title, at: .forgotten, view)
            return HTMLAnswer.response(html, language: language)
        }
        return askForm(Browser(request), language)
    }

    private func mailLink(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(body: request)
        let (browser, language) = (Browser(request), StaffDesk.language(request))
        if let objection = await gate.objection(to: fields, of: "forgotten", from: browser, request, context) {
            let notice = NoticeView(FormReturn(objection), language: language)
            return askForm(browser, language, because: notice, status: objection.status)
        }
        try await EvenTime.spend {
            try await desk.store.askForReset(fields["email"].trimmingCharacters(in: .whitespaces))
        }
        return .seeOther(StaffAddress.forgotten.path + "?sent=yes")
    }

    private func askForm(
        _ browser: Browser, _ language: Language, because notice: NoticeView? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let texts = Texts.all.ownAccount
        let view = GateView(
            notice: notice, title: texts.forgottenTitle[language], lead: texts.forgotten[language],
            action: StaffAddress.forgotten.path, formToken: gate.token(for: "forgotten", browser),
            fields: [
                .init(
                    name: "email", label: Texts.all.login.email[language], type: "email", autocomplete: "username",
                    inputMode: "email")
            ], submit: texts.send[language],
            other: [.init(path: StaffAddress.login(to: nil).path, label: texts.backToLogin[language])])
        let html = desk.pages.staff(.staffLogin, language, title: view.title, at: .forgotten, view)
        return browser.page(html, status: status, language)
    }
}
