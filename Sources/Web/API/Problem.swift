internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// An error for programs: RFC 9457 problem details.
struct Problem: Error, Encodable, Sendable {
    struct FieldError: Encodable, Sendable {
        let field: String
        let code: String
        let detail: String
    }

    /// One word to switch on.
    let code: String
    let title: String
    let status: Int
    let detail: String
    /// For refused sign-ups, the outcome, so that one member tells in every reply what became of it.
    var outcome: String?
    var errors: [FieldError]?
    var retryAfter: Int?

    init(
        _ status: HTTPResponse.Status, code: String, title: String, detail: String, outcome: String? = nil,
        errors: [FieldError]? = nil, retryAfter: Int? = nil
    ) {
        self.code = code
        self.title = title
        self.status = status.code
        self.detail = detail
        self.outcome = outcome
        self.errors = errors
        self.retryAfter = retryAfter
    }

    private enum Key: String, CodingKey { case type, title, status, detail, code, outcome, errors }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("urn:socialday:problem:\(code)", forKey: .type)
        try container.encode(title, forKey: .title)
        try container.encode(status, forKey: .status)
        try container.encode(detail, forKey: .detail)
        try container.encode(code, forKey: .code)
        try container.encodeIfPresent(outcome, forKey: .outcome)
        try container.encodeIfPresent(errors, forKey: .errors)
    }

    var response: Response { answer.response }

    var answer: WholeAnswer {
        var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        if status == 401 { headers[.wwwAuthenticate] = "Bearer realm=\"Social Day\"" }
        return JSONAnswer.answer(self, status: .init(code: status), headers: headers)
    }
}

extension Problem {
    static let unauthorized = Problem(
        .unauthorized, code: "unauthorized", title: "A valid token is needed",
        detail: "Send the header 'Authorization: Bearer TOKEN' with a token made by 'socialday token create'.")

    static func forbidden(_ scope: Scope) -> Problem {
        Problem(
            .forbidden, code: "forbidden", title: "The token may not do this",
            detail: "This call needs the scope '\(scope.rawValue)', which the token does not have.")
    }

    static func notFound(_ what: String) -> Problem {
        Problem(.notFound, code: "not_found", title: "Not found", detail: "There is no such \(what).")
    }

    static func badRequest(_ detail: String) -> Problem {
        Problem(.badRequest, code: "bad_request", title: "The request can't be read", detail: detail)
    }

    static let keyReused = Problem(
        .conflict, code: "request_key_reused", title: "The request key was used for another body",
        detail: "Choose a new request key for a new request.")

    static let unsupportedMediaType = Problem(
        .unsupportedMediaType, code: "unsupported_media_type", title: "Another content type is needed",
        detail: "Send the body as 'Content-Type: application/json'.")

    /// The problems of a body's members, all of them.
    static func invalid(_ errors: [FieldError]) -> Problem {
        let fields = errors.map(\.field).joined(separator: ", ")
        return Problem(
            .unprocessableContent, code: "invalid", title: "Some members of the body are wrong",
            detail: "Wrong or missing: \(fields). 'errors' says what is wrong with each.", errors: errors)
    }

    /// The one table from the store's errors to HTTP.
    init(_ error: StoreError) {
        switch error {
        case .refused where error.isNotAllowed:
            self.init(
                .forbidden, code: "forbidden", title: "The token may not do this",
                detail: "It may not, or no longer, or not here.")
        case .tooBusy:
            self.init(
                .serviceUnavailable, code: "too_busy", title: "Too many requests at once",
                detail: "Nothing was changed. Try again in a moment with the same request key.", retryAfter: 2)
        case .unavailable:
            self.init(
                .serviceUnavailable, code: "unavailable", title: "The service can't reach its database",
                detail: "Try again in a moment with the same request key: it will not count twice.", retryAfter: 5)
        case .refused, .unexpected:
            self.init(
                .internalServerError, code: "internal", title: "Something went wrong on our side",
                detail:
                    "The cause is in the service's log. Asking again with the same request key will not count twice.")
        }
    }
}
