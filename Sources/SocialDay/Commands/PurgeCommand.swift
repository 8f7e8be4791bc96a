internal import ArgumentParser
internal import RegistrationStore

struct PurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Deletes personal data past its retention.",
        discussion: "The service does so by itself every hour; 'edition describe' says for how long data is kept.")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Only says what would be deleted.")
    var dryRun = false

    func run() async throws {
        let forgotten = try await database.withSession(role: .admin) { session in
            try await Administration(session: session).forgetPeople(dryRun: dryRun)
        }
        if forgotten.isEmpty { print("Nothing is past its retention.") }
        for people in forgotten {
            print(
                "Edition \(people.edition): \(dryRun ? "would delete" : "deleted") \(people.attendees) attendees and "
                    + "\(people.signUps) sign-ups.")
        }
    }
}
