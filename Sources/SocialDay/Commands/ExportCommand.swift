internal import ArgumentParser
internal import Export
internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes attendee lists, now; the nightly export; or looks at one.",
        discussion: """
            CSV in the 'open' dialect has commas and keys; 'excel' is for an Excel in French: semicolons, headings. A value \
            that a spreadsheet would take for a formula gets one leading apostrophe in CSV and is unchanged in XLSX.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "A session's slug, as often as there are some; otherwise all sessions and the edition's list.")
    var session: [String] = []

    @Option(help: "A venue's slug: all its sessions.")
    var venue: String?

    @Option(help: "csv, xlsx, json (JSON lines), sheet (HTML to print and sign), or several between commas.")
    var format = "csv"

    @Option(help: "Of CSV: open or excel.")
    var dialect = CSVDialect.open

    @Option(
        help:
            "Columns' keys between commas; 'door' (what a host needs), 'everyday' (all but needs), 'all'; or a saved choice."
    )
    var columns = "door"

    @Option(name: .customLong("save-columns"), help: "Saves the choice of columns under a name.")
    var saveColumns: String?

    @Option(help: "Of headings and titles: fr or en.")
    var language = Language.french

    @Option(help: "The folder to write to; otherwise SOCIALDAY_EXPORT_DIR, or 'exports'.")
    var out: String?

    @Flag(help: "The nightly export, unless the night is written already.")
    var nightly = false

    @Option(help: "The folder of a night: looks whether it is what its manifest says; exit 1 where it is not.")
    var verify: String?

    func validate() throws {
        _ = try formats()
        if !session.isEmpty, venue != nil { throw ValidationError("--session and --venue don't go together") }
        if verify != nil, nightly { throw ValidationError("--verify and --nightly don't go together") }
    }

    func run() async throws {
        if let verify {
            try verifyNight(in: verify)
        } else if nightly {
            try await NightlyCommand(database: database, out: out).run()
        } else {
            try await writeLists()
        }
    }

    private func writeLists() async throws {
        let folder = try out ?? database.settings().exportFolder ?? "exports"
        let formats = try formats()
        let progress = ExportProgress()
        let report = try await database.withSession(role: .admin) { connection in
            let exports = ExportDatabase(session: connection)
            let columns = try await ColumnChoice(columns).columns(in: exports)
            if let saveColumns { try await exports.save(columns.map(\.rawValue), as: saveColumns, actor: "command") }
            return try await database.withSession(role: .admin) { other in
                try await AttendeeLists(
                    database: exports, folder: URL(fileURLWithPath: folder), formats: formats,
                    layout: ListLayout(columns: columns, dialect: dialect, language: language),
                    demand: ExportDemand(session: other)
                ).write(scope, actor: "command") { progress.show($0, of: $1) }
            }
        }
        progress.end()
        print("Wrote \(report.files.counted("file")) with \(report.rows.counted("sign-up")) to \(folder)/")
    }

    private var scope: ExportScope {
        if let venue { return .venue(venue) }
        return session.isEmpty ? .edition : .sessions(session)
    }

    private func formats() throws -> [ListFormat] {
        var formats: [ListFormat] = []
        for name in format.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            guard let format = ListFormat(rawValue: name) else {
                throw ValidationError("--format '\(name)' is not known; write csv, xlsx, json or sheet")
            }
            if !formats.contains(format) { formats.append(format) }
        }
        guard !formats.isEmpty else { throw ValidationError("--format is empty; write csv, xlsx, json or sheet") }
        return formats
    }

    private func verifyNight(in folder: String) throws {
        let verification = NightVerification(folder: URL(fileURLWithPath: folder))
        for finding in verification.findings {
            print(
                "\(finding.problem == nil ? "ok   " : "WRONG")  \(finding.name)\(finding.problem.map { " \($0)" } ?? "")"
            )
        }
        guard verification.isGood else { throw ExitCode(1) }
        print("\(verification.findings.count.counted("file is", plural: "files are")) as written.")
    }
}
