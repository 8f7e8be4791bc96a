internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration

extension StaffDesk {
    /// The form by which whoever is logged in shows again who they are.
    ///
    /// - Parameter held: What they had typed before it was asked for: a `HeldForm`, sealed.
    func confirmForm(
        _ visit: StaffVisit, next: String?, held: String? = nil, because notice: NoticeView? = nil,
        error: String? = nil,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let (texts, language) = (Texts.all.login, visit.language)
        let label = visit.login?.hasFactor == true ? texts.passwordOrCode : texts.password
        let kept = held.map { _ in NoticeView(Texts.all.held.proofFirst[language], nil) }
        let view = GateView(
            notice: notice ?? kept, title: texts.confirmTitle[language], lead: texts.confirmLead[language],
            action: StaffAddress.confirm(to: nil).path, formToken: visit.formToken,
            hidden: GateView.Hidden.leading(to: next, holding: held),
            fields: [
                .init(
                    name: "proof", label: label[language], type: "password", autocomplete: "current-password",
                    error: error, maximum: 1000)
            ], submit: texts.codeSubmit[language])
        let html = pages.staff(
            .staffLogin, visit, title: texts.confirmTitle[language], at: .confirm(to: next), view)
        return StaffAnswer.page(html, visit, status: status, retryAfter: retryAfter)
    }
}
