import Foundation
import Postgres
import PostgresServer
import TestSupport
import Testing

@Suite("A server's life")
struct LifeTests {
    @Test("A server is made in an empty folder, takes connections, and is gone after stop; its data stay")
    func madeAndStopped() async throws {
        try await withFolder { folder async throws in
            let server = folder.server()
            #expect(!server.isRunning)
            try await server.start()
            #expect(server.isRunning)
            #expect(server.location == server.directory)
            try await run("create table kept as select 7 as n", on: server)
            let first = try #require(server.processID)

            try await server.stop()
            #expect(!server.isRunning && server.processID == nil)
            await #expect(throws: PostgresError.self) { try await run("select 1", on: server) }
            try await server.stop()

            try await server.start()
            #expect(server.processID != first)
            try await run("select n from kept", on: server)
        }
    }

    @Test("A server that runs is not started a second time")
    func startedTwice() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer()
            try await server.start()
            let process = server.processID
            try await server.start()
            #expect(server.processID == process)
        }
    }

    @Test("While one looks after a folder, another is refused, and the server runs on")
    func inUse() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer()
            try await server.start()
            let error = await serverError { try await folder.server().start() }
            #expect(error?.code == .inUse)
            #expect(error?.description.contains(server.directory) == true)
            try await run("select 1", on: server)

            // The lock is let go of with the server, even where that had ended by itself.
            kill(try #require(server.processID), SIGKILL)
            #expect(try await eventually { !server.isRunning })
            try await server.stop()
            try await folder.server().start()
        }
    }

    @Test("A server that outlived its owner is adopted, found by others, and stopped by the next owner")
    func adopted() async throws {
        try await withFolder { folder async throws in
            try await startAndForget(folder)
            let process = try #require(folder.server().processID)
            let heir = folder.server()
            try await heir.start()
            #expect(heir.processID == process)
            try await run("select 1", on: heir)
            #expect(folder.server().connectionString() == heir.connectionString())
            try await heir.stop()
            #expect(!folder.server().isRunning)
        }
    }

    @Test("One that is found while it stops is started again as soon as it has")
    func foundStopping() async throws {
        try await withFolder { folder async throws in
            try await startAndForget(folder)
            let process = try #require(folder.server().processID)
            let book = LogBook()
            let heir = folder.server(logger: book.logger)
            let configuration = try PostgresConfiguration(connectionString: heir.connectionString())
            // It ends once nobody is connected any more ("smart shutdown").
            let starting = try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { _ in
                kill(process, SIGTERM)
                let file = heir.location + "/data/postmaster.pid"
                let isStopping = try await eventually {
                    try String(contentsOfFile: file, encoding: .utf8).contains("stopping")
                }
                #expect(isStopping)
                let starting = Task { try await heir.start() }
                #expect(try await eventually { book.text.contains("found PostgreSQL running") })
                return starting
            }
            try await starting.value
            #expect(heir.processID != process)
            try await run("select 1", on: heir)
        }
    }

    @Test("What was committed is there after kill -9 of the postmaster, which the supervisor starts again")
    func supervised() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer(durable: true)
            try await server.start()
            let supervision = Task { try await server.supervise() }
            defer { supervision.cancel() }
            try await run("create table kept as select 7 as n", on: server)
            for _ in 1...2 {
                let process = try #require(server.processID)
                kill(process, SIGKILL)
                let isBack = try await eventually {
                    guard server.processID != process else { return false }
                    return (try? await run("select n from kept", on: server)) != nil
                }
                #expect(isBack)
            }
            try await server.stop()
            try await supervision.value
            #expect(!server.isRunning)
        }
    }

    @Test("A postmaster.pid that names a stranger's process is not believed")
    func stranger() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer()
            try await server.start()
            try await server.stop(.immediate)
            let file = server.location + "/data/postmaster.pid"
            try "\(getpid())\n\(server.location)/data\n".write(toFile: file, atomically: false, encoding: .utf8)
            #expect(!server.isRunning)
            try await server.start()
            #expect(server.processID != getpid())
            try await run("select 1", on: server)
        }
    }

    @Test("A stranger's process at work in the data directory is neither believed to be the server nor ended")
    func strangerInside() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer()
            try await server.start()
            try await server.stop()
            let stranger = Process()
            stranger.executableURL = URL(filePath: "/bin/sleep")
            stranger.arguments = ["60"]
            stranger.currentDirectoryURL = URL(filePath: server.location + "/data")
            try stranger.run()
            defer { stranger.terminate() }
            let file = server.location + "/data/postmaster.pid"
            try "\(stranger.processIdentifier)\n\(server.location)/data\n".write(
                toFile: file, atomically: false, encoding: .utf8)
            #expect(!server.isRunning)
            try await server.start()
            try await run("select 1", on: server)
            try await server.stop()
            #expect(stranger.isRunning)
        }
    }

    /// Leaves the server without an owner, as a process does that is killed.
    private func startAndForget(_ folder: TestFolder) async throws { try await folder.madeServer().start() }
}

/// Runs a script on a connection of its own.
func run(_ sql: String, on server: PostgresServer) async throws {
    let configuration = try PostgresConfiguration(connectionString: server.connectionString())
    try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session async throws in
        try await session.run(sqlScript: sql)
    }
}

/// The error that `body` throws, where it throws one of the server's.
func serverError(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
) async -> PostgresServerError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? PostgresServerError
    }
}
