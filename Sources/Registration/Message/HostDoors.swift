public import Foundation

/// The doors of a host's sessions, as they are mailed to it.
public struct HostDoors: Sendable {
    public struct Door: Sendable {
        public let link: UUID
        public let venue: String
        public let room: String
        /// In the order of the day.
        public let sessions: [Slot]

        public init(link: UUID, venue: String, room: String, sessions: [Slot]) {
            self.link = link
            self.venue = venue
            self.room = room
            self.sessions = sessions
        }
    }

    public struct Slot: Sendable {
        public let title: Localized
        public let startsAt: Date
        public let endsAt: Date

        public init(title: Localized, startsAt: Date, endsAt: Date) {
            self.title = title
            self.startsAt = startsAt
            self.endsAt = endsAt
        }
    }

    public let host: String
    public let timeZone: TimeZone
    public let doors: [Door]

    public init(host: String, timeZone: TimeZone, doors: [Door]) {
        self.host = host
        self.timeZone = timeZone
        self.doors = doors
    }
}

/// A message that somebody mails to themselves before it is sent to people.
public struct MessageTest: Sendable {
    public let message: Message.Version
    /// For an example.
    public let session: Session
    public let timeZone: TimeZone

    public init(message: Message.Version, session: Session, timeZone: TimeZone) {
        self.message = message
        self.session = session
        self.timeZone = timeZone
    }
}
