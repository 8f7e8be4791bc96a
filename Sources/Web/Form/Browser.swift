internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// Who asks, as far as the form cookie tells.
struct Browser: Sendable {
    /// What the browser sent.
    let knownCookie: String?
    /// What it has from now on.
    let cookie: String

    init(_ request: Request) {
        knownCookie = FormCookie.value(in: request)
        cookie = knownCookie ?? FormCookie.random()
    }

    /// A page with a form for this browser.
    func page(
        _ html: String, status: HTTPResponse.Status = .ok, _ language: Language, retryAfter: Int? = nil
    ) -> Response {
        var response = HTMLAnswer.response(html, status: status, language: language, retryAfter: retryAfter)
        if knownCookie == nil { response.headers[.setCookie] = FormCookie.field(value: cookie) }
        return response
    }
}

extension Response {
    /// Leads a browser on after a form was taken, so that reloading sends nothing again.
    static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}
