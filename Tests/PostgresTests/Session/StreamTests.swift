import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Streams: rows, COPY and notifications")
struct StreamTests {
    @Test("Rows come one after another, all of them and in order")
    func rows() async throws {
        try await withClient { client in
            try await client.withSession { session in
                var next = 1
                for try await number in session.rows(of: Numbers(last: 20_000)) {
                    #expect(number == next)
                    next += 1
                }
                #expect(next == 20_001)
                #expect(try await session.execute(Echo(1)) == [1])
            }
        }
    }

    @Test("An error among the rows ends them, and the session goes on")
    func errorAmongRows() async throws {
        struct FailLate: PostgresStatement {
            static let sql = "select 1000 / (1000 - n) from generate_series(1, 2000) n"
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
        }
        try await withClient { client in
            try await client.withSession { session in
                let error = try await postgresError { for try await _ in session.rows(of: FailLate()) {} }
                #expect(error?.sqlState == "22012")
                #expect(try await session.execute(Echo(1)) == [1])
            }
        }
    }

    @Test("Held rows are those of their transaction, whatever happens since, and hold up no vacuum")
    func heldRows() async throws {
        struct OthersSnapshots: PostgresStatement {
            static let sql = """
                select count(*) from pg_stat_activity
                where pid <> pg_backend_pid() and datname = current_database() and backend_xmin is not null
                """
            static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
        }
        try await withClient { client in
            try await client.withSession { session in
                try await session.run(sqlScript: "create temp table held as select n from generate_series(1, 2000) n")
                let rows = try await session.transaction("isolation level repeatable read") {
                    try await session.hold("select n, null::text, 'é' from held order by n", as: "odd \"name")
                }
                try await session.run(sqlScript: "delete from held")
                var bytes: [UInt8] = []
                for try await piece in rows {
                    bytes += piece
                    let open = try await client.withSession { try await $0.execute(OthersSnapshots()) }
                    #expect(open == [0])
                }
                #expect(bytes.count == 2000 * 20)
                let first: [UInt8] = [0, 3, 0, 0, 0, 4, 0, 0, 0, 1, 255, 255, 255, 255, 0, 0, 0, 2, 0xC3, 0xA9]
                #expect(Array(bytes.prefix(20)) == first)
                let last: [UInt8] = [0, 0, 7, 208]
                #expect(Array(bytes.suffix(14).prefix(4)) == last)
                let again = try await session.hold("select 1 where false", as: "odd \"name")
                for try await _ in again { Issue.record("a row") }
            }
        }
    }

