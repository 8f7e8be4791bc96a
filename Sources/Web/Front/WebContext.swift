import Hummingbird
import NIOCore

/// What the front tells routes about a request.
protocol FrontContext: RequestContext where Source == ApplicationRequestContextSource {
    /// The client's address, behind trusted proxies; nil over a Unix socket. Set before any route sees the request.
    var client: IPAddress? { get set }
}

/// The context of this service's routes.
struct WebContext: FrontContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    /// The peer of the connection, which may be a proxy.
    let remoteAddress: SocketAddress?
    var client: IPAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        client = IPAddress(remoteAddress)
    }

    /// The front has refused anything larger already.
    var maxUploadSize: Int { 64 * 1024 }
}
