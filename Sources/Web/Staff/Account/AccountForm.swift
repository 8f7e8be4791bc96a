internal import Presentation
internal import Registration
internal import RegistrationStore

/// What is typed of an account: a new one, or another role for one that is there.
struct AccountForm: Sendable {
    var email = ""
    var role: StaffRole?
    /// Slugs.
    var venues: [String] = []
    var language: Language?

    /// Why it is not taken.
    enum Rejected: Error, Hashable, Sendable {
        case email(FieldProblem)
        case role
        case known
        case venuesNeeded
        case noVenues
        case lastAdministrator
    }

    /// An empty one.
    init(language: Language) { self.language = language }

    init(_ account: ListedAccount) {
        email = account.email
        role = account.role
        venues = account.venues
        language = account.language
    }

    init(_ fields: FormFields) {
        email = fields["email"]
        role = StaffRole(rawValue: fields["role"]).flatMap { StaffRole.ofAccounts.contains($0) ? $0 : nil }
        language = Language(rawValue: fields["language"])
        // Boxes that were ticked before another role was chosen are not meant any more.
        venues = role == .venueManager ? fields.all("venue") : []
    }

    func account() -> Result<NewAccount, Rejected> {
        let address: EmailAddress
        do { address = try EmailAddress(email) } catch { return .failure(.email(error)) }
        guard let role else { return .failure(.role) }
        return .success(NewAccount(email: address, role: role, venues: venues, language: language ?? .french))
    }
}

extension AccountForm.Rejected {
    /// The field that it is about, by its id.
    var field: String {
        switch self {
        case .email, .known: "email"
        case .role, .lastAdministrator: "role-administrator"
        case .venuesNeeded, .noVenues: "venues"
        }
    }

    func message(_ language: Language) -> String {
        let texts = Texts.all.accounts
        return switch self {
        case .email(let problem): problem.message(for: .email, in: language)
        case .role: texts.roleMissing[language]
        case .known: texts.known[language]
        case .venuesNeeded: texts.venuesNeeded[language]
        case .noVenues: texts.noVenues[language]
        case .lastAdministrator: texts.lastAdministrator[language]
        }
    }
}
