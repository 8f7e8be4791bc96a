public import Foundation

/// What a ticket shows: a sign-up with its session.
public struct HeldTicket: Identifiable, Hashable, Sendable {
    /// The sign-up's number.
    public let id: Int64
    /// Of its secrets: a ticket of another version opens nothing.
    public let secretVersion: Int
    public let status: SignUp.Status
    /// Whom the sign-up is for.
    public let name: String
    public let places: Int
    /// On the waiting list, counted from 1; `nil` for those who don't wait.
    public let position: Int?
    public let signedUpAt: Date
    public let session: Session
    public let edition: Edition

    public init(
        id: Int64, secretVersion: Int, status: SignUp.Status, name: String, places: Int, position: Int?,
        signedUpAt: Date, session: Session, edition: Edition
    ) {
        self.id = id
        self.secretVersion = secretVersion
        self.status = status
        self.name = name
        self.places = places
        self.position = position
        self.signedUpAt = signedUpAt
        self.session = session
        self.edition = edition
    }

    public var reference: Reference { Reference(signUp: id) }

    /// The token that shows it, for one purpose.
    public func token(_ purpose: Ticket.Purpose, key: TicketKey) -> String {
        Ticket.token(signUp: id, version: secretVersion, purpose: purpose, key: key)
    }

    /// Where it stands at an instant, as far as its owner can do anything about it.
    public func state(at now: Date) -> State {
        if status == .cancelled { return .cancelled }
        if session.isCancelled { return .sessionCancelled }
        if now >= session.endsAt { return .over }
        return status == .confirmed ? .confirmed : .waiting(position: position ?? 1)
    }

    public enum State: Hashable, Sendable {
        case confirmed
        case waiting(position: Int)
        case cancelled
        case sessionCancelled
        /// The session has ended.
        case over

        /// Whether anything can still be changed.
        public var isLive: Bool {
            switch self {
            case .confirmed, .waiting: true
            case .cancelled, .sessionCancelled, .over: false
            }
        }
    }
}
