internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// One's own account: what it is, its password, and the browsers it is open in.
struct OwnAccountRoutes: Sendable {
    let desk: StaffDesk
    let attempts: LoginAttempts

    init(desk: StaffDesk, limitsAddresses: Bool) {
        self.desk = desk
        attempts = LoginAttempts(store: desk.store, key: desk.key, limitsAddresses: limitsAddresses)
    }

    func add(to staff: StaffRouter) {
        staff.get("/staff/account", needs: .account) { request, _, visit in try await show(request, visit) }
        staff.get("/staff/account/password", needs: .account) { _, _, visit in passwordForm(visit) }
        staff.post("/staff/account/password", needs: .account) { fields, _, context, visit in
            try await changePassword(fields, context, visit)
        }
        staff.get("/staff/account/logins", needs: .account) { request, _, visit in
            try await logins(request, visit)
        }
        staff.post("/staff/account/logins/:login/end", needs: .account) { _, _, context, visit in
            try await endLogin(context, visit)
        }
    }

    private func show(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        guard let login = visit.login else { throw Refusal.notAllowed }
        let left = login.hasFactor ? try await desk.store.recoveryCodesLeft(actor: visit.actor) : 0
        let done = request.uri.queryParameters.get("done").flatMap { OwnAccountView.Done(rawValue: String($0)) }
        let view = OwnAccountView(login, recoveryCodesLeft: left, done: done, visit.language)
        return StaffAnswer.page(
            desk.pages.staff(.staffOwnAccount, visit, title: view.title, at: .account, view), visit)
    }

    // MARK: Password

    private func changePassword(
        _ fields: FormFields, _ context: WebContext, _ visit: StaffVisit
    ) async throws -> Response {
        guard let login = visit.login else { throw Refusal.notAllowed }
        let texts = Texts.all.ownAccount
        let password: PlainPassword
        switch NewPassword.read(fields, of: login.email, visit.language) {
        case .failure(let rejected): return passwordForm(visit, rejected: rejected, status: .unprocessableContent)
        case .success(let chosen): password = chosen
        }
        switch try await attempts.begin("confirm \(login.account)", of: login.account, from: context.client) {
        case .refused(let seconds):
            let message = SignUpPhrases(visit.language).tryAgain(afterSeconds: seconds)
            return passwordForm(visit, wrong: message, status: .tooManyRequests, retryAfter: seconds)
        case .admitted(let attempt):
            let account = try await desk.store.loginAccount(login.email)
            guard try await PasswordDesk.shared.isRight(fields["present"], for: account?.password) else {
                try await desk.store.recordRefusedLogin(of: login.account, .proof)
                return passwordForm(
                    visit, wrong: texts.presentWrong[visit.language], status: .unprocessableContent)
            }
            try await attempts.end(attempt)
        }
        let hash = try await PasswordDesk.shared.hash(password.text)
        try await desk.store.setPassword(hash, keeping: login.id, actor: visit.actor)
        return try await desk.renewed(login, leadingTo: StaffAddress.account.path + "?done=password")
    }

    /// - Parameter wrong: What to say beside the present password.
    private func passwordForm(
        _ visit: StaffVisit, rejected: NewPassword.Rejected? = nil, wrong: String? = nil,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let (texts, language) = (Texts.all.ownAccount, visit.language)
        let present = GateView.Field(
            name: "present", label: texts.present[language], type: "password", autocomplete: "current-password",
            error: wrong, maximum: PlainPassword.longest)
        let view = GateView(
            title: texts.changeTitle[language], lead: texts.changeLead[language], action: StaffAddress.password.path,
            formToken: visit.formToken, fields: [present] + NewPassword.inputs(language, rejected: rejected),
            submit: texts.choose[language],
            other: [.init(path: StaffAddress.account.path, label: texts.back[language])])
        let html = desk.pages.staff(.staffLogin, visit, title: view.title, at: .password, view)
        return StaffAnswer.page(html, visit, status: status, retryAfter: retryAfter)
    }

    // MARK: Logins

    private func logins(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let open = try await desk.store.openLogins(actor: visit.actor)
        let view = LoginsView(
            open, own: visit.login?.id, isDone: request.uri.queryParameters.get("done") != nil,
            timeZone: desk.timeZone, visit.language)
        return StaffAnswer.page(desk.pages.staff(.staffLogins, visit, title: view.title, at: .logins, view), visit)
    }

    private func endLogin(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let id = context.parameters.get("login").flatMap({ UUID(uuidString: String($0)) }) else {
            throw Refusal.notFound
        }
        // One that has ended, or is somebody else's, is not in the list that this leads to.
        try await desk.store.endLogin(id, actor: visit.actor)
        return .seeOther(StaffAddress.logins.path + "?done=ended")
    }
}

extension StaffDesk {
    /// Leads on under a new cookie: what the login is worth has changed, so that one seen before must open nothing.
    func renewed(_ login: StaffLogin, leadingTo path: String) async throws -> Response {
        let secret = LoginSecret.random()
        guard try await store.renew(login.id, to: secret, actor: login.member.actor) else {
            return .seeOther(StaffAddress.login(to: nil).path)
        }
        return .seeOther(path).setting(StaffCookie.login.field(secret.text))
    }

    /// The edition's, in which the staff's pages tell times.
    var timeZone: TimeZone {
        store.programme.latest.programme.edition?.timeZone ?? Edition.usualTimeZone
    }
}
