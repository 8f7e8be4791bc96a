import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

@testable import Web

/// A front on a free port of this machine, with a few routes to talk to.
struct TestFront: Sendable {
    let port: Int
    let redirectPort: Int
    let certificate: TestCertificate
    let store: CertificateStore
    private let group: ServiceGroup

    static let host = "socialday.test"

    /// The routes that are at work, by path.
    static let running = Running()

    actor Running {
        private(set) var paths: [String: Int] = [:]

        func begin(_ path: String) { paths[path, default: 0] += 1 }
        func end(_ path: String) { paths[path, default: 0] -= 1 }
        func has(_ path: String) -> Bool { paths[path, default: 0] > 0 }
    }

    /// Runs a front for as long as the body takes, then shuts it down and waits for that.
    static func with(
        certificate: TestCertificate? = nil, configure: (inout FrontConfiguration) -> Void = { _ in },
        _ body: @Sendable (TestFront) async throws -> Void
    ) async throws {
        var configuration = FrontConfiguration(
            listen: ListenAddress(host: "127.0.0.1", port: 0), publicURL: try PublicURL("https://\(host)"),
            redirectListen: ListenAddress(host: "127.0.0.1", port: 0))
        configure(&configuration)
        let certificate = try certificate ?? TestCertificate()
        let store = try certificate.store()
        let (listening, announce) = AsyncStream.makeStream(of: (secure: Int, redirect: Int).self)
        let server = FrontServer(
            responder: router().buildResponder(), configuration: configuration, certificates: store, logger: .quiet,
            onListening: { ports in announce.yield((ports.secure, ports.redirect ?? 0)) })
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: store), .init(service: server)], gracefulShutdownSignals: [], logger: .quiet))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let ports = await listening.first(where: { _ in true }) else { throw CancellationError() }
            let front = TestFront(
                port: ports.secure, redirectPort: ports.redirect, certificate: certificate, store: store, group: group)
            var failure: (any Error)?
            do { try await body(front) } catch { failure = error }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            if let failure { throw failure }
        }
    }

    /// What SIGTERM does.
    func shutDown() async {
        await group.triggerGracefulShutdown()
    }

    /// A request's bytes.
    static func request(
        _ line: String, host: String? = host, fields: [String] = [], body: String? = nil
    ) -> String {
        var lines = ["\(line) HTTP/1.1"]
        if let host { lines.append("Host: \(host)") }
        lines += fields
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }

    static func router() -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.get("/") { _, _ in "hello" }
        router.get("/health/live") { _, _ in "alive" }
        router.get("/client") { _, context in context.client == IPAddress("198.51.100.7") ? "forwarded" : "peer" }
        router.get("/cached") { _, _ in
            Response(status: .ok, headers: [.cacheControl: "public, max-age=60"], body: .init(byteBuffer: .init()))
        }
        router.get("/slow") { _, _ in
            await running.begin("/slow")
            try await Task.sleep(for: .milliseconds(400))
            await running.end("/slow")
            return "slow"
        }
        // Under way until a test says otherwise.
        router.get("/held") { _, _ in
            await running.begin("/held")
            while await running.has("/held") { try await Task.sleep(for: .milliseconds(10)) }
            return "held"
        }
        router.get("/broken") { _, _ -> String in throw CancellationError() }
        router.get("/endless") { _, _ in
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    await running.begin("/endless")
                    do {
                        while true { try await writer.write(ByteBuffer(repeating: 65, count: 1 << 16)) }
                    } catch {
                        await running.end("/endless")
                        throw error
                    }
                })
        }
        router.get("/large") { _, _ in
            Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 65, count: 8_000_000)))
        }
        router.post("/echo") { request, _ in
            await running.begin("/echo")
            defer { Task { await running.end("/echo") } }
            let body = try await request.body.collect(upTo: 1 << 20)
            return "\(body.readableBytes)"
        }
        router.post("/deaf") { _, _ in "deaf" }
        return router
    }
}
