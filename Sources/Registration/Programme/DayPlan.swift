internal import Foundation

/// Several sessions that somebody wants to attend on one day: whether they can.
///
/// Travel is reckoned by the straight line, so its speeds are lower than those of feet and trains.
public struct DayPlan: Sendable {
    /// Kilometres of straight line in an hour on foot, streets and crossings included.
    public static let walkingSpeed = 4.0
    /// Minutes to reach a platform and to come up again, and kilometres of straight line in an hour between.
    public static let (rideOverhead, ridingSpeed) = (12.0, 15.0)

    /// What does not go together, of two sessions.
    public struct Conflict: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            case overlap
            /// Less time between them than the way takes, both in whole minutes.
            case tooFar(minutesBetween: Int, minutesNeeded: Int)
        }

        public let first: Session
        public let second: Session
        public let kind: Kind
    }

    /// In the order of the day.
    public let sessions: [Session]
    public let conflicts: [Conflict]

    public init(_ chosen: [Session]) {
        let sessions = chosen.sorted { ($0.startsAt, $0.endsAt, $0.slug) < ($1.startsAt, $1.endsAt, $1.slug) }
        self.sessions = sessions
        conflicts = sessions.indices.flatMap { index in
            sessions[(index + 1)...].compactMap { Self.conflict(between: sessions[index], and: $0) }
        }
    }

    private static func conflict(between first: Session, and second: Session) -> Conflict? {
        guard !first.isCancelled, !second.isCancelled else { return nil }
        if second.startsAt < first.endsAt { return Conflict(first: first, second: second, kind: .overlap) }
        let between = Int(second.startsAt.timeIntervalSince(first.endsAt) / 60)
        let needed = minutes(from: first.venue, to: second.venue)
        guard between < needed else { return nil }
        return Conflict(
            first: first, second: second, kind: .tooFar(minutesBetween: between, minutesNeeded: needed))
    }

    /// Minutes from one venue to another, on foot or by train, whichever is quicker; 0 within a venue.
    public static func minutes(from: Venue, to: Venue) -> Int {
        guard from.slug != to.slug else { return 0 }
        let distance = from.metres(to: to) / 1000
        return Int(min(distance / walkingSpeed * 60, rideOverhead + distance / ridingSpeed * 60).rounded(.up))
    }
}
