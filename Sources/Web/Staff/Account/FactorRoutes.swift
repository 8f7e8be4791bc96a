internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Setting up the second factor: a code to be read by a telephone, one code back, and ten for the day the telephone is lost.
struct FactorRoutes: Sendable {
    let desk: StaffDesk
    let attempts: LoginAttempts

    init(desk: StaffDesk, limitsAddresses: Bool) {
        self.desk = desk
        attempts = LoginAttempts(store: desk.store, key: desk.key, limitsAddresses: limitsAddresses)
    }

    func add(to staff: StaffRouter) {
        staff.get("/staff/account/second-factor", needs: .account) { _, _, visit in try show(visit) }
        staff.post("/staff/account/second-factor", needs: .account) { fields, _, context, visit in
            try await take(fields, context, visit)
        }
        staff.post("/staff/account/second-factor/replace", needs: .account, proof: .fresh) { _, _, _, visit in
            try await desk.store.resetFactor(actor: visit.actor)
            return .seeOther(StaffAddress.factor.path)
        }
    }

    private func show(
        _ visit: StaffVisit, error: String? = nil, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) throws -> Response {
        guard let login = visit.login else { throw Refusal.notAllowed }
        let view = try FactorView(
            login, code: OneTimeCode(account: login.account, version: login.factorVersion, key: desk.key),
            error: error, visit.language)
        let html = desk.pages.staff(.staffFactor, visit, title: view.title, at: .factor, view)
        return StaffAnswer.page(html, visit, status: status, retryAfter: retryAfter)
    }

    private func take(_ fields: FormFields, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let login = visit.login else { throw Refusal.notAllowed }
        if login.hasFactor { return .seeOther(StaffAddress.factor.path) }
        let code = OneTimeCode(account: login.account, version: login.factorVersion, key: desk.key)
        switch try await attempts.begin("code \(login.account)", of: login.account, from: context.client) {
        case .refused(let seconds):
            let message = SignUpPhrases(visit.language).tryAgain(afterSeconds: seconds)
            return try show(visit, error: message, status: .tooManyRequests, retryAfter: seconds)
        case .admitted(let attempt):
            let typed = fields["code"].filter { !$0.isWhitespace }
            guard let step = code.step(of: typed, now: visit.now) else {
                return try show(
                    visit, error: Texts.all.login.wrongCode[visit.language], status: .unprocessableContent)
            }
            try await attempts.end(attempt)
            return try await showCodes(step, login, visit)
        }
    }

    /// Shown once, on the page that answers: they are not kept, and no address leads back to them.
    private func showCodes(_ step: Int64, _ login: StaffLogin, _ visit: StaffVisit) async throws -> Response {
        let codes = RecoveryCode.ten()
        guard try await desk.store.setFactor(step: step, recoveryCodes: codes, actor: visit.actor) else {
            return .seeOther(StaffAddress.factor.path)
        }
        let secret = LoginSecret.random()
        _ = try await desk.store.renew(login.id, to: secret, actor: visit.actor)
        let view = RecoveryCodesView(codes, visit.language)
        // The page's own forms belong to the new cookie.
        let renewed = visit.with(formToken: desk.formToken(of: secret.text), hasFactor: true)
        let html = desk.pages.staff(.staffRecoveryCodes, renewed, title: view.title, at: .factor, view)
        return StaffAnswer.page(html, renewed).setting(StaffCookie.login.field(secret.text))
    }
}

extension StaffVisit {
    /// The same visit once its login was renewed.
    fileprivate func with(formToken: String, hasFactor: Bool) -> StaffVisit {
        let renewed = login.map {
            StaffLogin(
                id: $0.id, account: $0.account, email: $0.email, role: $0.role, venues: $0.venues,
                language: $0.language, factorVersion: $0.factorVersion, hasFactor: hasFactor, provedAt: now)
        }
        return StaffVisit(
            member: member, login: renewed, door: door, language: language, now: now, formToken: formToken)
    }
}
