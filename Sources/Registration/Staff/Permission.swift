/// What somebody of the staff may do; `app.permissions` in SQL has the same names and says it again.
public enum Permission: String, CaseIterable, Hashable, Sendable {
    case programmeChange = "programme:change"
    case peopleRead = "people:read"
    case peopleChange = "people:change"
    case peopleExport = "people:export"
    case peopleWriteTo = "people:write_to"
    /// Capacity, confirmed, waiting and inside, of a venue.
    case countsRead = "counts:read"
    case capacityChange = "capacity:change"
    /// Checking in and out.
    case doorWork = "door:work"
    /// Giving out stewards' links.
    case doorOpen = "door:open"
    case accountsManage = "accounts:manage"
    case recordRead = "record:read"

    /// Whether it shows numbers, and nobody: what a venue manager may do before the second factor is set up.
    public var isOfNumbers: Bool { self == .countsRead || self == .capacityChange }
}

/// What somebody is for the service.
public enum StaffRole: String, CaseIterable, Hashable, Sendable {
    case administrator
    /// Of the edition.
    case organiser
    /// Of named venues only.
    case venueManager = "venue_manager"
    /// At one door, on one day, by a link and without an account.
    case steward

    /// The roles that an account can have.
    public static let ofAccounts: [StaffRole] = [.administrator, .organiser, .venueManager]

    public var permissions: Set<Permission> {
        switch self {
        case .administrator: Set(Permission.allCases)
        case .organiser: Set(Permission.allCases).subtracting([.accountsManage])
        case .venueManager: [.countsRead, .capacityChange, .doorWork, .doorOpen]
        case .steward: [.countsRead, .doorWork]
        }
    }

    /// Whether it may do at its own venues only what it may do at all.
    public var isOfVenues: Bool { self == .venueManager || self == .steward }

    /// Whether all it does concerns people and their data, so that it opens nothing before a one-time code is set up. Venue
    /// managers have boards, which show none; for names at their doors they set it up, too.
    public var needsSecondFactor: Bool { self == .administrator || self == .organiser }
}
