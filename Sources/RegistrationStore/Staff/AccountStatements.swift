public import Foundation
internal import Postgres
public import Registration

/// An account with what a password is compared with.
public struct LoginAccount: Sendable {
    public let id: UUID
    /// `nil` until one was chosen.
    public let password: PasswordHash?
    public let role: StaffRole
    public let language: Language
    public let factorVersion: Int
    public let hasFactor: Bool
    /// The time step of the last one-time code that was used.
    public let factorStep: Int64
}

/// An account in the list of all of them.
public struct ListedAccount: Sendable {
    public let id: UUID
    public let email: String
    public let role: StaffRole
    public let language: Language
    /// Slugs and names, of a venue manager.
    public let venues: [String]
    public let venueNames: [String]
    public let hasPassword: Bool
    public let hasFactor: Bool
    public let createdAt: Date
    public let disabledAt: Date?
    public let lastSeenAt: Date?
}

/// What became of a change to an account.
public enum AccountChange: String, Sendable {
    case done, changed
    case unknownAccount = "unknown_account"
    case unknownVenue = "unknown_venue"
    case venuesNeeded = "venues_needed"
    /// The role has none.
    case noVenues = "no_venues"
    /// Nobody could manage accounts any more.
    case lastAdministrator = "last_administrator"
}

/// What became of adding an account.
public enum AccountAddition: String, Sendable {
    case added
    /// There is one under the address.
    case known
    case unknownVenue = "unknown_venue"
    case venuesNeeded = "venues_needed"
    case noVenues = "no_venues"
}

/// What an account is to be.
public struct NewAccount: Sendable {
    public let email: EmailAddress
    public let role: StaffRole
    /// Slugs.
    public let venues: [String]
    public let language: Language
    /// `nil`: it is invited to choose one.
    public let password: PasswordHash?

    public init(
        email: EmailAddress, role: StaffRole, venues: [String], language: Language, password: PasswordHash? = nil
    ) {
        self.email = email
        self.role = role
        self.venues = venues
        self.language = language
        self.password = password
    }
}

struct AccountsStatement: PostgresStatement {
    static let sql = """
        select id, email, role, language, venues, venue_names, has_password, has_factor, created_at, disabled_at,
            last_seen_at
        from api.accounts($1)
        """

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> ListedAccount {
        ListedAccount(
            id: try row.decode(UUID.self), email: try row.decode(String.self),
            role: try row.decodeAnswer(of: "api.accounts"), language: try row.decodeAnswer(of: "api.accounts"),
            venues: try row.decode([String].self), venueNames: try row.decode([String].self),
            hasPassword: try row.decode(Bool.self), hasFactor: try row.decode(Bool.self),
            createdAt: try row.decode(Date.self), disabledAt: try row.decode(Date?.self),
            lastSeenAt: try row.decode(Date?.self))
    }
}

struct AddAccountStatement: PostgresStatement {
    static let sql = "select outcome, id from api.add_account($1, $2, $3, $4, $5, $6)"

    let actor: StaffActor
    let account: NewAccount

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(account.email.text)
        parameters.append(account.role.rawValue)
        parameters.append(account.venues)
        parameters.append(account.language.rawValue)
        parameters.append(account.password?.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> (AccountAddition, UUID?) {
        (try row.decodeAnswer(of: "api.add_account"), try row.decode(UUID?.self))
    }
}

struct ChangeAccountStatement: PostgresStatement {
    static let sql = "select api.change_account($1, $2, $3, $4)"

    let actor: StaffActor
    let id: UUID
    let role: StaffRole
    let venues: [String]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(role.rawValue)
        parameters.append(venues)
    }

    static func decode(_ row: inout PostgresRow) throws -> AccountChange {
        try row.decodeAnswer(of: "api.change_account")
    }
}

struct DisableAccountStatement: PostgresStatement {
    static let sql = "select api.disable_account($1, $2, $3)"

    let actor: StaffActor
    let id: UUID
    let isDisabled: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(isDisabled)
    }

    static func decode(_ row: inout PostgresRow) throws -> AccountChange {
        try row.decodeAnswer(of: "api.disable_account")
    }
}

struct ResetAccountStatement: PostgresStatement {
    static let sql = "select api.reset_account($1, $2, $3)"

    let actor: StaffActor
    let id: UUID
    let password: PasswordHash?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
        parameters.append(password?.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> AccountChange {
        try row.decodeAnswer(of: "api.reset_account")
    }
}
