import Foundation
public import Logging
public import Postgres
import PostgresServer
import Schema
import Synchronization

/// Gives each test a database of its own, on the test process's server.
public enum TestDatabase {
    /// An empty database, dropped after `body`.
    public static func withEmpty<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (PostgresConfiguration) async throws -> Value
    ) async throws -> Value {
        try await with(template: "template0", body)
    }

    /// A database with the schema, dropped after `body`. Its user owns everything; set `role` for the service's rights.
    public static func withSchema<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (PostgresConfiguration) async throws -> Value
    ) async throws -> Value {
        try await with(template: try await MigratedTemplate.shared.name(), body)
    }

    /// A logger that says nothing.
    public static var quietLogger: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }

    static func with<Value>(
        template: String, isolation: isolated (any Actor)? = #isolation,
        _ body: (PostgresConfiguration) async throws -> Value
    ) async throws -> Value {
        let name = "test_\(count.add(1, ordering: .relaxed).newValue)"
        try await administer("create database \(name) template \(PostgresQuoting.identifier(template))")
        let configuration = try await configuration(database: name)
        do {
            let value = try await body(configuration)
            try await administer("drop database \(name) with (force)")
            return value
        } catch {
            try? await administer("drop database \(name) with (force)")
            throw error
        }
    }

    private static let count = Atomic<Int>(0)

    static func configuration(database: String) async throws -> PostgresConfiguration {
        let server = try await TestCluster.shared.server()
        return try PostgresConfiguration(
            connectionString: server.connectionString(database: database), applicationName: "tests")
    }

    /// Runs a statement outside of any test's database.
    static func administer(_ sql: String) async throws {
        try await PostgresSession.with(try await configuration(database: "postgres"), logger: quietLogger) {
            try await $0.run(sqlScript: sql)
        }
    }
}

/// The database that others are copied from: migrated once for a test process.
private actor MigratedTemplate {
    static let shared = MigratedTemplate()

    private var making: Task<String, any Error>?

    func name() async throws -> String {
        let task = making ?? Task { try await Self.make() }
        making = task
        return try await task.value
    }

    private static func make() async throws -> String {
        let name = "migrated"
        try await TestDatabase.administer("create database \(name) template template0")
        try await PostgresSession.with(
            try await TestDatabase.configuration(database: name), logger: TestDatabase.quietLogger
        ) {
            try await Schema.migrate(session: $0, logger: TestDatabase.quietLogger)
        }
        return name
    }
}
