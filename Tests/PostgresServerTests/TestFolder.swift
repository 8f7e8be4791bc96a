import Foundation
import Logging
import PostgresServer
import Synchronization
import TestSupport

/// A new folder for one test's servers. Afterwards those are stopped, and nothing of them is left anywhere.
func withFolder<Value>(
    isolation: isolated (any Actor)? = #isolation, _ body: (TestFolder) async throws -> Value
) async throws -> Value {
    TestFolder.removeStale
    let folder = TestFolder()
    defer { folder.remove() }
    // PostgreSQL's account enters it, whatever this process's umask is.
    try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    return try await body(folder)
}

struct TestFolder: Sendable {
    let path: String

    private static let root = "/tmp/postgres-server-tests-\(geteuid())"
    private static let count = Atomic<Int>(0)

    init() { path = "\(Self.root)/\(getpid())-\(Self.count.add(1, ordering: .relaxed).newValue)" }

    private init(path: String) { self.path = path }

    /// A server whose data are there already, as after a first start: copied, since making them takes seconds.
    func madeServer(_ name: String = "server", durable: Bool = false) async throws -> PostgresServer {
        let made = try await Self.made.value
        let server = server(name, durable: durable)
        try FileManager.default.createDirectory(
            at: URL(filePath: server.directory).deletingLastPathComponent(), withIntermediateDirectories: true)
        let copy = Process()
        copy.executableURL = URL(filePath: "/bin/cp")
        copy.arguments = ["-a", made, server.directory]
        try copy.run()
        copy.waitUntilExit()
        return server
    }

    /// The folder of a server that was started once and stopped; gone when the tests end.
    private static let made = Task {
        try FileManager.default.createDirectory(
            atPath: common.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        atexit { TestFolder.common.remove() }
        let server = common.server()
        try await server.start()
        try await server.stop()
        return server.directory
    }

    private static let common = TestFolder()

    func server(
        _ name: String = "server", durable: Bool = false, logger: Logger = TestDatabase.quietLogger
    ) -> PostgresServer {
        PostgresServer(directory: "\(path)/\(name)", durable: durable, logger: logger)
    }

    /// Removes every server below, and what it keeps elsewhere.
    fileprivate func remove() {
        let files = FileManager.default
        for file in files.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? []
        where file == "place.json" || file.hasSuffix("/place.json") {
            let server = PostgresServer(
                directory: "\(path)/\(file.dropLast("/place.json".count))", logger: TestDatabase.quietLogger)
            let places = [server.location, String(server.socketPath.dropLast("/.s.PGSQL.5432".count))]
            server.stopBlocking(.immediate)
            for place in places { try? files.removeItem(atPath: place) }
        }
        try? files.removeItem(atPath: path)
    }

    /// Removes what killed runs left.
    static let removeStale: Void = {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }), process != getpid(),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            TestFolder(path: "\(root)/\(name)").remove()
        }
    }()
}
