import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A listening socket whose connections come out as a stream.
///
/// Hummingbird's `Server` does the same, but stops accepting for good once one accepted connection can't be set up, and
/// leaves no place for a gate.
struct Listener: Sendable {
    /// One accepted connection, ready to be served.
    struct Connection: Sendable {
        let channel: FrontChannel
        let value: FrontChannel.Value
    }

    let channel: any Channel
    private let quiescing: ServerQuiescingHelper

    static let backlog: Int32 = 4096

    /// A reading takes no more than a TLS record holds (RFC 8446, section 5.1): what lies in it as small requests is all
    /// taken apart before any of them is answered.
    private static let reads = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 16 * 1024)

    /// Opens the socket.
    /// - Parameters:
    ///   - maximum: Open connections; past that the kernel's queue holds new ones.
    ///   - accepted: Takes each connection.
    static func open(
        _ address: ListenAddress, serving front: FrontChannel, gate: AddressGate?, maximum: Int, logger: Logger,
        accepted: @escaping @Sendable (Connection) -> Void
    ) async throws -> Listener {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(AcceptBackoffHandler(shouldForwardIOErrorCaught: false))
                    try pipeline.addHandler(AvailableConnectionsChannelHandler(maxConnections: maximum))
                    if let gate { try pipeline.addHandler(gate) }
                    try pipeline.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.recvAllocator, value: Self.reads)
            .childChannelInitializer { channel in
                front.setup(channel: channel, logger: logger).map { value in
                    accepted(Connection(channel: front, value: value))
                }
            }
        do {
            return Listener(
                channel: try await bootstrap.bind(host: address.host, port: address.port).get(), quiescing: quiescing)
        } catch {
            throw FrontError(error, listeningOn: address)
        }
    }

    /// Accepts no more, and asks every connection to end; completes when all have.
    func quiesce() -> EventLoopFuture<Void> {
        let ended = channel.eventLoop.makePromise(of: Void.self)
        quiescing.initiateShutdown(promise: ended)
        return ended.futureResult
    }
}

/// Why the service can't listen where it should.
public enum FrontError: Error, Hashable, Sendable, CustomStringConvertible {
    case portTaken(ListenAddress)
    case permissionDenied(ListenAddress)
    case addressUnavailable(ListenAddress)
    case unknownHost(ListenAddress)
    case cannotListen(ListenAddress, errno: Int32)

    init(_ error: any Error, listeningOn address: ListenAddress) {
        guard let error = error as? IOError else {
            self = .unknownHost(address)
            return
        }
        switch error.errnoCode {
        case EADDRINUSE: self = .portTaken(address)
        case EACCES, EPERM: self = .permissionDenied(address)
        case EADDRNOTAVAIL, EAFNOSUPPORT: self = .addressUnavailable(address)
        default: self = .cannotListen(address, errno: error.errnoCode)
        }
    }

    public var description: String {
        switch self {
        case .portTaken(let address):
            "\(address) is taken by another program; stop it (ss -ltnp shows which), or listen on another port"
        case .permissionDenied(let address):
            "no permission to listen on \(address); ports below 1024 need CAP_NET_BIND_SERVICE, or take a higher one"
        case .addressUnavailable(let address) where address.host == "::":
            "this machine has no IPv6; listen on 0.0.0.0:\(address.port)"
        case .addressUnavailable(let address):
            "\(address.host) is not an address of this machine; listen on one that is, or on [::]:\(address.port)"
        case .unknownHost(let address): "\(address.host) has no address; listen on an IP address instead"
        case .cannotListen(let address, let code): "can't listen on \(address): \(String(cString: strerror(code)))"
        }
    }
}
