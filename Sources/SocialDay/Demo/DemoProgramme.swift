internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The programme that a demo starts with: 18 town halls and their sessions, on a day that lies ahead when it is made.
enum DemoProgramme {
    /// The date that stands in the file, in place of the day that is known only when the demo is made.
    private static let placeholder = "2000-01-01"

    /// Loads the programme unless there is an edition already: one appears only together with its sessions, so that a load
    /// that was interrupted is made up for at the next start.
    static func load(_ administration: Administration) async throws {
        if try await administration.currentEdition() == nil {
            let day = DemoDay.day()
            try await load("venues", .venues, administration) { $0 }
            try await load("sessions", .sessions, administration) { $0.replacing(placeholder, with: day.description) }
        }
        if let edition = try await administration.currentEdition(), edition.duties == Duties() {
            _ = try await administration.describeEdition(edition.id, DemoDuties.all)
        }
    }

    private static func load(
        _ name: String, _ kind: ImportFile.Kind, _ administration: Administration, change: (String) -> String
    ) async throws {
        let file = Bundle.module.bundleURL.appending(components: "Programme", "\(name).csv")
        let text = change(try String(contentsOf: file, encoding: .utf8))
        let imported = try ImportFile(Array(text.utf8), kind: kind, timeZone: Edition.usualTimeZone)
        let effect = try await administration.importFile(imported, commit: true)
        if let problem = effect.problems.first {
            throw SettingsError(["the demo's \(name).csv: \(ImportPhrases(.english).line(problem))"])
        }
    }
}
