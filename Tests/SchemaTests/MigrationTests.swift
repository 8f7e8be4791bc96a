import Postgres
import Schema
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test("An empty database is brought up to date once; the second time there is nothing to do")
    func twice() async throws {
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                #expect(try await Schema.pending(session: session).isEmpty == false)
                try await Schema.migrate(session: session, logger: TestDatabase.quietLogger)
                #expect(try await Schema.pending(session: session).isEmpty)
                try await Schema.migrate(session: session, logger: TestDatabase.quietLogger)
            }
        }
    }

    @Test("A database that holds a migration unknown to the program is refused")
    func newer() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                try await session.run(
                    sqlScript: "insert into app.schema_change (name, checksum) values ('migrations/9999-later', 'x')")
                await #expect(throws: SchemaError.newerThanProgram(migrations: ["migrations/9999-later"])) {
                    try await Schema.migrate(session: session, logger: TestDatabase.quietLogger)
                }
            }
        }
    }

    @Test("A migration that was edited after it had been applied is refused")
    func edited() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                try await session.run(
                    sqlScript:
                        "update app.schema_change set checksum = 'other' where name = 'migrations/0001-registration'")
                await #expect(throws: SchemaError.edited(migration: "migrations/0001-registration")) {
                    try await Schema.migrate(session: session, logger: TestDatabase.quietLogger)
                }
            }
        }
    }
}
