internal import Crypto
public import Foundation

/// People who come in and go out at a session's door.
public enum CheckIn {
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        case arrival = "in"
        case departure = "out"
        /// Takes back what this actor's device recorded before.
        case undo
    }

    /// How many people one scan may count.
    public static let peopleAllowed = 1...100

    /// How late a device may tell of what it says happened, before that counts as recorded without network.
    public static let lateness: TimeInterval = 60

    /// One thing that a door recorded, or asks.
    public struct Request: Hashable, Sendable {
        public let session: Session.ID
        /// `nil` for somebody without a ticket.
        public let ticket: DoorTicket?
        public let direction: Direction
        /// `nil`: all that are left of the sign-up.
        public let people: Int?
        /// By the device's clock; `nil`: now.
        public let at: Date?
        /// Recorded without network: it has happened.
        public let isOffline: Bool
        /// Let in without a place.
        public let isWalkIn: Bool
        /// What an undo takes back.
        public let undoes: RequestKey?
        public let requestKey: RequestKey

        public init(
            session: Session.ID, ticket: DoorTicket?, direction: Direction, people: Int? = nil, at: Date? = nil,
            isOffline: Bool = false, isWalkIn: Bool = false, undoes: RequestKey? = nil, requestKey: RequestKey
        ) {
            self.session = session
            self.ticket = ticket
            self.direction = direction
            self.people = people
            self.at = at
            self.isOffline = isOffline
            self.isWalkIn = isWalkIn
            self.undoes = undoes
            self.requestKey = requestKey
        }

        /// SHA-256 over what was asked: tells the same scan sent twice from another one under the same key. When it happened
        /// and how it came here are no part of that.
        public var bodyHash: [UInt8] {
            var parts = [String(session), direction.rawValue, String(isWalkIn)]
            switch ticket {
            case nil: parts.append("")
            case .unreadable: parts.append("unreadable")
            case .secret(let signUp, _): parts.append(String(signUp))
            case .reference(let reference): parts.append(String(reference.signUp))
            }
            parts.append(people.map { String($0) } ?? "")
            parts.append(undoes?.text ?? "")
            return Array(SHA256.hash(data: Array(parts.joined(separator: "\0").utf8)))
        }
    }

    /// What became of a request. All of these are expected.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case checkedIn = "checked_in"
        case checkedOut = "checked_out"
        case undone
        case alreadyIn = "already_in"
        case notInside = "not_inside"
        /// More people than are left of the sign-up.
        case tooMany = "too_many"
        case wrongSession = "wrong_session"
        case wrongDay = "wrong_day"
        case cancelled
        case sessionCancelled = "session_cancelled"
        case waiting
        /// Nothing is free for a walk-in, or the room holds no more.
        case full
        /// The room holds no more for somebody with places, who came too late for them to be kept.
        case givenAway = "given_away"
        /// No such ticket, or its secret was replaced.
        case unknown
        /// No such session, or none of this actor's.
        case unknownSession = "unknown_session"
        case nothingToUndo = "nothing_to_undo"
        /// The request key was used for something else.
        case keyReused = "key_reused"
    }

    /// The answer to one request.
    public struct Answer: Hashable, Sendable {
        public let outcome: Outcome
        /// Whether it is recorded. A refusal is not; what was recorded offline always is, whatever the outcome says of it.
        public let isAccepted: Bool
        public let reference: Reference?
        /// For people at the door; not for programs.
        public let name: String?
        public let places: Int?
        /// Of the sign-up or, without one, of all who were let in without places.
        public let inside: Int?
        /// People counted by this request.
        public let counted: Int?
        /// Of those, how many more than the sign-up has places.
        public let excess: Int?
        /// Of one who is already in: when they came, and whether this actor let them.
        public let lastInAt: Date?
        public let isOwn: Bool?
        /// Where the ticket belongs.
        public let session: Session.ID
        /// How many may still be let in without places.
        public let remaining: Int?
        /// How many more the room may hold.
        public let roomLeft: Int?
        /// How many of those who came are more than the session has places.
        public let beyond: Int?
        public let needs: [Needs.Kind]

        public init(
            outcome: Outcome, isAccepted: Bool, reference: Reference?, name: String?, places: Int?, inside: Int?,
            counted: Int?, excess: Int?, lastInAt: Date?, isOwn: Bool?, session: Session.ID, remaining: Int?,
            roomLeft: Int?, beyond: Int?, needs: [Needs.Kind]
        ) {
            self.outcome = outcome
            self.isAccepted = isAccepted
            self.reference = reference
            self.name = name
            self.places = places
            self.inside = inside
            self.counted = counted
            self.excess = excess
            self.lastInAt = lastInAt
            self.isOwn = isOwn
            self.session = session
            self.remaining = remaining
            self.roomLeft = roomLeft
            self.beyond = beyond
            self.needs = needs
        }
    }
}
