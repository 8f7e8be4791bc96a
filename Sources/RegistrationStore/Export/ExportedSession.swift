public import Foundation
public import Registration

/// A session as its list tells of it, with what the database counts for it in the same snapshot.
public struct ExportedSession: Sendable {
    public let slug: String
    public let title: Localized
    public let host: String
    public let venueSlug: String
    public let venue: String
    public let room: String
    public let startsAt: Date
    public let endsAt: Date
    public let isCancelled: Bool
    /// Live sign-ups: how many rows its list must have.
    public let signUps: Int
    public let confirmedPlaces: Int
    public let waiting: Int
    /// Whether that is what the counters say that every change of a sign-up keeps up.
    public let agreesWithCounters: Bool

    public init(
        slug: String, title: Localized, host: String, venueSlug: String, venue: String, room: String, startsAt: Date,
        endsAt: Date, isCancelled: Bool, signUps: Int, confirmedPlaces: Int, waiting: Int, agreesWithCounters: Bool
    ) {
        self.slug = slug
        self.title = title
        self.host = host
        self.venueSlug = venueSlug
        self.venue = venue
        self.room = room
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.isCancelled = isCancelled
        self.signUps = signUps
        self.confirmedPlaces = confirmedPlaces
        self.waiting = waiting
        self.agreesWithCounters = agreesWithCounters
    }
}
