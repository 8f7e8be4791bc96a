internal import ArgumentParser
internal import Export
internal import Foundation
internal import RegistrationStore

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes attendee lists, now.")

    @OptionGroup var database: DatabaseOptions

    @Option(help: "One session's slug; otherwise all sessions and the edition's list.")
    var session: String?

    @Option(help: "csv.")
    var format = "csv"

    @Option(help: "The folder to write to; otherwise SOCIALDAY_EXPORT_DIR, or 'exports'.")
    var out: String?

    func validate() throws {
        guard format == "csv" else {
            throw ValidationError("--format '\(format)' is not known; this version writes csv")
        }
    }

    func run() async throws {
        let folder = try out ?? database.settings().exportFolder ?? "exports"
        let report = try await database.withSession(role: .admin) { connection in
            try await AttendeeLists(
                administration: Administration(session: connection), folder: URL(fileURLWithPath: folder)
            ).write(session: session)
        }
        print("Wrote \(report.files) files with \(report.rows) sign-ups to \(folder)/")
    }
}
