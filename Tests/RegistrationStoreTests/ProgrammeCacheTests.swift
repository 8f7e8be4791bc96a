import Postgres
import TestSupport
import Testing

@testable import RegistrationStore

struct ProgrammeCacheTests {
    @Test("Before the programme was read nobody is shown an empty one, however fresh the counters are")
    func beforeTheFirstRead() async throws {
        try await TestDatabase.withSchema { configuration in
            let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
            let running = Task { try await client.run() }
            let cache = ProgrammeCache(client: client, logger: TestDatabase.quietLogger)
            // The first look reads the counters, so that the second finds them fresh.
            for _ in 1...2 {
                await #expect {
                    try await cache.current()
                } throws: { error in
                    if case StoreError.unavailable = error { true } else { false }
                }
            }
            try await cache.reload()
            #expect(try await cache.current().programme.version == 1)
            running.cancel()
            try await running.value
        }
    }

    @Test("Each time that its connection is lost it says so, and is back at once, however often that was")
    func lostAgain() async throws {
        try await TestDatabase.withSchema { configuration in
            let book = LogBook()
            let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
            let cache = ProgrammeCache(client: client, logger: book.logger)
            let serving = Task { try await client.run() }
            let following = Task { await cache.run() }
            defer {
                serving.cancel()
                following.cancel()
            }
            for outage in 1...4 {
                try #require(try await eventually { cache.latest.programme.version == outage })
                try await endListening(configuration)
                try #require(try await eventually { book.text.split(separator: "\n").count == outage })
            }
        }
    }

    /// Ends the connections that listen.
    private func endListening(_ configuration: PostgresConfiguration) async throws {
        try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
            try await session.run(
                sqlScript: """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and query like 'listen %'
                    """)
        }
    }
}
