internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Showing the password or a code again, before what concerns personal data or rights.
struct ConfirmRoutes: Sendable {
    let desk: StaffDesk
    let attempts: LoginAttempts
    let codes: CodeCheck

    init(desk: StaffDesk, limitsAddresses: Bool) {
        self.desk = desk
        attempts = LoginAttempts(store: desk.store, key: desk.key, limitsAddresses: limitsAddresses)
        codes = CodeCheck(store: desk.store, key: desk.key)
    }

    func add(to staff: StaffRouter) {
        staff.get("/staff/confirm", needs: .account) { request, _, visit in
            form(visit, next: request.uri.queryParameters.get("to").flatMap(StaffAddress.known))
        }
        staff.post("/staff/confirm", needs: .account) { fields, _, context, visit in
            try await take(fields, context, visit)
        }
    }

    private func take(_ fields: FormFields, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let next = StaffAddress.known(fields["to"])
        guard let login = visit.login else { throw Refusal.notAllowed }
        switch try await attempts.begin("confirm \(login.account)", from: context.client) {
        case .refused(let seconds):
            let notice = NoticeView(
                Texts.all.login.tooManyTitle[visit.language],
                SignUpPhrases(visit.language).tryAgain(afterSeconds: seconds), kind: "bad")
            return form(visit, next: next, because: notice, status: .tooManyRequests, retryAfter: seconds)
        case .admitted(let attempt):
            guard try await isProof(fields["proof"], of: login, now: visit.now) else {
                return form(
                    visit, next: next, error: Texts.all.login.confirmWrong[visit.language],
                    status: .unprocessableContent)
            }
            try await attempts.end(attempt)
            try await desk.store.prove(login.id)
            return .seeOther(next ?? StaffAddress.home.path)
        }
    }

    /// A one-time code where it looks like one (no password is so short), otherwise the password.
    private func isProof(_ typed: String, of login: StaffLogin, now: Date) async throws -> Bool {
        if login.hasFactor, typed.count < PlainPassword.shortest {
            return try await codes.isRight(typed, of: login.account, now: now)
        }
        let account = try await desk.store.loginAccount(login.email)
        return try await PasswordDesk.shared.isRight(typed, for: account?.password)
    }

    private func form(
        _ visit: StaffVisit, next: String?, because notice: NoticeView? = nil, error: String? = nil,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let (texts, language) = (Texts.all.login, visit.language)
        let label = visit.login?.hasFactor == true ? texts.passwordOrCode : texts.password
        let view = GateView(
            notice: notice, title: texts.confirmTitle[language], lead: texts.confirmLead[language],
            action: StaffAddress.confirm(to: nil).path, formToken: visit.formToken,
            hidden: next.map { [.init(name: "to", value: $0)] } ?? [],
            fields: [
                .init(
                    name: "proof", label: label[language], type: "password", autocomplete: "current-password",
                    error: error, maximum: 1000)
            ], submit: texts.codeSubmit[language])
        let html = desk.pages.staff(
            .staffLogin, visit, title: texts.confirmTitle[language], at: .confirm(to: next), view)
        return StaffAnswer.page(html, visit, status: status, retryAfter: retryAfter)
    }
}
