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
}
