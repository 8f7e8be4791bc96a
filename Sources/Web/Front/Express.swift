import HTTPTypes
import NIOCore

/// What is answered on a connection's event loop, without a task of its own.
///
/// A task for each request, with its changes of thread, costs more than making the answer where that is only a look into
/// memory or a place in the next batch. Everything else, and whatever is in doubt, goes to the routes, which answer the
/// same requests the same way.
struct Express: Sendable {
    /// The answer to a request without a body, where it lies ready.
    let page: @Sendable (HTTPRequest) -> WholeAnswer?
    /// Whether a request's body should be gathered for `call`.
    let gathers: @Sendable (HTTPRequest) -> Bool
    /// The answer that a request with its body will get; nil leaves it to the routes.
    let call: @Sendable (HTTPRequest, ByteBuffer, any EventLoop) -> EventLoopFuture<WholeAnswer>?

    /// The same for requests that name this service as browsers do; the routes decide about other names.
    func only(for url: PublicURL) -> Express {
        Express(
            page: { $0.authority == url.authority ? page($0) : nil },
            gathers: { $0.authority == url.authority && gathers($0) }, call: call)
    }

    /// The largest body that is gathered.
    static let bodyLimit = 8 * 1024
}
