public import Hummingbird
public import NIOCore

/// What the front tells routes about a request.
public protocol FrontContext: RequestContext where Source == ApplicationRequestContextSource {
    /// The client's address, behind trusted proxies; nil over a Unix socket. Set before any route sees the request.
    var client: IPAddress? { get set }
}

/// The context of this service's routes.
public struct WebContext: FrontContext, RemoteAddressRequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The peer of the connection, which may be a proxy.
    public let remoteAddress: SocketAddress?
    public var client: IPAddress?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        client = IPAddress(remoteAddress)
    }

    /// The front has refused anything larger already.
    public var maxUploadSize: Int { 64 * 1024 }
}
