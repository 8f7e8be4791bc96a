internal import ArgumentParser
internal import Logging
internal import Postgres
internal import Schema

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "A file of NAME=value settings; the environment goes before it.")
    var config: String?

    @Option(help: "The folder of a demo, in place of SOCIALDAY_DATABASE_URL.")
    var data: String?

    /// What a connection may do: the roles that the schema grants to.
    enum Role: String {
        case web = "socialday_web"
        case admin = "socialday_admin"
    }

    func settings() throws -> Settings { try Settings.load(file: config) }

    /// - Parameter role: `nil` for the owner, who migrates.
    func configuration(_ settings: Settings, role: Role?) throws -> PostgresConfiguration {
        let text = try connectionString(settings)
        do {
            return try PostgresConfiguration(
                connectionString: text, role: role?.rawValue, applicationName: "socialday")
        } catch {
            throw SettingsError([
                "SOCIALDAY_DATABASE_URL: \(error.cause ?? "can't be read"); "
                    + "write a libpq connection string, such as 'host=/run/postgresql dbname=socialday'"
            ])
        }
    }

    /// Runs a command's work on one connection, to a database whose schema is this program's; the owner's on any.
    func withSession<Value: Sendable>(
        role: Role?, _ body: (PostgresSession) async throws -> Value
    ) async throws -> Value {
        let settings = try settings()
        let logger = Log.make(level: settings.logLevel)
        do {
            return try await PostgresSession.with(configuration(settings, role: role), logger: logger) { session in
                if role != nil { try await Self.requireKnownSchema(session) }
                return try await body(session)
            }
        } catch let error as PostgresError {
            throw SettingsError(refusal: error) ?? error
        }
    }

    /// - Throws: `SettingsError` where the schema is older than this program, `SchemaError` where it is newer.
    static func requireKnownSchema(_ session: PostgresSession) async throws {
        let pending = try await Schema.pending(session: session)
        guard pending.isEmpty else {
            throw SettingsError([
                "the database's schema is older than this program: run 'socialday migrate' first "
                    + "(\(pending.count.counted("change")) pending)"
            ])
        }
    }

    private func connectionString(_ settings: Settings) throws -> String {
        if let data { return try DemoFolder(path: data).connectionString() }
        if let url = settings.databaseURL { return url }
        throw SettingsError([
            "no database: set SOCIALDAY_DATABASE_URL to a libpq connection string, such as "
                + "'host=/run/postgresql dbname=socialday', or give --data DIR for a demo's"
        ])
    }
}
