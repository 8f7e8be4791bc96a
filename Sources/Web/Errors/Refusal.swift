internal import HTTPTypes

/// Why a page was refused, where the front and the form have not said so themselves.
enum Refusal: Error, Hashable, Sendable {
    /// The form is not one of ours, or not this browser's.
    case foreignForm
    case badRequest
    case unsupportedMediaType
    case notFound
    case tooMany(retryAfterSeconds: Int)

    var status: HTTPResponse.Status {
        switch self {
        case .foreignForm: .forbidden
        case .badRequest: .badRequest
        case .unsupportedMediaType: .unsupportedMediaType
        case .notFound: .notFound
        case .tooMany: .tooManyRequests
        }
    }
}
