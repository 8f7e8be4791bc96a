public import Foundation

/// A session that somebody signed up for, as far as another one may get into its way.
public struct Engagement: Hashable, Sendable {
    public let session: Session.ID
    public let startsAt: Date
    public let endsAt: Date
    /// Otherwise they only wait, and their time is free.
    public let holdsPlaces: Bool

    public init(session: Session.ID, startsAt: Date, endsAt: Date, holdsPlaces: Bool) {
        self.session = session
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.holdsPlaces = holdsPlaces
    }

    /// Whether it leaves no room for a session: it is the same one, or at an overlapping time. Slots are half-open.
    func excludes(_ other: Session) -> Bool {
        session == other.id || holdsPlaces && startsAt < other.endsAt && other.startsAt < endsAt
    }
}
