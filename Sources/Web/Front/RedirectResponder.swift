import HTTPTypes
import Hummingbird

/// Answers plain HTTP: the same path at the public address, and nothing else (RFC 9110 §15.4.9).
struct RedirectResponder: HTTPResponder {
    let publicURL: PublicURL

    func respond(to request: Request, context: WebContext) -> Response {
        guard let path = request.head.path, path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy(\.isTarget)
        else {
            return FrontRefusal.malformed.response(from: request, context: context)
        }
        return Response(status: .permanentRedirect, headers: [.location: publicURL.origin + path])
    }
}

extension UInt8 {
    /// Whether a request target may hold this byte as it is (RFC 3986 §2); what may not is not repeated.
    fileprivate var isTarget: Bool {
        (0x21...0x7e).contains(self) && !"\"#<>\\^`{|}".utf8.contains(self)
    }
}
