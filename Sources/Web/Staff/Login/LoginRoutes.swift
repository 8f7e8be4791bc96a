internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Logging in: an address and a password, then a code where the account has a second factor.
///
/// An unknown address, a disabled account and a wrong password are told apart neither by text nor by status nor by time.
struct LoginRoutes: Sendable {
    let desk: StaffDesk
    let gate: FormGate
    let attempts: LoginAttempts
    let codes: CodeCheck

    /// How long a code may take after the password was seen, in seconds.
    private static let patience: TimeInterval = 600

    init(desk: StaffDesk, gate: FormGate, limitsAddresses: Bool) {
        self.desk = desk
        self.gate = gate
        attempts = LoginAttempts(store: desk.store, key: desk.key, limitsAddresses: limitsAddresses)
        codes = CodeCheck(store: desk.store, key: desk.key)
    }

    func add(to staff: StaffRouter) {
        staff.anyone("/staff/login", .get) { request, context in try await show(request, context) }
        staff.anyone("/staff/login", .post) { request, context in try await take(request, context) }
        staff.anyone("/staff/login/code", .post) { request, context in try await takeCode(request, context) }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let next = request.uri.queryParameters.get("to").flatMap(StaffAddress.known)
        if try await desk.accountVisit(request) != nil { return .seeOther(next ?? StaffAddress.home.path) }
        let entry = LoginEntry(browser: Browser(request), language: StaffDesk.language(request), next: next)
        let isChosen = request.uri.queryParameters.get("chosen") != nil
        return desk.loginForm(
            entry, because: isChosen ? NoticeView(Texts.all.ownAccount.chosen[entry.language], nil) : nil)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(body: request)
        let entry = LoginEntry(request, fields)
        let email = fields["email"].trimmingCharacters(in: .whitespaces)
        if let objection = await gate.objection(to: fields, of: "login", from: entry.browser, request, context) {
            return desk.loginForm(
                entry, email: email, because: NoticeView(FormReturn(objection), language: entry.language),
                status: objection.status, retryAfter: objection.retryAfter)
        }
        let account = try await desk.store.loginAccount(email)
        let known = knownBrowser(request).flatMap { $0.account == account?.id ? $0 : nil }
        switch try await attempts.begin(known?.name ?? email, of: account?.id, from: context.client) {
        case .refused(let seconds): return tooMany(entry, email: email, seconds)
        case .admitted(let attempt):
            let isRight = try await PasswordDesk.shared.isRight(fields["password"], for: account?.password)
            guard isRight, let account else {
                try await desk.store.recordRefusedLogin(of: account?.id, .password)
                return wrong(entry, email: email)
            }
            try await attempts.end(attempt)
            try await renewHash(of: account, fields["password"])
            return account.hasFactor ? codeForm(account.id, entry) : try await open(account.id, entry, request)
        }
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(body: request)
        let entry = LoginEntry(request, fields)
        guard let account = UUID(uuidString: fields["account"]),
            await gate.objection(to: fields, of: Self.codeForm(account), from: entry.browser, request, context) == nil,
            case .valid(let age) = gate.tokens.verdict(
                on: fields["form_token"], form: Self.codeForm(account), cookie: entry.browser.knownCookie),
            age < Self.patience
        else {
            return desk.loginForm(
                entry, because: NoticeView(FormReturn.expired, language: entry.language), status: .forbidden)
        }
        let texts = Texts.all.login
        switch try await attempts.begin("code \(account)", of: account, from: context.client) {
        case .refused(let seconds): return tooMany(entry, email: "", seconds)
        case .admitted(let attempt):
            guard try await codes.isRight(fields["code"], of: account, now: Date()) else {
                try await desk.store.recordRefusedLogin(of: account, .code)
                return codeForm(account, entry, error: texts.wrongCode[entry.language])
            }
            try await attempts.end(attempt)
            return try await open(account, entry, request)
        }
    }

    /// A password that was hashed with other parameters than today's is hashed anew, while it is known.
    private func renewHash(of account: LoginAccount, _ password: String) async throws {
        guard let old = account.password, old.parameters != PasswordHash.present else { return }
        let new = try await PasswordDesk.shared.hash(password)
        try await desk.store.renewHash(of: account.id, from: old, to: new)
    }

    /// A new login under a new cookie, whatever the browser sent; the one that it had ends.
    private func open(_ account: UUID, _ entry: LoginEntry, _ request: Request) async throws -> Response {
        if let former = try await desk.accountVisit(request), let login = former.login {
            try await desk.store.endLogin(login.id, actor: former.actor)
        }
        let secret = LoginSecret.random()
        let browser = BrowserName(userAgent: request.headers[.userAgent]).text
        guard try await desk.store.openLogin(of: account, secret, browser: browser) else {
            return wrong(entry, email: "")
        }
        let answer =
            entry.held.flatMap { desk.heldForm($0, formToken: desk.formToken(of: secret.text), entry.language) }
            ?? .seeOther(entry.next ?? StaffAddress.home.path)
        return remember(account, request, answer.setting(StaffCookie.login.field(secret.text)))
    }

    private func knownBrowser(_ request: Request) -> KnownBrowser? {
        StaffCookie.known.value(in: request).flatMap { KnownBrowser($0, key: desk.key) }
    }

    private func remember(_ account: UUID, _ request: Request, _ answer: Response) -> Response {
        if knownBrowser(request)?.account == account { return answer }
        let text = KnownBrowser(of: account).text(key: desk.key)
        return answer.setting(StaffCookie.known.field(text, lifetime: KnownBrowser.lifetime))
    }

    // MARK: Pages

    private static func codeForm(_ account: UUID) -> String { "login-code:\(account)" }

    private func wrong(_ entry: LoginEntry, email: String) -> Response {
        let texts = Texts.all.login
        let notice = NoticeView(texts.wrongTitle[entry.language], texts.wrong[entry.language], kind: "bad")
        return desk.loginForm(entry, email: email, because: notice, status: .unprocessableContent)
    }

    private func tooMany(_ entry: LoginEntry, email: String, _ seconds: Int) -> Response {
        let notice = NoticeView(
            Texts.all.login.tooManyTitle[entry.language], SignUpPhrases(entry.language).tryAgain(afterSeconds: seconds),
            kind: "bad")
        return desk.loginForm(entry, email: email, because: notice, status: .tooManyRequests, retryAfter: seconds)
    }

    private func codeForm(_ account: UUID, _ entry: LoginEntry, error: String? = nil) -> Response {
        let (texts, language) = (Texts.all.login, entry.language)
        let view = GateView(
            title: texts.codeTitle[language], lead: texts.codeLead[language], action: StaffAddress.code.path,
            formToken: gate.token(for: Self.codeForm(account), entry.browser),
            hidden: entry.hidden + [.init(name: "account", value: account.uuidString)],
            fields: [
                .init(
                    name: "code", label: texts.code[language], type: "text", autocomplete: "one-time-code",
                    hint: texts.codeHint[language], error: error, maximum: 40)
            ], submit: texts.codeSubmit[language])
        let html = desk.pages.staff(
            .staffLogin, language, title: texts.codeTitle[language], at: .login(to: entry.next), view)
        return entry.browser.page(html, status: error == nil ? .ok : .unprocessableContent, language)
    }
}
