public import Foundation

/// How full a session is, as staff see it.
public struct SessionCount: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let slug: String
    public let title: Localized
    public let theme: Theme
    public let startsAt: Date
    public let endsAt: Date
    public let venueSlug: String
    public let venue: String
    public let room: String
    public let tally: Tally
    public let isPublished: Bool
    public let isCalledOff: Bool
    public let phase: Session.SignUpPhase

    public init(
        id: Int64, slug: String, title: Localized, theme: Theme, startsAt: Date, endsAt: Date, venueSlug: String,
        venue: String, room: String, tally: Tally, isPublished: Bool, isCalledOff: Bool, phase: Session.SignUpPhase
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.theme = theme
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.venueSlug = venueSlug
        self.venue = venue
        self.room = room
        self.tally = tally
        self.isPublished = isPublished
        self.isCalledOff = isCalledOff
        self.phase = phase
    }

    /// Whether people can come to it.
    public var isOn: Bool { isPublished && !isCalledOff }
}
