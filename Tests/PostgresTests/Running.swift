import Logging
import Postgres
import TestSupport

/// Runs `body` with a client that is being run on an empty database of its own.
func withClient<Value>(
    _ change: (inout PostgresConfiguration) -> Void = { _ in }, isolation: isolated (any Actor)? = #isolation,
    _ body: (PostgresClient) async throws -> Value
) async throws -> Value {
    try await TestDatabase.withEmpty { configuration in
        var configuration = configuration
        change(&configuration)
        return try await running(configuration, body)
    }
}

func running<Value>(
    _ configuration: PostgresConfiguration, isolation: isolated (any Actor)? = #isolation,
    _ body: (PostgresClient) async throws -> Value
) async throws -> Value {
    let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
    let run = Task { try await client.run() }
    do {
        let value = try await body(client)
        run.cancel()
        try await run.value
        return value
    } catch {
        run.cancel()
        _ = await run.result
        throw error
    }
}

/// Runs a script on a session of the client's.
func run(_ sql: String, on client: PostgresClient) async throws {
    try await client.withSession { try await $0.run(sqlScript: sql) }
}

/// The error that `body` throws, where it throws one of ours.
func postgresError(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
) async throws -> PostgresError? {
    do {
        try await body()
        return nil
    } catch let error as PostgresError {
        return error
    }
}

/// Runs `body` while each `WaitForLock` waits; afterwards they go on.
func whileLocked<Value>(
    _ client: PostgresClient, lock: Int = 1, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Value
) async throws -> Value {
    try await PostgresSession.with(client.configuration, logger: TestDatabase.quietLogger) { session in
        try await session.run(sqlScript: "select pg_advisory_lock(\(lock))")
        return try await body()
    }
}
