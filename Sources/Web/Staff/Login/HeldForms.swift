internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration

/// Nothing that was typed is lost because half an hour went by over it.
extension StaffDesk {
    /// Answers a form whose login has ended, or which has to wait for a proof: with the page that asks for it and holds what
    /// was typed. Held is only what came from a page of ours that this browser's login was shown, and no form of one's own
    /// account, where passwords are typed: then it only leads on.
    ///
    /// - Parameter visit: Whose proof is due; `nil` where the login has ended.
    func hold(_ request: Request, _ need: StaffNeed, for visit: StaffVisit?) async throws -> Response {
        let (page, now) = (returnPath(request), Date())
        guard case .permission = need, let secret = StaffCookie.login.value(in: request) else {
            return leadOn(to: page, visit)
        }
        let fields = try await FormFields(body: request)
        guard isOurs(request, token: fields["form_token"], of: secret),
            let held = HeldForm(fields, path: request.uri.path, page: page, now: now)
        else { return leadOn(to: page, visit) }
        let sealed = try held.sealed(key: key)
        let texts = Texts.all.held
        if let visit {
            let notice = NoticeView(
                texts.proofFirst[visit.language], held.isWhole ? nil : texts.withoutFile[visit.language])
            return confirmForm(visit, next: page, held: sealed, because: notice, status: .forbidden)
        }
        let entry = LoginEntry(
            browser: Browser(request), language: Self.language(request), next: held.page, held: sealed)
        let notice = NoticeView(
            texts.endedTitle[entry.language], (held.isWhole ? texts.ended : texts.endedWithoutFile)[entry.language])
        return loginForm(entry, because: notice, status: .unauthorized)
    }

    private func leadOn(to page: String?, _ visit: StaffVisit?) -> Response {
        .seeOther((visit == nil ? StaffAddress.login(to: page) : .confirm(to: page)).path)
    }

    /// What was held, ready to be sent by a click; `nil` where nothing is held.
    ///
    /// - Parameter formToken: Of the login that there is now.
    func heldForm(_ sealed: String, formToken: String, _ language: Language) -> Response? {
        guard let held = HeldForm(sealed: sealed, key: key, now: Date()) else { return nil }
        let texts = Texts.all.held
        let view = GateView(
            title: texts.title[language], lead: (held.isWhole ? texts.lead : texts.withoutFile)[language],
            action: held.path, formToken: formToken,
            hidden: held.fields.map { .init(name: $0.name, value: $0.value) }, fields: [],
            submit: texts.send[language],
            other: [.init(path: held.page ?? StaffAddress.home.path, label: texts.forget[language])])
        let html = pages.staff(.staffLogin, language, title: view.title, at: .home, view)
        return HTMLAnswer.response(html, language: language)
    }
}
