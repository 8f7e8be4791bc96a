internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration

/// A page of the staff as an answer, never stored on the way.
enum StaffAnswer {
    static func page(
        _ html: String, _ visit: StaffVisit, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        HTMLAnswer.response(html, status: status, language: visit.language, retryAfter: retryAfter)
    }
}

extension Pages {
    /// What went wrong, among the staff's pages.
    func staffFailure(_ failure: Failure, _ language: Language) -> String {
        let view = FailureView(failure, path: nil, language: language)
        let message = StaffMessageView(
            title: view.title, lead: view.body,
            links: [.init(path: StaffAddress.home.path, label: Texts.all.staff.home[language])])
        return staff(.staffMessage, language, title: view.title, at: .home, message)
    }
}
