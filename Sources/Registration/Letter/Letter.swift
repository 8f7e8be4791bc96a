public import Foundation

/// A mail to be written: to whom, and what there is to tell, as it is at this moment.
public struct Letter: Identifiable, Sendable {
    /// The outbox's number, from which the Message-ID is made.
    public let id: Int64
    public let language: Language
    public let email: EmailAddress
    public let writtenAt: Date
    /// One piece, but for letters that were gathered because their address had got too many in an hour.
    public let news: [News]

    public init(id: Int64, language: Language, email: EmailAddress, writtenAt: Date, news: [News]) {
        self.id = id
        self.language = language
        self.email = email
        self.writtenAt = writtenAt
        self.news = news
    }
}

/// What one letter of the outbox tells.
public struct News: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case confirmed, waiting, promoted, cancelled, changed, switched, clash, day, reminder, tickets, message
        case passedOver = "passed_over"
        case movedToWaiting = "moved_to_waiting"
        case alreadySignedUp = "already_signed_up"
        case sessionChanged = "session_changed"
        case sessionCancelled = "session_cancelled"
        /// It was off, and takes place after all.
        case sessionRestored = "session_restored"
        /// Its place has another name or address, and is where it was or is not far.
        case placeRenamed = "place_renamed"
        case addressLink = "address_link"
    }

    public let kind: Kind
    /// When it became true.
    public let since: Date
    public let timeZone: TimeZone
    public let attendee: Int64
    /// What it is about: one sign-up, or all those of a reminder; of a clash, what the attendee holds.
    public let signUps: [SignUpNews]
    /// The session that a clash kept the attendee out of.
    public let session: Session?
    /// What became of each session of a form for several.
    public let answers: [Answer]
    /// What a switch let go of; what a session that was moved overlaps now.
    public let others: [SignUpNews]
    /// Sessions to come to in place of one that was called off.
    public let alternatives: [Session]
    /// What a session that was moved, or whose place was renamed, was before.
    public let previous: Previous?
    /// What organisers wrote.
    public let message: Message.Version?

    public init(
        kind: Kind, since: Date, timeZone: TimeZone, attendee: Int64, signUps: [SignUpNews] = [],
        session: Session? = nil, answers: [Answer] = [], others: [SignUpNews] = [], alternatives: [Session] = [],
        previous: Previous? = nil, message: Message.Version? = nil
    ) {
        self.kind = kind
        self.since = since
        self.timeZone = timeZone
        self.attendee = attendee
        self.signUps = signUps
        self.session = session
        self.answers = answers
        self.others = others
        self.alternatives = alternatives
        self.previous = previous
        self.message = message
    }

    public struct Answer: Sendable {
        /// A word of `api.sign_up`.
        public let outcome: String
        public let session: Session
        /// Where there is one by now.
        public let signUp: SignUpNews?

        public init(outcome: String, session: Session, signUp: SignUpNews?) {
            self.outcome = outcome
            self.session = session
            self.signUp = signUp
        }
    }

    public struct Previous: Hashable, Sendable {
        public let startsAt: Date
        public let endsAt: Date
        public let room: String
        public let venue: String
        /// In one line.
        public let address: String?

        public init(startsAt: Date, endsAt: Date, room: String, venue: String, address: String? = nil) {
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.room = room
            self.venue = venue
            self.address = address
        }

        /// Whether a session is when and where it was.
        public func isStill(_ session: Session) -> Bool {
            (startsAt, endsAt, room, venue) == (session.startsAt, session.endsAt, session.room, session.venue.name)
        }
    }
}

/// A sign-up as letters tell of it: without the name it is under, since whoever types a stranger's address into a form
/// could have us mail them whatever they like.
public struct SignUpNews: Sendable {
    public let id: Int64
    public let secretVersion: Int
    public let status: SignUp.Status
    public let places: Int
    public let signedUpAt: Date
    /// Of one who waits.
    public let position: Int?
    /// Whether its attendee was sent its entry for a calendar.
    public let isInCalendar: Bool
    public let session: Session

    public init(
        id: Int64, secretVersion: Int, status: SignUp.Status, places: Int, signedUpAt: Date, position: Int?,
        isInCalendar: Bool, session: Session
    ) {
        self.id = id
        self.secretVersion = secretVersion
        self.status = status
        self.places = places
        self.signedUpAt = signedUpAt
        self.position = position
        self.isInCalendar = isInCalendar
        self.session = session
    }
}
