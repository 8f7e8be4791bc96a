internal import ArgumentParser
internal import RegistrationStore

struct PurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge", abstract: "Deletes personal data past its retention.",
        discussion: "The service does so by itself every hour; 'edition describe' says for how long data is kept.")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Only says whose data would be deleted.")
    var dryRun = false

    func run() async throws {
        let (forgotten, needs) = try await database.withSession(role: .admin) { session in
            let administration = Administration(session: session)
            let people = try await administration.forgetPeople(dryRun: dryRun)
            return (people, dryRun ? 0 : try await administration.forgetNeeds())
        }
        if forgotten.isEmpty, needs == 0 { print("Nothing is past its retention.") }
        if needs > 0 { print("Deleted what \(needs) sign-ups told of needs.") }
        for people in forgotten {
            print(
                "Edition \(people.edition): \(dryRun ? "would delete" : "deleted") \(people.attendees) attendees and "
                    + "\(people.signUps) sign-ups.")
        }
    }
}
