import Foundation
import Postgres
import PostgresServer
import TestSupport
import Testing

@Suite("Where a server's files are")
struct PlaceTests {
    @Test("However long the folder's path is, the socket's fits in 107 bytes, and is the same after a restart")
    func longPath() async throws {
        try await withFolder { folder async throws in
            let name = Array(repeating: "a-folder-with-a-long-name", count: 5).joined(separator: "/")
            let server = folder.server(name)
            try await server.start()
            #expect(server.socketPath.utf8.count <= 107)
            #expect(server.location == server.directory)
            try await run("select 1", on: server)
            try await server.stop()
            let socket = server.socketPath
            try await server.start()
            #expect(server.socketPath == socket)
            #expect(folder.server(name).socketPath == socket)
        }
    }

    @Test(
        "A path with spaces, quotes, a comma and what a shell would run is a path like any other",
        arguments: [#"d'été\ "x" $HOME"#, "a, b `exit 1` $(exit 1)"])
    func oddPath(name: String) async throws {
        try await withFolder { folder async throws in
            let server = folder.server(name)
            try await server.start()
            try await run("select 1", on: server)
            try await server.stop()
            #expect(!server.isRunning)
        }
    }

    @Test(
        "Where PostgreSQL's account can't enter the folder, it is said, and another place is taken and remembered",
        .enabled(if: geteuid() == 0))
    func closedFolder() async throws {
        try await withFolder { folder async throws in
            try FileManager.default.createDirectory(
                atPath: folder.path + "/closed", withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            let log = LogBook()
            let server = folder.server("closed/server", logger: log.logger)
            try await server.start()
            #expect(server.location != server.directory)
            #expect(log.text.contains("can't enter \(server.directory)"))
            #expect(log.text.contains(server.location))
            try await run("create table kept as select 7 as n", on: server)
            try await server.stop()

            let quiet = LogBook()
            let later = folder.server("closed/server", logger: quiet.logger)
            #expect(later.location == server.location)
            try await later.start()
            #expect(later.location == server.location)
            #expect(quiet.text == "")
            try await run("select n from kept", on: later)
        }
    }

    @Test("A folder that was moved takes its data along")
    func moved() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer("here")
            try await server.start()
            try await run("create table kept as select 7 as n", on: server)
            try await server.stop()
            try FileManager.default.moveItem(atPath: server.directory, toPath: folder.path + "/there")

            let moved = folder.server("there")
            try await moved.start()
            #expect(moved.location == moved.directory)
            try await run("select n from kept", on: moved)
            #expect(!FileManager.default.fileExists(atPath: server.directory))
        }
    }

    @Test(
        "Data that PostgreSQL's account can no longer reach are not replaced by new ones",
        .enabled(if: geteuid() == 0))
    func closedLater() async throws {
        try await withFolder { folder async throws in
            let server = try await folder.madeServer("parent/server")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder.path + "/parent")
            let error = await serverError { try await folder.server("parent/server").start() }
            #expect(error?.code == .directory)
            #expect(error?.description.contains("can't enter \(server.directory)") == true)
        }
    }

    @Test("What an interrupted start left, a lost log and a memory full of garbage are in nobody's way")
    func leftovers() async throws {
        try await withFolder { folder async throws in
            let server = folder.server()
            try write("half", to: server.directory + "/data.new/PG_VERSION")
            try write("{\"directory\": 7", to: server.directory + "/place.json")
            // The initdb of a start that was killed goes on by itself.
            let orphan = Process()
            orphan.executableURL = URL(filePath: "/bin/sh")
            orphan.arguments = ["-c", "while :; do mkdir -p data.new; : > data.new/PG_VERSION; sleep 0.01; done"]
            orphan.currentDirectoryURL = URL(filePath: server.directory)
            orphan.standardError = FileHandle.nullDevice
            try orphan.run()
            defer { orphan.terminate() }
            try await server.start()
            try await run("create table kept as select 7 as n", on: server)
            try await server.stop()

            for garbage in ["", "null", "[]", "{\"directory\": [\"x\"]}", "\u{0}\u{1}"] {
                try write(garbage, to: server.directory + "/place.json")
                #expect(!server.isRunning)
            }
            try FileManager.default.removeItem(atPath: server.location + "/log")
            let later = folder.server()
            try await later.start()
            try await run("select n from kept", on: later)
        }
    }

    @Test("A folder that is a file is refused with its name")
    func file() async throws {
        try await withFolder { folder async throws in
            try write("", to: folder.path + "/server")
            let error = await serverError { try await folder.server().start() }
            #expect(error?.code == .directory)
            #expect(error?.description.contains(folder.path + "/server") == true)
        }
    }

    @Test(
        "A folder for the socket that others may write to is refused",
        .enabled(if: geteuid() == 0))
    func socketOfOthers() async throws {
        try await withFolder { folder async throws in
            let server = folder.server()
            let socket = server.directory + "/socket"
            try FileManager.default.createDirectory(atPath: socket, withIntermediateDirectories: true)
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: socket)
            let error = await serverError { try await server.start() }
            #expect(error?.code == .directory)
            #expect(error?.description.contains(socket) == true)
        }
    }

    private func write(_ text: String, to path: String) throws {
        let url = URL(filePath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: false, encoding: .utf8)
    }
}
