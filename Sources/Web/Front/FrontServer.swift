import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The ports that were bound, which differ from the configured where that is 0.
public struct FrontPorts: Hashable, Sendable {
    /// Of HTTPS.
    public var secure: Int
    /// `nil` where plain HTTP is not served.
    public var redirect: Int?
}

/// The service's HTTPS front, and its plain-HTTP redirect where one is set.
///
/// On graceful shutdown it accepts no more, closes connections at rest, and lets requests under way be answered; run it
/// in a `ServiceGroup` with `maximumGracefulShutdownDuration` to bound that. Cancelled, it cuts off what is left.
struct FrontServer<Responder: HTTPResponder>: Service where Responder.Context: FrontContext {
    private let responder: FrontResponder<Responder>
    private let configuration: FrontConfiguration
    private let certificates: CertificateStore
    private let logger: Logger
    private let express: Express?
    private let onListening: @Sendable (FrontPorts) async -> Void

    /// - Parameters:
    ///   - responder: The router's responder.
    ///   - certificates: Run it as a service of its own, or its files are not watched.
    ///   - page: Shows a refusal as a page; without, or where it answers nil, the client gets a line of text.
    ///   - express: Answers some requests to the service's own name before the responder sees them.
    ///   - onListening: Called once both sockets are open; requests are served meanwhile.
    init(
        responder: Responder, configuration: FrontConfiguration, certificates: CertificateStore, logger: Logger,
        page: FrontResponder<Responder>.Page? = nil, express: Express? = nil,
        onListening: @escaping @Sendable (FrontPorts) async -> Void = { _ in }
    ) {
        self.responder = FrontResponder(responder, configuration: configuration, page: page)
        self.configuration = configuration
        self.certificates = certificates
        self.logger = logger
        self.express = express?.only(for: configuration.publicURL)
        self.onListening = onListening
    }

    /// Serves until shutdown.
    /// - Throws: `FrontError` when it can't listen.
    func run() async throws {
        let maximum = raisedConnectionLimit()
        let (connections, arrivals) = AsyncStream.makeStream(of: Listener.Connection.self)
        let listeners = try await open(maximum: maximum) { [logger] connection in
            guard case .terminated = arrivals.yield(connection) else { return }
            Task {
                connection.value.channel.triggerUserOutboundEvent(ConnectionHandler.Abort(), promise: nil)
                await connection.channel.handle(value: connection.value, logger: logger)
            }
        }
        let ports = FrontPorts(secure: port(of: listeners[0]), redirect: listeners.dropFirst().first.map(port(of:)))
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await onListening(ports) }
                for await connection in connections {
                    group.addTask { await connection.channel.handle(value: connection.value, logger: logger) }
                }
            }
        } onCancelOrGracefulShutdown: {
            EventLoopFuture.andAllComplete(listeners.map { $0.quiesce() }, on: listeners[0].channel.eventLoop)
                .whenComplete { _ in arrivals.finish() }
        }
    }

    private func open(
        maximum: Int, accepted: @escaping @Sendable (Listener.Connection) -> Void
    ) async throws -> [Listener] {
        let gate = AddressGate(limit: configuration.limits.connectionsPerAddress, exempt: configuration.trustedProxies)
        let secure = try await Listener.open(
            configuration.listen, serving: channel(for: responder, secure: true),
            gate: configuration.limitsAddresses ? gate : nil, maximum: maximum, logger: logger, accepted: accepted)
        guard let address = configuration.redirectListen else { return [secure] }
        do {
            let plain = try await Listener.open(
                address, serving: channel(for: RedirectResponder(publicURL: configuration.publicURL), secure: false),
                gate: configuration.limitsAddresses ? gate : nil, maximum: max(1, maximum / 4), logger: logger,
                accepted: accepted)
            return [secure, plain]
        } catch {
            try? await secure.channel.close()
            throw error
        }
    }

    private func channel<R: HTTPResponder>(for responder: R, secure: Bool) -> FrontChannel
    where R.Context: FrontContext {
        let logger = logger
        return FrontChannel(
            responder: { request, writer, channel in
                var logger = logger
                logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
                let context = R.Context(source: ApplicationRequestContextSource(channel: channel, logger: logger))
                let response = try await responder.respond(to: request, context: context)
                try await writer.write(response)
            },
            limits: configuration.limits, certificates: secure ? certificates : nil,
            headers: ResponseHeaders(secure: secure), express: secure ? express : nil)
    }

    private func port(of listener: Listener) -> Int {
        listener.channel.localAddress?.port ?? 0
    }

    /// Lets the process hold as many files as it may, and says how many connections fit besides what else is open.
    private func raisedConnectionLimit() -> Int {
        var files = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &files) == 0 else { return configuration.limits.connections }
        files.rlim_cur = files.rlim_max
        _ = setrlimit(resource, &files)
        _ = getrlimit(resource, &files)
        let room = max(16, Int(clamping: files.rlim_cur) - 256)
        let share = configuration.redirectListen == nil ? room : room * 4 / 5
        if share < configuration.limits.connections {
            logger.warning(
                "Fewer connections than set fit the limit on open files", metadata: ["connections": "\(share)"])
        }
        return min(configuration.limits.connections, share)
    }
}

extension FrontServer: CustomStringConvertible {
    var description: String { "front on \(configuration.listen)" }
}
