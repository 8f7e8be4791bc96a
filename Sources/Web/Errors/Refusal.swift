internal import HTTPTypes

/// Why a page was refused, where the front and the form have not said so themselves.
enum Refusal: Error, Hashable, Sendable {
    /// The form is not one of ours, or not this browser's.
    case foreignForm
    /// Whoever asks is known, and may not do this.
    case notAllowed
    /// A call of the staff's scripts without a login.
    case notLoggedIn
    case badRequest
    case unsupportedMediaType
    case notFound
    /// The path takes other methods, written as `Allow` wants them.
    case methodNotAllowed(allowed: String)
    case tooMany(retryAfterSeconds: Int)

    var status: HTTPResponse.Status {
        switch self {
        case .foreignForm, .notAllowed: .forbidden
        case .notLoggedIn: .unauthorized
        case .badRequest: .badRequest
        case .unsupportedMediaType: .unsupportedMediaType
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .tooMany: .tooManyRequests
        }
    }
}
