internal import ArgumentParser
internal import Foundation
internal import Registration
internal import RegistrationStore

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports venues or sessions from a CSV file: all of it, or nothing.",
        subcommands: [Venues.self, Sessions.self])

    struct Venues: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Imports venues and their rooms.")
        @OptionGroup var options: ImportOptions
        func run() async throws { try await options.importFile(.venues) }
    }

    struct Sessions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Imports sessions of the current edition.")
        @OptionGroup var options: ImportOptions
        func run() async throws { try await options.importFile(.sessions) }
    }
}

struct ImportOptions: ParsableArguments {
    @Argument(help: "A CSV file, UTF-8, with a header; commas or semicolons.")
    var file: String

    @Flag(help: "Only say what would happen.")
    var dryRun = false

    @OptionGroup var database: DatabaseOptions

    /// Far above any programme, far below the memory.
    private static let sizeLimit = 32 * 1024 * 1024

    func importFile(_ kind: ImportFile.Kind) async throws {
        let bytes = try read()
        let findings = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            let timeZone = try await administration.currentEdition()?.timeZone ?? DemoDay.timeZone
            let parsed = try ImportFile(bytes, kind: kind, timeZone: timeZone)
            return try await administration.importFile(parsed, commit: !dryRun)
        }
        let problems = findings.compactMap(\.problem)
        guard problems.isEmpty else { throw ImportProblems(problems) }
        report(findings, kind)
    }

    private func read() throws -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let size = attributes?[.size] as? Int, let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("can't read '\(file)'; check that it exists and that this user may read it")
        }
        guard size <= Self.sizeLimit else {
            throw ValidationError(
                "'\(file)' is larger than \(Self.sizeLimit >> 20) MiB; split it, or check that it is the right file")
        }
        return Array(data)
    }

    private func report(_ findings: [ImportFinding], _ kind: ImportFile.Kind) {
        var created = 0
        var updated = 0
        for finding in findings {
            switch finding {
            case .created: created += 1
            case .updated: updated += 1
            case .roomMade(let name): print("room made: \(name)")
            case .problem: break
            }
        }
        let verb = dryRun ? "Would import" : "Imported"
        print(
            "\(verb) \(created + updated) \(kind.rawValue): \(created) new, \(updated) known\(dryRun ? "; nothing was changed" : "")."
        )
    }
}

extension ImportFinding {
    /// What the database found wrong with a line, in words.
    fileprivate var problem: ImportProblem? {
        guard case .problem(let line, let code, let detail) = self else { return nil }
        let (column, message): (String?, String) =
            switch code {
            case "unknown_venue": ("venue", "there is no venue '\(detail)'; import it first, or correct the slug")
            case "room_overlap": ("room", "is taken at that time (\(detail)); choose another room or time")
            case "capacity_above_room":
                ("capacity", "is above the room's (\(detail)); lower it, or raise the room's by importing the venue")
            case "capacity_below_confirmed": ("capacity", "is below the \(detail) places that are confirmed already")
            case "capacity_below_sessions":
                ("room_capacity", "is below the capacity of '\(detail)', which is held there")
            case "outside_edition": ("starts_at", "is not on a day of the current edition (\(detail))")
            case "has_sign_ups": ("starts_at", "can't be moved by an import: \(detail) people have signed up")
            case "too_many_days":
                ("starts_at", "the sessions span more days than an edition has (\(detail)); create the edition first")
            default: (nil, "\(code) \(detail)")
            }
        return ImportProblem(line: line, column: column, message)
    }
}