    @Test("Rows and COPY data that nobody reads to the end are cancelled, and the session goes on")
    func leftovers() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let start = ContinuousClock.now
                for try await number in session.rows(of: Numbers(last: 1_000_000_000)) where number == 3 { break }
                #expect(try await session.execute(Echo(1)) == [1])
                for try await _ in session.copyOut("copy (select generate_series(1, 1000000000)) to stdout") { break }
                #expect(try await session.execute(Echo(2)) == [2])
                #expect(start.duration(to: .now) < .seconds(10))
            }
        }
    }

    @Test("Whoever reads on in what another operation has ended is told that it was not all")
    func endedByAnother() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let rows = try await postgresError {
                    for try await _ in session.rows(of: Numbers(last: 100_000)) {
                        #expect(try await session.execute(Echo(1)) == [1])
                    }
                }
                #expect(rows?.code == .misuse)
                let nested = try await postgresError {
                    for try await _ in session.rows(of: Numbers(last: 100_000)) {
                        for try await _ in session.rows(of: Numbers(last: 100_000)) { break }
                    }
                }
                #expect(nested?.code == .misuse)
                let copy = try await postgresError {
                    for try await _ in session.copyOut("copy (select generate_series(1, 300000)) to stdout") {
                        #expect(try await session.execute(Echo(2)) == [2])
                    }
                }
                #expect(copy?.code == .misuse)
            }
        }
    }

    @Test("COPY out sends whole rows, and everything")
    func copyOut() async throws {
        try await withClient { client in
            try await client.withSession { session in
                var bytes = 0
                var lines = 0
                for try await chunk in session.copyOut("copy (select generate_series(1, 300000)) to stdout") {
                    #expect(chunk.last == UInt8(ascii: "\n"))
                    bytes += chunk.count
                    lines += chunk.count { $0 == UInt8(ascii: "\n") }
                }
                #expect(lines == 300_000 && bytes == 1_988_895)
            }
        }
    }

    // Other tests of the process use memory meanwhile, so the bound is a fraction of what is read, not a few buffers, and
    // what counts is the least of several looks.
    @Test("Half a gigabyte of COPY out needs little memory, however slowly it is read")
    func copyOutMemory() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let before = try residentBytes()
                var bytes = 0
                var count = 0
                // In the second half, when a quarter of a gigabyte has been read.
                var least = Int.max
                let copy = session.copyOut("copy (select repeat('x', 1000) from generate_series(1, 500000)) to stdout")
                for try await chunk in copy {
                    bytes += chunk.count
                    count += 1
                    if count % 200 == 0 { try await Task.sleep(for: .milliseconds(5)) }
                    if count % 200 == 0, bytes > 250_000_000 { least = min(least, try residentBytes()) }
                }
                #expect(bytes == 500_500_000)
                #expect(least - before < 128 << 20)
            }
        }
    }

    @Test("COPY in takes chunks cut anywhere, and tells how many rows it made")
    func copyIn() async throws {
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            try await client.withSession { session async throws in
                let text = Array((1...50_000).map { "\($0)\n" }.joined().utf8)
                let chunks = AsyncStream<[UInt8]> { continuation in
                    for start in stride(from: 0, to: text.count, by: 10_007) {
                        continuation.yield(Array(text[start..<min(start + 10_007, text.count)]))
                    }
                    continuation.finish()
                }
                #expect(try await session.copyIn("copy item from stdin", chunks) == 50_000)
                #expect(try await session.execute(CountItems()) == [50_000])
            }
        }
    }

    @Test("Where the sender of COPY in gives up, or a line is wrong, nothing is kept and the session goes on")
    func copyInFails() async throws {
        struct GaveUp: Error {}
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            try await client.withSession { session in
                let failing = AsyncThrowingStream<[UInt8], any Error> { continuation in
                    continuation.yield(Array("1\n".utf8))
                    continuation.finish(throwing: GaveUp())
                }
                await #expect(throws: GaveUp.self) { try await session.copyIn("copy item from stdin", failing) }
                let wrong = AsyncStream<[UInt8]> { continuation in
                    for _ in 1...1000 { continuation.yield(Array("1\nx\n".utf8)) }
                    continuation.finish()
                }
                let error = try await postgresError { _ = try await session.copyIn("copy item from stdin", wrong) }
                #expect(error?.sqlState == "22P02")
                #expect(try await session.execute(CountItems()) == [0])
            }
        }
    }

    @Test("A statement that is no COPY, and a COPY where none is expected, are errors and do no harm")
    func misplacedCopy() async throws {
        try await withClient { client in
            try await run("create table item (id bigint)", on: client)
            try await client.withSession { session in
                let none = try await postgresError { for try await _ in session.copyOut("select 1") {} }
                #expect(none?.code == .misuse)
                for script in ["copy item from stdin", "copy (select 1) to stdout"] {
                    #expect(try await postgresError { try await session.run(sqlScript: script) } != nil)
                    #expect(try await session.execute(Echo(1)) == [1])
                }
            }
        }
    }

    @Test("Notifications of the channel come in order, others don't")
    func notifications() async throws {
        try await withClient { client in
            try await client.withSession { session in
                let notifications = try await session.notifications(on: "Programme")
                try await run(#"notify "Programme", 'one'; notify other; notify "Programme", 'two'"#, on: client)
                var iterator = notifications.makeAsyncIterator()
                #expect(try await iterator.next()?.payload == "one")
                #expect(try await iterator.next()?.payload == "two")
            }
        }
    }

    @Test(
        "Waiting for notifications ends at once when the task is cancelled, and with an error when the connection ends")
    func notificationsEnd() async throws {
        try await withClient { client in
            let listener = Task {
                try await client.withSession { session in
                    for try await _ in try await session.notifications(on: "news") {}
                }
            }
            try await Task.sleep(for: .milliseconds(100))
            listener.cancel()
            #expect(try await postgresError { try await listener.value }?.code == .cancelled)

            let error = try await postgresError {
                try await client.withSession { session in
                    let process = try await session.execute(ServerProcess())
                    let notifications = try await session.notifications(on: "news")
                    _ = try await client.execute(Terminate(process: process[0]))
                    for try await _ in notifications {}
                }
            }
            #expect(error != nil && error?.code != .cancelled)
        }
    }

    private func residentBytes() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
        return (Int(pages) ?? 0) * 4096
    }
}
