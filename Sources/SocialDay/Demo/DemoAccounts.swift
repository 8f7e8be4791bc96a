internal import Registration
internal import RegistrationStore

/// The staff of a demo, whose passwords everybody knows: one of each role. Their one-time codes come from the program, so that
/// nobody needs a telephone: `socialday user code`.
enum DemoAccounts {
    struct Account {
        let email: String
        let role: StaffRole
        var venues: [String] = []
    }

    /// The same for all: a demo is to be looked at.
    static let password = "un jour solidaire à Paris"

    static let all = [
        Account(email: "administration@demonstration.example", role: .administrator),
        Account(email: "organisation@demonstration.example", role: .organiser),
        Account(
            email: "mairies@demonstration.example", role: .venueManager, venues: ["mairie-11e", "mairie-20e"]),
    ]

    /// Makes those that are not there yet; what was changed in a demo stays changed.
    static func make(_ administration: Administration) async throws {
        let known = Set(try await administration.accounts().map(\.email))
        let missing = all.filter { !known.contains($0.email) }
        guard !missing.isEmpty else { return }
        let hash = try await PasswordDesk.shared.hash(password)
        for account in missing {
            let new = NewAccount(
                email: try EmailAddress(account.email), role: account.role, venues: account.venues, language: .french,
                password: hash)
            let (outcome, id) = try await administration.addAccount(new)
            guard outcome == .added, let id else {
                throw SettingsError(["the demo's account \(account.email) can't be made: \(outcome.rawValue)"])
            }
            try await administration.setFactor(of: id)
        }
    }

    static func print(folder: DemoFolder) {
        Output.line("Staff: password \"\(password)\" at /staff for")
        for account in all {
            let place = account.venues.isEmpty ? "" : " of " + account.venues.joined(separator: ", ")
            Output.line("  \(account.email)  \(account.role.rawValue)\(place)")
        }
        Output.line("Each is asked for a code, too: socialday user code --email EMAIL --data \(folder.path)")
    }
}
