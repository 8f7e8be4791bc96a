import Foundation
public import Postgres
import PostgresServer
import Synchronization

/// Stands between a client and a PostgreSQL server on a Unix socket, and breaks what passes when told to.
public final class FaultProxy: Sendable {
    public enum Fault: Sendable {
        /// Everything passes.
        case none
        /// The next bytes of a client don't reach the server; both sides are cut.
        case cutBeforeRequest
        /// The next bytes of a client reach the server, what the server answers to them doesn't come back, and both
        /// sides are cut once it has answered.
        case cutBeforeReply
        /// As above, but the answer does come back before the cut.
        case cutAfterReply
        /// Nothing passes, in either direction, and nothing is cut.
        case stall
        /// Connections are cut, and new ones at once again.
        case down
        /// New connections are taken and hear nothing; those there are go on.
        case deaf
        /// What the server says passes, but not that it has hung up.
        case untoldEnd
    }

    public let port: UInt16
    private let server: String
    private let listener: Int32
    private let state = Mutex(State())

    private struct State {
        var fault = Fault.none
        var isStopped = false
        var accepted = 0
        var untoldEnds = 0
    }

    /// - Parameter server: the path of the server's Unix socket.
    public init(server: String) throws {
        self.server = server
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { self.accept() }
    }

    /// Runs `body` with a proxy before the server of a configuration, and with the configuration that goes through it.
    public static func with<Value>(
        before configuration: PostgresConfiguration, isolation: isolated (any Actor)? = #isolation,
        _ body: (FaultProxy, PostgresConfiguration) async throws -> Value
    ) async throws -> Value {
        let server = try await TestCluster.shared.server()
        let proxy = try FaultProxy(server: server.socketPath)
        defer { proxy.stop() }
        return try await body(proxy, proxy.configuration(for: configuration))
    }

    /// The same database, reached through this.
    public func configuration(for configuration: PostgresConfiguration) throws -> PostgresConfiguration {
        try PostgresConfiguration(
            connectionString:
                "host=127.0.0.1 port=\(port) user=postgres dbname=\(configuration.database ?? "postgres") "
                + "sslmode=disable gssencmode=disable",
            applicationName: "tests")
    }

    public var fault: Fault {
        get { state.withLock { $0.fault } }
        set { state.withLock { $0.fault = newValue } }
    }

    /// How many connections have come, cancel requests among them.
    public var accepted: Int { state.withLock { $0.accepted } }

    /// How many connections the server has ended without their clients being told.
    public var untoldEnds: Int { state.withLock { $0.untoldEnds } }

    public func stop() {
        state.withLock { $0.isStopped = true }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func accept() {
        while !isStopped {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            state.withLock { $0.accepted += 1 }
            // What is forwarded must not wait for the last bytes' acknowledgement.
            var isOn: Int32 = 1
            setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
            Thread.detachNewThread { self.serve(client) }
        }
        close(listener)
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        while case .deaf = fault, !isStopped { usleep(2_000) }
        let server = connectToServer()
        guard server >= 0 else { return }
        defer { close(server) }
        // The fault that struck this connection, until it is cut.
        var struck: Fault?
        while !isStopped {
            var descriptors = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            let hasArrived = poll(&descriptors, 2, 10) > 0
            // Asked after the wait: a fault set meanwhile strikes the bytes that have come since.
            let fault = fault
            if case .down = fault { return }
            if case .stall = fault {
                usleep(2_000)
                continue
            }
            guard hasArrived else { continue }
            if descriptors[0].revents != 0 {
                switch fault {
                case .cutBeforeRequest:
                    self.fault = .none
                    return
                case .cutBeforeReply, .cutAfterReply:
                    self.fault = .none
                    struck = fault
                default: break
                }
                guard Self.forward(client, server) else { return }
            }
            if descriptors[1].revents != 0 {
                if case .cutBeforeReply? = struck {
                    Self.skip(server)
                    return
                }
                guard Self.forward(server, client) else {
                    if case .untoldEnd = self.fault { state.withLock { $0.untoldEnds += 1 } }
                    while case .untoldEnd = self.fault, !isStopped { usleep(2_000) }
                    return
                }
                if case .cutAfterReply? = struck { return }
            }
        }
    }

    private func connectToServer() -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: server.utf8.prefix($0.count - 1)) }
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        if isConnected { return descriptor }
        close(descriptor)
        return -1
    }

    private static func forward(_ from: Int32, _ to: Int32) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            let count = read(from, buffer.baseAddress, buffer.count)
            guard count > 0 else { return false }
            var written = 0
            while written < count {
                let more = send(to, buffer.baseAddress.map { $0 + written }, count - written, Int32(MSG_NOSIGNAL))
                guard more > 0 else { return false }
                written += more
            }
            return true
        }
    }

    /// Reads what the server says until it is done, so that what was asked has surely happened.
    private static func skip(_ server: Int32) {
        var descriptor = pollfd(fd: server, events: Int16(POLLIN), revents: 0)
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            while poll(&descriptor, 1, 50) > 0, read(server, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
}
