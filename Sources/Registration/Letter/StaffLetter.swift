public import Foundation

/// A mail to be written to somebody of the staff, or to a host.
public struct StaffLetter: Identifiable, Sendable {
    /// From which the Message-ID is made.
    public let id: Int64
    public let language: Language
    public let email: EmailAddress
    public let news: StaffNews

    public init(id: Int64, language: Language, email: EmailAddress, news: StaffNews) {
        self.id = id
        self.language = language
        self.email = email
        self.news = news
    }
}

/// What a letter to staff tells.
public enum StaffNews: Sendable {
    /// Somebody may choose the first password of an account.
    case invitation(AccountLink)
    /// Somebody asked for another password.
    case reset(AccountLink)
    /// A host's doors.
    case hostDoors(HostDoors)
    /// What somebody wrote to people, to themselves.
    case messageTest(MessageTest)
    /// A nightly export is there.
    case nightWritten(NightNews)
    /// One failed.
    case nightFailed(NightNews)

    /// The kind's name in the database.
    public var kind: String {
        switch self {
        case .invitation: "invitation"
        case .reset: "reset"
        case .hostDoors: "host_doors"
        case .messageTest: "message_test"
        case .nightWritten: "night_written"
        case .nightFailed: "night_failed"
        }
    }
}

/// A mailed link that opens an account once.
public struct AccountLink: Hashable, Sendable {
    public let id: UUID
    public let role: StaffRole
    /// The names of a venue manager's.
    public let venues: [String]
    public let expiresAt: Date
    public let timeZone: TimeZone

    public init(id: UUID, role: StaffRole, venues: [String], expiresAt: Date, timeZone: TimeZone) {
        self.id = id
        self.role = role
        self.venues = venues
        self.expiresAt = expiresAt
        self.timeZone = timeZone
    }
}
