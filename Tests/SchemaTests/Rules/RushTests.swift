import Postgres
import TestSupport
import Testing

@Suite("A rush for the same places")
struct RushTests {
    @Test("However many come at once, no place is promised twice, no promise forgotten, and the books balance")
    func everyPromiseHolds() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                let day = try await Day.make(Rush.plans, on: database)
                let exchanges = try await Rush(configuration: configuration, day: day).run()
                let books = try await Books.read(day, on: database)
                let violations = books.violations() + Exchange.violations(in: exchanges, kept: books)
                #expect(violations.isEmpty)

                let outcomes = Set(exchanges.map(\.answer.outcome))
                #expect(outcomes.isSuperset(of: ["confirmed", "waiting", "already_signed_up", "clash", "full"]))
                #expect(books.signUps.count > 100, "so few make no rush")
            }
        }
    }
}
