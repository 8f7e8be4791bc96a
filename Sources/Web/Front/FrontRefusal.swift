import HTTPTypes
import Hummingbird

/// Why the front turned a request away before, or instead of, a route.
enum FrontRefusal: Error, Hashable, Sendable {
    /// Not HTTP/1.1, or not unambiguously.
    case malformed
    /// The head or the body didn't arrive in time.
    case tooSlow
    case bodyTooLarge
    case headTooLarge
    /// The request names another host than ours.
    case foreignHost
    /// Come back in so many seconds.
    case tooManyRequests(retryAfter: Int)

    var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .tooSlow: .requestTimeout
        case .bodyTooLarge: .contentTooLarge
        case .headTooLarge: .requestHeaderFieldsTooLarge
        case .foreignHost: .misdirectedRequest
        case .tooManyRequests: .tooManyRequests
        }
    }

    /// A line for whoever sees the bare answer; routes may show a page instead.
    var text: String {
        switch self {
        case .malformed: "Requête incorrecte. / Malformed request.\n"
        case .tooSlow: "La requête n’est pas arrivée à temps. / The request did not arrive in time.\n"
        case .bodyTooLarge: "Ce qui a été envoyé est trop grand. / What was sent is too large.\n"
        case .headTooLarge: "L’en-tête de la requête est trop grand. / The request’s header is too large.\n"
        case .foreignHost: "Ce site n’est pas servi ici. / This site is not served here.\n"
        case .tooManyRequests(let seconds):
            "Trop de demandes : réessayez dans \(seconds) s. / Too many requests: try again in \(seconds) s.\n"
        }
    }
}

extension FrontRefusal: HTTPResponseError {
    /// The bare answer, in plain text.
    func response(from request: Request, context: some RequestContext) -> Response {
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
        if case .tooManyRequests(let seconds) = self { headers[.retryAfter] = "\(seconds)" }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
