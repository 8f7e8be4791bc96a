public import Foundation

/// Who does something, as SQL and the record write it.
public enum StaffActor: Hashable, Sendable, CustomStringConvertible {
    case account(UUID)
    /// Whoever holds a door link.
    case door(UUID)
    /// A program, by its API token.
    case token(UUID)
    /// Whoever runs the program's commands.
    case command

    public var description: String {
        switch self {
        case .account(let id): "account:\(id.uuidString.lowercased())"
        case .door(let id): "door:\(id.uuidString.lowercased())"
        case .token(let id): "token:\(id.uuidString.lowercased())"
        case .command: "command"
        }
    }
}

/// A venue as those know it who work there.
public struct StaffVenue: Hashable, Sendable {
    public let id: Int64
    public let slug: String
    public let name: String

    public init(id: Int64, slug: String, name: String) {
        self.id = id
        self.slug = slug
        self.name = name
    }
}

/// Where somebody of the staff may work.
public enum StaffVenues: Hashable, Sendable {
    case all
    case only([StaffVenue])

    public func contains(slug: String) -> Bool {
        switch self {
        case .all: true
        case .only(let venues): venues.contains { $0.slug == slug }
        }
    }
}

/// Somebody of the staff: an account that is logged in, or a steward.
public struct StaffMember: Hashable, Sendable {
    public let actor: StaffActor
    public let role: StaffRole
    public let venues: StaffVenues

    public init(actor: StaffActor, role: StaffRole, venues: StaffVenues) {
        self.actor = actor
        self.role = role
        self.venues = venues
    }

    /// - Parameter venue: Where, by its slug; `nil`: whether at any venue at all.
    public func may(_ permission: Permission, at venue: String? = nil) -> Bool {
        guard role.permissions.contains(permission) else { return false }
        return venue.map(venues.contains(slug:)) ?? true
    }
}

/// An account that is logged in, as one browser's login tells.
public struct StaffLogin: Hashable, Sendable {
    public let id: UUID
    public let account: UUID
    public let email: String
    public let role: StaffRole
    public let venues: StaffVenues
    public let language: Language
    public let factorVersion: Int
    public let hasFactor: Bool
    /// When it last showed a password or a code.
    public let provedAt: Date

    public init(
        id: UUID, account: UUID, email: String, role: StaffRole, venues: StaffVenues, language: Language,
        factorVersion: Int, hasFactor: Bool, provedAt: Date
    ) {
        self.id = id
        self.account = account
        self.email = email
        self.role = role
        self.venues = venues
        self.language = language
        self.factorVersion = factorVersion
        self.hasFactor = hasFactor
        self.provedAt = provedAt
    }

    public var member: StaffMember { StaffMember(actor: .account(account), role: role, venues: venues) }
}

/// What a door link opens: one venue, or one room of it, on one day.
public struct StaffDoor: Hashable, Sendable {
    public let id: UUID
    public let venue: StaffVenue
    /// `nil`: the whole venue.
    public let room: Room?
    public let day: CalendarDay
    public let expiresAt: Date

    public struct Room: Hashable, Sendable {
        public let id: Int64
        public let name: String

        public init(id: Int64, name: String) {
            self.id = id
            self.name = name
        }
    }

    public init(id: UUID, venue: StaffVenue, room: Room?, day: CalendarDay, expiresAt: Date) {
        self.id = id
        self.venue = venue
        self.room = room
        self.day = day
        self.expiresAt = expiresAt
    }

    public var member: StaffMember { StaffMember(actor: .door(id), role: .steward, venues: .only([venue])) }
}
