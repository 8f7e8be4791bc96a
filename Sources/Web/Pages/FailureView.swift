import Presentation
import Registration

/// What went wrong with a request, for a person.
enum Failure: Hashable, Sendable {
    /// 400: neither a form of ours nor an address.
    case badRequest
    /// 403: not this member of the staff's page.
    case notAllowed
    /// 403: sent from somebody else's page.
    case foreignForm
    /// 404
    case notFound
    /// 405
    case methodNotAllowed
    /// 413
    case tooLarge
    /// 421: a name that is not the service's.
    case wrongHost
    /// 429
    case tooMany(retryAfterSeconds: Int)
    /// 500
    case broken
    /// 503
    case busy(retryAfterSeconds: Int)

    var status: Int {
        switch self {
        case .badRequest: 400
        case .notAllowed, .foreignForm: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .tooLarge: 413
        case .wrongHost: 421
        case .tooMany: 429
        case .broken: 500
        case .busy: 503
        }
    }
}

struct FailureView: Sendable {
    let code: Int
    let title: String
    let body: String
    let retry: String?
    let retryPath: String?
    let programme: String

    /// - Parameter path: The page asked for, where asking again can help.
    init(_ failure: Failure, path: String?, language: Language) {
        let texts = Texts.all.failure
        let phrases = SignUpPhrases(language)
        code = failure.status
        programme = PageAddress.programme.path(language)
        switch failure {
        case .badRequest: (title, body) = (texts.badRequestTitle[language], texts.badRequestBody[language])
        case .notAllowed: (title, body) = (texts.notAllowedTitle[language], texts.notAllowedBody[language])
        case .foreignForm: (title, body) = (texts.foreignTitle[language], texts.foreignBody[language])
        case .notFound: (title, body) = (texts.notFoundTitle[language], texts.notFoundBody[language])
        case .methodNotAllowed: (title, body) = (texts.methodTitle[language], texts.methodBody[language])
        case .tooLarge: (title, body) = (texts.tooLargeTitle[language], texts.tooLargeBody[language])
        case .wrongHost: (title, body) = (texts.wrongHostTitle[language], texts.wrongHostBody[language])
        case .tooMany: (title, body) = (texts.tooManyTitle[language], texts.tooManyBody[language])
        case .broken: (title, body) = (texts.brokenTitle[language], texts.brokenBody[language])
        case .busy: (title, body) = (texts.busyTitle[language], texts.busyBody[language])
        }
        switch failure {
        case .tooMany(let seconds), .busy(let seconds):
            (retry, retryPath) = (phrases.tryAgain(afterSeconds: seconds), path)
        case .broken: (retry, retryPath) = (nil, path)
        default: (retry, retryPath) = (nil, nil)
        }
    }
}
