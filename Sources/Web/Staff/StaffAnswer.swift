internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// A page of the staff as an answer, never stored on the way.
enum StaffAnswer {
    static func page(
        _ html: String, _ visit: StaffVisit, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        HTMLAnswer.response(html, status: status, language: visit.language, retryAfter: retryAfter)
    }
}
