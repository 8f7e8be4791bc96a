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
            desk.confirmForm(visit, next: request.uri.queryParameters.get("to").flatMap(StaffAddress.known))
        }
        staff.post("/staff/confirm", needs: .account) { fields, _, context, visit in
            try await take(fields, context, visit)
        }
    }

    private func take(_ fields: FormFields, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        let next = StaffAddress.known(fields["to"])
        let held = fields[HeldForm.name].isEmpty ? nil : fields[HeldForm.name]
        guard let login = visit.login else { throw Refusal.notAllowed }
        switch try await attempts.begin("confirm \(login.account)", of: login.account, from: context.client) {
        case .refused(let seconds):
            let notice = NoticeView(
                Texts.all.login.tooManyTitle[visit.language],
                SignUpPhrases(visit.language).tryAgain(afterSeconds: seconds), kind: "bad")
            return desk.confirmForm(
                visit, next: next, held: held, because: notice, status: .tooManyRequests, retryAfter: seconds)
        case .admitted(let attempt):
            guard try await isProof(fields["proof"], of: login, now: visit.now) else {
                try await desk.store.recordRefusedLogin(of: login.account, .proof)
                return desk.confirmForm(
                    visit, next: next, held: held, error: Texts.all.login.confirmWrong[visit.language],
                    status: .unprocessableContent)
            }
            try await attempts.end(attempt)
            try await desk.store.prove(login.id)
            return held.flatMap { desk.heldForm($0, formToken: visit.formToken, visit.language) }
                ?? .seeOther(next ?? StaffAddress.home.path)
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
}
