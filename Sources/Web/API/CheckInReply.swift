internal import Foundation
internal import Registration

/// The answer to one item of `POST /api/v1/check-ins`: counts and words, and nobody's name.
struct CheckInReply: Encodable, Sendable {
    let outcome: String
    let accepted: Bool
    let reference: String?
    /// The slug of the session that the ticket is for.
    let session: String?
    let places: Int?
    let inside: Int?
    let people: Int?
    let excess: Int?
    let lastInAt: String?
    let remaining: Int?
    let roomLeft: Int?

    private enum CodingKeys: String, CodingKey {
        case outcome, accepted, reference, session, places, inside, people, excess, remaining
        case lastInAt = "last_in_at"
        case roomLeft = "room_left"
    }

    /// - Parameter session: The ticket's, where it is known.
    init(_ answer: CheckIn.Answer, session: Session?, dates: Date.ISO8601FormatStyle) {
        outcome = answer.outcome.rawValue
        accepted = answer.isAccepted
        reference = answer.reference?.description
        self.session = session?.slug
        (places, inside, people) = (answer.places, answer.inside, answer.counted)
        excess = answer.excess
        lastInAt = answer.lastInAt?.formatted(dates)
        (remaining, roomLeft) = (answer.remaining, answer.roomLeft)
    }
}
