internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// What every posted form passes before anything is done: the limits, its origin, its token.
struct FormGate: Sendable {
    let tokens: FormToken
    let limiter: FormLimiter
    let publicURL: PublicURL

    /// Why a form is not taken. It comes back with what was typed and a new token.
    enum Objection: Hashable, Sendable {
        case tooMany(retryAfterSeconds: Int)
        /// Sent from another site, or with a token that is not this browser's.
        case foreign
        /// Given out too long ago.
        case expired

        var status: HTTPResponse.Status {
            switch self {
            case .tooMany: .tooManyRequests
            case .foreign: .forbidden
            case .expired: .unprocessableContent
            }
        }

        var retryAfter: Int? {
            if case .tooMany(let seconds) = self { seconds } else { nil }
        }
    }

    /// - Parameter form: What the token was issued for.
    func objection(
        to fields: FormFields, of form: String, from browser: Browser, _ request: Request, _ context: WebContext
    ) -> Objection? {
        if case .refused(let seconds) = limiter.attempt(client: context.client, cookie: browser.knownCookie) {
            return .tooMany(retryAfterSeconds: seconds)
        }
        guard SameOrigin.holds(for: request, origin: publicURL.origin) else { return .foreign }
        return switch tokens.verdict(on: fields["form_token"], form: form, cookie: browser.knownCookie) {
        case .valid: nil
        case .expired: .expired
        case .foreign: .foreign
        }
    }

    func token(for form: String, _ browser: Browser) -> String { tokens.issue(form: form, cookie: browser.cookie) }
}

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
