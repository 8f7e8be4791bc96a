internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Registration
internal import RegistrationStore

/// The one table from errors to answers: a page for people, a problem for programs.
struct ErrorAnswers: Sendable {
    let pages: Pages

    func response(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let kind = Kind(error)
        if case .broken = kind {
            // The type and what the error is willing to say of itself; never the request.
            context.logger.error(
                "a request failed", metadata: ["cause": "\(error)", "route": "\(context.endpointPath ?? "none")"])
        }
        let wantsProblem = request.uri.path.hasPrefix("/api/")
        var response = wantsProblem ? problem(error, kind) : page(kind, request, context)
        if case Refusal.methodNotAllowed(let allowed) = error { response.headers[.allow] = allowed }
        return response
    }

    /// What went wrong, as far as the answer goes.
    private enum Kind {
        case refused(Refusal)
        case front(FrontRefusal)
        case busy(retryAfterSeconds: Int)
        case status(HTTPResponse.Status)
        case problem(Problem)
        case broken

        init(_ error: any Error) {
            switch error {
            case let error as Refusal: self = .refused(error)
            case let error as FrontRefusal: self = .front(error)
            case is NIOTooManyBytesError: self = .front(.bodyTooLarge)
            case let error as Problem: self = .problem(error)
            case StoreError.tooBusy: self = .busy(retryAfterSeconds: 2)
            case StoreError.unavailable: self = .busy(retryAfterSeconds: 5)
            case is PasswordDesk.Busy: self = .busy(retryAfterSeconds: 5)
            case let error as StoreError where error.isNotAllowed: self = .refused(.notAllowed)
            case let error as any HTTPResponseError: self = .status(error.status)
            default: self = .broken
            }
        }

        var status: HTTPResponse.Status {
            switch self {
            case .refused(let refusal): refusal.status
            case .front(let refusal): refusal.status
            case .busy: .serviceUnavailable
            case .status(let status): status
            case .problem(let problem): .init(code: problem.status)
            case .broken: .internalServerError
            }
        }

        var retryAfter: Int? {
            switch self {
            case .refused(.tooMany(let seconds)), .front(.tooManyRequests(let seconds)), .busy(let seconds): seconds
            default: nil
            }
        }
    }

    private func page(_ kind: Kind, _ request: Request, _ context: WebContext) -> Response {
        let language =
            context.language ?? Language(path: request.uri.path) ?? StaffCookie.language(of: request)
            ?? Language(acceptLanguage: request.headers[.acceptLanguage])
        let failure: Failure =
            switch kind.status {
            case .notFound: .notFound
            case .forbidden: request.uri.path.hasPrefix("/staff") ? .notAllowed : .foreignForm
            case .methodNotAllowed: .methodNotAllowed
            case .contentTooLarge: .tooLarge
            case .misdirectedRequest: .wrongHost
            case .tooManyRequests: .tooMany(retryAfterSeconds: kind.retryAfter ?? 60)
            case .serviceUnavailable: .busy(retryAfterSeconds: kind.retryAfter ?? 5)
            case .internalServerError: .broken
            default: .badRequest
            }
        if request.uri.path.hasPrefix("/staff"), failure == .notAllowed || failure == .notFound {
            return HTMLAnswer.response(
                pages.staffFailure(failure, language), status: kind.status, language: language)
        }
        // Only what was asked for by GET can be asked for again by a link; a path is no query, and holds no secret but a ticket's.
        let path = request.method == .get ? request.uri.path : nil
        return HTMLAnswer.response(
            pages.failure(failure, path: path, language), status: kind.status, language: language,
            retryAfter: kind.retryAfter)
    }

    private func problem(_ error: any Error, _ kind: Kind) -> Response {
        if case .problem(let problem) = kind { return problem.response }
        if let error = error as? StoreError { return Problem(error).response }
        let status = kind.status
        let problem =
            switch status {
            case .notFound: Problem.notFound("call")
            case .contentTooLarge:
                Problem(status, code: "too_large", title: "The body is too large", detail: "At most 64 KiB are read.")
            case .tooManyRequests:
                Problem(
                    status, code: "too_many", title: "Too many requests", detail: "Try again later.",
                    retryAfter: kind.retryAfter)
            case .methodNotAllowed:
                Problem(
                    status, code: "method_not_allowed", title: "Method not allowed",
                    detail: "The path does not take this method.")
            case .internalServerError: Problem(StoreError.unexpected(error))
            default:
                Problem(
                    status, code: "bad_request", title: status.reasonPhrase, detail: "The request can't be answered.")
            }
        return problem.response
    }
}

/// Answers for whatever a route throws.
struct ErrorMiddleware: RouterMiddleware {
    typealias Context = WebContext

    let answers: ErrorAnswers

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch { return answers.response(to: error, request, context) }
    }
}
