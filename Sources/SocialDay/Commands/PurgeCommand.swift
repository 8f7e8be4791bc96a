internal import ArgumentParser
internal import RegistrationStore

struct PurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Deletes personal data past its retention.",
        discussion:
            "The service does so by itself every hour. 'edition describe' says for how long data is kept; what was "
            + "deleted and when stands in the view api.purges, how many people there were in api.session_counts.")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Only says what would be deleted.")
    var dryRun = false

    func run() async throws {
        let aged = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            return dryRun ? try await administration.pastRetention().map(\.data) : try await administration.purge()
        }
        if aged.isEmpty { print("Nothing is past its retention.") }
        for data in aged {
            let edition = data.edition.map { "Edition \($0): " } ?? "All editions: "
            print("\(edition)\(dryRun ? "would delete" : "deleted") \(data.words)")
        }
    }
}

extension AgedData {
    /// `2 attendees`
    var words: String {
        switch kind {
        case .needs: "what \(rows.counted("sign-up")) told of needs"
        case .attendees: rows.counted("attendee")
        case .signUps: "\(rows.counted("sign-up")) with places"
        case .signUpsWithoutPlace: "\(rows.counted("sign-up")) without a place"
        case .letters: rows.counted("letter")
        case .requestKeys: rows.counted("request key")
        case .checkIns: rows.counted("check-in")
        case .notes: rows.counted("note")
        }
    }
}
