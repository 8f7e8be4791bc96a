public import Foundation

/// What one attends: a slot in a room, with a capacity.
public struct Session: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let slug: String
    public let title: Localized
    public let summary: Localized
    public let format: Format
    public let theme: Theme
    public let host: Host
    public let venue: Venue
    /// The name of the room.
    public let room: String
    public let startsAt: Date
    /// Half-open: a session that starts at this instant does not overlap.
    public let endsAt: Date
    public let capacity: Int
    /// The language spoken.
    public let language: Language
    public let hasSignLanguage: Bool
    public let hasWaitingList: Bool
    /// Whom it is for, where that is not everyone.
    public let audience: String?
    public let signUpsOpenAt: Date
    public let signUpsCloseAt: Date
    public let isCancelled: Bool
    /// How often what calendars hold of it has changed (RFC 5545, section 3.8.7.4).
    public let calendarSequence: Int
    /// When anything that is told of it last changed.
    public let updatedAt: Date
    /// When it was to start as it was first published, where it was moved since.
    public let movedFrom: Date?

    public init(
        id: Int64, slug: String, title: Localized, summary: Localized, format: Format, theme: Theme, host: Host,
        venue: Venue, room: String, startsAt: Date, endsAt: Date, capacity: Int, language: Language = .french,
        hasSignLanguage: Bool = false, hasWaitingList: Bool = true, audience: String? = nil, signUpsOpenAt: Date,
        signUpsCloseAt: Date, isCancelled: Bool = false, calendarSequence: Int = 0,
        updatedAt: Date = .distantPast, movedFrom: Date? = nil
    ) {
        self.id = id
        self.slug = slug
        self.title = title
        self.summary = summary
        self.format = format
        self.theme = theme
        self.host = host
        self.venue = venue
        self.room = room
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.capacity = capacity
        self.language = language
        self.hasSignLanguage = hasSignLanguage
        self.hasWaitingList = hasWaitingList
        self.audience = audience
        self.signUpsOpenAt = signUpsOpenAt
        self.signUpsCloseAt = signUpsCloseAt
        self.isCancelled = isCancelled
        self.calendarSequence = calendarSequence
        self.updatedAt = updatedAt
        self.movedFrom = movedFrom
    }

    /// Whether a form makes sense at an instant. Only the database's clock decides, when the form comes in.
    public func signUpPhase(at now: Date) -> SignUpPhase {
        if isCancelled || now >= signUpsCloseAt { return .closed }
        return now < signUpsOpenAt ? .notYetOpen : .open
    }

    public enum SignUpPhase: Hashable, Sendable {
        case notYetOpen, open, closed
    }
}

/// How full a session is, at most a quarter of a second ago.
public struct Tally: Hashable, Sendable {
    public let capacity: Int
    /// Places confirmed.
    public let confirmed: Int
    /// Sign-ups on the waiting list.
    public let waiting: Int

    public init(capacity: Int, confirmed: Int = 0, waiting: Int = 0) {
        self.capacity = capacity
        self.confirmed = confirmed
        self.waiting = waiting
    }

    public var placesLeft: Int { max(0, capacity - confirmed) }
}
