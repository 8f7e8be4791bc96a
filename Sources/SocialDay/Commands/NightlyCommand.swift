internal import Export
internal import Foundation
internal import Postgres
internal import Registration

/// `export --nightly`.
struct NightlyCommand {
    let database: DatabaseOptions
    let out: String?

    func run() async throws {
        let settings = try database.settings()
        let logger = Log.make(level: settings.logLevel)
        let encryption = try NightEncryption(settings)
        if case .unset = encryption, database.data == nil {
            Output.warn("not encrypted, since SOCIALDAY_EXPORT_RECIPIENTS is not set: 'none' says that it is meant")
        }
        let progress = ExportProgress()
        let connection = try database.configuration(settings, role: .admin)
        try await database.withSession(role: .admin) { _ in }
        let plan = NightlyExport.Plan(
            nights: Nights(root: folder(settings)), recipients: encryption.recipients, allowsPlain: true,
            retention: settings.exportRetention)
        let outcome = try await NightlyExport(connection, plan, logger: logger).run { progress.show($0, of: $1) }
        progress.end()
        tell(outcome, plan)
    }

    private func folder(_ settings: Settings) -> URL {
        if let path = out ?? settings.exportFolder { return URL(fileURLWithPath: path) }
        if let data = database.data { return DemoFolder(path: data).exports }
        return URL(fileURLWithPath: "exports")
    }

    private func tell(_ outcome: NightlyExport.Outcome, _ plan: NightlyExport.Plan) {
        switch outcome {
        case .written(let manifest):
            print(
                "Wrote \(manifest.files.count.counted("file")) with \(manifest.rows.counted("sign-up")) to \(plan.nights.root.path)/\(manifest.night)/"
            )
            if let since = manifest.since, let changes = manifest.changes {
                print("Since \(since): \(changes.new) new, \(changes.changed) changed, \(changes.cancelled) cancelled.")
            }
            if !manifest.agrees { Output.warn("counters of the database disagree with its sign-ups; see the manifest") }
        case .alreadyThere(let night): print("The night \(night) is written already; nothing was changed.")
        case .noEdition: print("There is no edition yet, and nothing to export.")
        }
    }
}
