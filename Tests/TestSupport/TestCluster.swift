import Foundation
import Logging
import PostgresServer

/// The one PostgreSQL server of a test process: started at its first use, stopped and removed when the process exits.
/// What a killed run left is removed by the next one.
actor TestCluster {
    static let shared = TestCluster()

    private var starting: Task<PostgresServer, any Error>?

    func server() async throws -> PostgresServer {
        let task = starting ?? Task { try await Self.start() }
        starting = task
        return try await task.value
    }

    private static let root = "/tmp/postgres-tests-\(geteuid())"

    private static func start() async throws -> PostgresServer {
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        removeStale()
        let server = PostgresServer(
            directory: "\(root)/\(getpid())",
            settings: [
                "max_connections": "300", "shared_buffers": "64MB", "max_wal_size": "256MB",
                "log_min_messages": "warning",
            ],
            durable: false, logger: Logger(label: "tests"))
        AtExit.add {
            server.stopBlocking(.immediate)
            try? FileManager.default.removeItem(atPath: server.directory)
        }
        try await server.start()
        return server
    }

    /// Removes the servers of processes that exist no more.
    private static func removeStale() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
            guard let process = pid_t(name), process != getpid(), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            let server = PostgresServer(directory: "\(root)/\(name)", logger: Logger(label: "tests"))
            server.stopBlocking(.immediate)
            try? FileManager.default.removeItem(atPath: server.directory)
        }
    }
}
