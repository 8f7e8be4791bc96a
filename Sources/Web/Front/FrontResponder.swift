import HTTPTypes
import Hummingbird
import Logging

/// What every request passes before the router: the client's address, the host, the size of the body; and what every
/// error passes after it.
///
/// It stands outside the router so that nothing in there can be reached around it, and so that requests without a route
/// pass it too.
struct FrontResponder<Base: HTTPResponder>: HTTPResponder where Base.Context: FrontContext {
    typealias Context = Base.Context
    /// Turns a refusal into a page; nil for the bare line of text.
    typealias Page = @Sendable (FrontRefusal, Request, Context) async -> Response?

    private let base: Base
    private let publicURL: PublicURL
    private let trustedProxies: [AddressRange]
    private let limits: FrontLimits
    private let page: Page?

    init(_ base: Base, configuration: FrontConfiguration, page: Page? = nil) {
        self.base = base
        publicURL = configuration.publicURL
        trustedProxies = configuration.trustedProxies
        limits = configuration.limits
        self.page = page
    }

    func respond(to request: Request, context: Context) async throws -> Response {
        var context = context
        if let peer = context.client, !trustedProxies.isEmpty {
            context.client = trustedProxies.client(
                peer: peer, forwardedFor: request.headers[values: .forwardedFor])
        }
        let start = ContinuousClock.now
        let response = await answer(request, context)
        log(request, context, response.status, since: start)
        return response
    }

    private func answer(_ request: Request, _ context: Context) async -> Response {
        do {
            guard isOurs(request) else { throw FrontRefusal.foreignHost }
            if let length = request.headers[.contentLength].flatMap({ Int($0) }),
                length > limits.bodySize(of: request.uri.path)
            {
                throw FrontRefusal.bodyTooLarge
            }
            return try await base.respond(to: request, context: context)
        } catch let refusal as FrontRefusal {
            let shown = await page?(refusal, request, context)
            return shown ?? refusal.response(from: request, context: context)
        } catch let error as any HTTPResponseError {
            if let response = try? error.response(from: request, context: context) { return response }
        } catch {
            context.logger.error("A request failed", metadata: ["error": "\(type(of: error))"])
        }
        return Response(status: .internalServerError)
    }

    /// Whether the request names this service. The machine itself may ask for its health by any of its own names.
    private func isOurs(_ request: Request) -> Bool {
        guard let authority = request.head.authority else { return false }
        if publicURL.names(authority) { return true }
        guard request.uri.path.hasPrefix("/health/"), let (host, _) = PublicURL.split(authority.lowercased()[...])
        else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains(host)
    }

    /// Says what was asked by its route: paths and queries hold tickets and addresses.
    private func log(
        _ request: Request, _ context: Context, _ status: HTTPResponse.Status, since start: ContinuousClock.Instant
    ) {
        let level: Logger.Level = status.code >= 500 ? .info : .debug
        guard context.logger.logLevel <= level else { return }
        context.logger.log(
            level: level, "Request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(status.code)", "duration": "\(ContinuousClock.now - start)",
            ])
    }
}

extension HTTPField.Name {
    fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}
