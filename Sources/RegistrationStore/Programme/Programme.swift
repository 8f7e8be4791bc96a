public import Registration

/// The published programme of the current edition, as it stood at one moment.
public struct Programme: Sendable {
    public let edition: Edition?
    /// In the order of the day: by start, then venue, then room.
    public let sessions: [Session]
    public let venues: [Venue]
    /// Differs from that of every other state that this process has seen.
    public let version: Int

    private let positions: [String: Int]

    public init(edition: Edition?, sessions: [Session], venues: [Venue], version: Int) {
        self.edition = edition
        self.sessions = sessions
        self.venues = venues
        self.version = version
        positions = Dictionary(uniqueKeysWithValues: zip(sessions.map(\.slug), sessions.indices))
    }

    public func session(slug: some StringProtocol) -> Session? { positions[String(slug)].map { sessions[$0] } }

    public static let empty = Programme(edition: nil, sessions: [], venues: [], version: 0)
}

/// The programme with the places left.
public struct ProgrammeState: Sendable {
    public let programme: Programme
    public let tallies: [Session.ID: Tally]
    /// Changes whenever a tally does.
    public let talliesVersion: Int
    /// Until when the counters may be shown without looking again.
    public internal(set) var freshUntil: ContinuousClock.Instant

    public init(
        programme: Programme, tallies: [Session.ID: Tally], talliesVersion: Int, freshUntil: ContinuousClock.Instant
    ) {
        self.programme = programme
        self.tallies = tallies
        self.talliesVersion = talliesVersion
        self.freshUntil = freshUntil
    }

    public func tally(of session: Session) -> Tally { tallies[session.id] ?? Tally(capacity: session.capacity) }

    /// What a page that was rendered from this state can be told apart by.
    public var version: ProgrammeVersion {
        ProgrammeVersion(programme: programme.version, tallies: talliesVersion)
    }
}

public struct ProgrammeVersion: Hashable, Sendable {
    public let programme: Int
    public let tallies: Int
}
