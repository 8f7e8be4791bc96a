internal import ArgumentParser
internal import Foundation
internal import Presentation
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
        let effect = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            let timeZone = try await administration.currentEdition()?.timeZone ?? Edition.usualTimeZone
            return try await administration.importFile(try parse(bytes, kind, timeZone), commit: !dryRun)
        }
        guard effect.problems.isEmpty else { throw WrongFile(ImportProblems(effect.problems)) }
        report(effect, kind)
    }

    private func parse(_ bytes: [UInt8], _ kind: ImportFile.Kind, _ timeZone: TimeZone) throws -> ImportFile {
        do { return try ImportFile(bytes, kind: kind, timeZone: timeZone) } catch { throw WrongFile(error) }
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

    private func report(_ effect: ImportEffect, _ kind: ImportFile.Kind) {
        for room in effect.rooms { print("room made: \(room.venue), \(room.name) (\(room.capacity))") }
        for update in effect.updated where update.told > 0 {
            let clashes = update.clashes > 0 ? ", \(update.clashes) of whom with another session at that time" : ""
            let told = update.told.counted("person is", plural: "people are")
            print("\(update.slug) is moved: \(told) written to\(clashes)")
        }
        let verb = dryRun ? "Would import" : "Imported"
        let known = effect.updated.count + effect.unchanged
        let count = (effect.created.count + known).counted(kind == .venues ? "venue" : "session")
        print(
            "\(verb) \(count): \(effect.created.count) new, \(known) known\(dryRun ? "; nothing was changed" : "")."
        )
    }
}

/// An import file that is not taken, with every reason.
private struct WrongFile: Error, CustomStringConvertible {
    let description: String

    init(_ problems: ImportProblems) { description = ImportPhrases(.english).lines(problems) }
}
