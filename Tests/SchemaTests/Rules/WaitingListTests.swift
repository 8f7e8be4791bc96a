import Postgres
import TestSupport
import Testing

@Suite("The waiting list")
struct WaitingListTests {
    @Test("Whatever is asked in whatever order, everybody stands where the printed rule puts them")
    func followsTheRule() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                for seed in UInt64(1)...40 {
                    let violations = try await Walk(seed: seed).violations(on: database)
                    #expect(violations.isEmpty, "seed \(seed)")
                }
            }
        }
    }
}
