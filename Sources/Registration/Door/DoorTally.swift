/// How many are at a session's door.
public struct DoorTally: Hashable, Sendable {
    public let roomCapacity: Int
    public let capacity: Int
    /// Places confirmed.
    public let confirmed: Int
    /// Sign-ups on the waiting list.
    public let waiting: Int
    /// People with confirmed places who have come.
    public let arrived: Int
    /// Those of them who are inside now.
    public let inside: Int
    /// People let in without places.
    public let walkIns: Int
    public let walkInsInside: Int
    /// What was recorded without network and somebody should look at.
    public let flagged: Int
    /// How many may still be let in without places.
    public let remaining: Int

    public init(
        roomCapacity: Int, capacity: Int, confirmed: Int = 0, waiting: Int = 0, arrived: Int = 0, inside: Int = 0,
        walkIns: Int = 0, walkInsInside: Int = 0, flagged: Int = 0, remaining: Int = 0
    ) {
        self.roomCapacity = roomCapacity
        self.capacity = capacity
        self.confirmed = confirmed
        self.waiting = waiting
        self.arrived = arrived
        self.inside = inside
        self.walkIns = walkIns
        self.walkInsInside = walkInsInside
        self.flagged = flagged
        self.remaining = remaining
    }

    public var allInside: Int { inside + walkInsInside }

    /// How near the people inside are to what fire safety allows in the room: near from nine tenths on.
    public var crowding: Crowding {
        if allInside >= roomCapacity { return .full }
        return allInside * 10 >= roomCapacity * 9 ? .near : .fine
    }

    public enum Crowding: String, Hashable, Sendable {
        case fine, near, full
    }
}

/// One line of who is expected at a session's door.
public struct ExpectedSignUp: Hashable, Sendable {
    public let reference: Reference
    public let secretVersion: Int
    /// `nil` for one that was cancelled.
    public let name: String?
    public let places: Int
    public let status: SignUp.Status
    public let position: Int?
    public let inside: Int
    public let arrived: Int
    /// Let in without a place.
    public let isWalkIn: Bool
    public let needs: [Needs.Kind]

    public init(
        reference: Reference, secretVersion: Int, name: String?, places: Int, status: SignUp.Status, position: Int?,
        inside: Int, arrived: Int, isWalkIn: Bool, needs: [Needs.Kind]
    ) {
        self.reference = reference
        self.secretVersion = secretVersion
        self.name = name
        self.places = places
        self.status = status
        self.position = position
        self.inside = inside
        self.arrived = arrived
        self.isWalkIn = isWalkIn
        self.needs = needs
    }

    /// What a device without network knows the code on the ticket by: it holds no secret that opens anything.
    public func codeHash(key: TicketKey) -> String {
        let token = Ticket.token(signUp: reference.signUp, version: secretVersion, purpose: .door, key: key)
        return CodeHash.of(token)
    }
}
