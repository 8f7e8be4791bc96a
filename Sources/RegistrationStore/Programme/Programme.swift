public import Foundation
public import Registration

/// The published programme of the current edition, as it stood at one moment.
public struct Programme: Sendable {
    public let edition: Edition?
    /// In the order of the day: by start, then venue, then room.
    public let sessions: [Session]
    public let venues: [Venue]
    /// The organiser's, those to come and those past included.
    public let notices: [Notice]
    /// Differs from that of every other state that this process has seen.
    public let version: Int

    private let positions: [String: Int]

    public init(edition: Edition?, sessions: [Session], venues: [Venue], notices: [Notice] = [], version: Int) {
        self.edition = edition
        self.sessions = sessions
        self.venues = venues
        self.notices = notices
        self.version = version
        positions = Dictionary(uniqueKeysWithValues: zip(sessions.map(\.slug), sessions.indices))
    }

    public func session(slug: some StringProtocol) -> Session? { positions[String(slug)].map { sessions[$0] } }

    public func venue(slug: some StringProtocol) -> Venue? { venues.first { $0.slug == slug } }

    /// When sign-ups open next, while none are open: the first session's, or, where there is none yet, the edition's.
    public func opening(at now: Date) -> Date? {
        if sessions.isEmpty { return edition?.signUpsOpenAt.flatMap { now < $0 ? $0 : nil } }
        var next: Date?
        for session in sessions {
            switch session.signUpPhase(at: now) {
            case .open: return nil
            case .notYetOpen: next = min(next ?? session.signUpsOpenAt, session.signUpsOpenAt)
            case .closed: break
            }
        }
        return next
    }

    /// The notices that stand at a moment on pages about the whole edition and, where they are about one, a venue and a
    /// session.
    public func notices(at now: Date, venue: String? = nil, session: String? = nil) -> [Notice] {
        notices.filter { notice in
            guard notice.stands(at: now) else { return false }
            return switch notice.subject {
            case .edition: true
            case .venue(let slug): slug == venue
            case .session(let slug): slug == session
            }
        }
    }

    /// Those that stand on a page about several sessions.
    public func notices(at now: Date, about sessions: [Session]) -> [Notice] {
        notices.filter { notice in
            guard notice.stands(at: now) else { return false }
            return switch notice.subject {
            case .edition: true
            case .venue(let slug): sessions.contains { $0.venue.slug == slug }
            case .session(let slug): sessions.contains { $0.slug == slug }
            }
        }
    }

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
