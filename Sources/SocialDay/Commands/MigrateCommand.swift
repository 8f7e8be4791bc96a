internal import ArgumentParser
internal import Schema

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database's schema up to this program's.")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Only say what is pending; exit 1 where something is.")
    var check = false

    func run() async throws {
        let pending = try await database.withSession(role: nil) { session in try await Schema.pending(session: session)
        }
        if pending.isEmpty {
            print("The schema is up to date.")
            return
        }
        if check {
            for change in pending { print("pending: \(change)") }
            throw ExitCode(1)
        }
        let logger = Log.make(level: try database.settings().logLevel)
        try await database.withSession(role: nil) { session in
            try await Schema.migrate(session: session, logger: logger)
        }
        for change in pending { print("applied: \(change)") }
    }
}
