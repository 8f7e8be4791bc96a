internal import HTTPTypes

/// Why a page was refused, where the front and the form have not said so themselves.
enum Refusal: Error, Hashable, Sendable {
    /// The form is not one of ours, or not this browser's.
    case foreignForm
    case badRequest
    case unsupportedMediaType
    case notFound
    /// The path takes other methods, written as `Allow` wants them.
    case methodNotAllowed(allowed: String)
    case tooMany(retryAfterSeconds: Int)

    var status: HTTPResponse.Status {
        switch self {
        case .foreignForm: .forbidden
        case .badRequest: .badRequest
        case .unsupportedMediaType: .unsupportedMediaType
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .tooMany: .tooManyRequests
        }
    }
}
