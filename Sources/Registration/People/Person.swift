public import Foundation

/// A person as organisers see them: what is known, what they signed up for, what was written to them and about them.
public struct Person: Identifiable, Sendable {
    public let id: Int64
    public let email: String?
    public let telephone: TelephoneNumber?
    public let knownSince: Date
    public let timeZone: TimeZone
    /// In the order of their sessions, cancelled ones included.
    public let signUps: [PersonSignUp]
    /// The latest first.
    public let letters: [PersonLetter]
    /// The latest first, those included that were deleted within the hour.
    public let notes: [PersonNote]
    /// What staff did, the latest first.
    public let history: [HistoryEntry]

    public init(
        id: Int64, email: String?, telephone: TelephoneNumber?, knownSince: Date, timeZone: TimeZone,
        signUps: [PersonSignUp], letters: [PersonLetter], notes: [PersonNote], history: [HistoryEntry]
    ) {
        self.id = id
        self.email = email
        self.telephone = telephone
        self.knownSince = knownSince
        self.timeZone = timeZone
        self.signUps = signUps
        self.letters = letters
        self.notes = notes
        self.history = history
    }

    /// The name that they last signed up under.
    public var name: String { signUps.max { $0.id < $1.id }?.name ?? "" }
}

/// One of a person's sign-ups.
public struct PersonSignUp: Identifiable, Sendable {
    public enum Route: String, Sendable { case form, api, desk }

    public let id: Int64
    public let secretVersion: Int
    public let status: SignUp.Status
    public let places: Int
    public let name: String
    public let language: Language
    public let route: Route
    public let signedUpAt: Date
    public let cancelledAt: Date?
    /// When the list last went on because they held places at that time elsewhere.
    public let passedOverAt: Date?
    public let movedUpAt: Date?
    public let movedUpBecause: MoveUpReason?
    /// Of one who waits.
    public let position: Int?
    public let session: BriefSession

    public init(
        id: Int64, secretVersion: Int, status: SignUp.Status, places: Int, name: String, language: Language,
        route: Route,
        signedUpAt: Date, cancelledAt: Date?, passedOverAt: Date?, movedUpAt: Date?, movedUpBecause: MoveUpReason?,
        position: Int?, session: BriefSession
    ) {
        self.id = id
        self.secretVersion = secretVersion
        self.status = status
        self.places = places
        self.name = name
        self.language = language
        self.route = route
        self.signedUpAt = signedUpAt
        self.cancelledAt = cancelledAt
        self.passedOverAt = passedOverAt
        self.movedUpAt = movedUpAt
        self.movedUpBecause = movedUpBecause
        self.position = position
        self.session = session
    }

    public var reference: Reference { Reference(signUp: id) }
}

/// A session as far as a list of somebody's sign-ups tells of it.
public struct BriefSession: Hashable, Sendable {
    public let slug: String
    public let title: Localized
    public let startsAt: Date
    public let endsAt: Date
    public let venue: String
    public let room: String
    public let isCalledOff: Bool

    public init(
        slug: String, title: Localized, startsAt: Date, endsAt: Date, venue: String, room: String, isCalledOff: Bool
    ) {
        self.slug = slug
        self.title = title
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.venue = venue
        self.room = room
        self.isCalledOff = isCalledOff
    }
}

/// A letter that was written to somebody: of which kind and how far it got, not what is in it.
public struct PersonLetter: Sendable {
    public enum State: String, CaseIterable, Sendable {
        case sent, gathered, dropped, refused, failing, held, waiting
        case givenUp = "given_up"
    }

    public let kind: News.Kind
    /// The title of the session that it is about, where it is about one.
    public let about: Localized?
    /// The message that it brings, where it brings one.
    public let message: Int64?
    public let writtenAt: Date
    public let sentAt: Date?
    public let state: State

    public init(
        kind: News.Kind, about: Localized?, message: Int64?, writtenAt: Date, sentAt: Date?, state: State
    ) {
        self.kind = kind
        self.about = about
        self.message = message
        self.writtenAt = writtenAt
        self.sentAt = sentAt
        self.state = state
    }
}

public struct PersonNote: Identifiable, Sendable {
    public let id: Int64
    public let text: String
    public let writtenAt: Date
    /// Deleted, and can still be restored.
    public let isDeleted: Bool
    public let about: Localized?

    public init(id: Int64, text: String, writtenAt: Date, isDeleted: Bool, about: Localized?) {
        self.id = id
        self.text = text
        self.writtenAt = writtenAt
        self.isDeleted = isDeleted
        self.about = about
    }
}

/// Something that staff did, as the record has it.
public struct HistoryEntry: Sendable {
    public let at: Date
    /// As the record calls it: `sign_up.moved_up`.
    public let action: String
    /// An account's address, or `command`, `token`, `door`.
    public let who: String

    public init(at: Date, action: String, who: String) {
        self.at = at
        self.action = action
        self.who = who
    }
}
