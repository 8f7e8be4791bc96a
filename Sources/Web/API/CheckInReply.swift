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

/// One session of `GET /api/v1/venues/{slug}/capacity`.
struct DoorReply: Encodable, Sendable {
    let session: String
    let room: String
    let startsAt: String
    let endsAt: String
    let roomCapacity: Int
    let capacity: Int
    let confirmed: Int
    let waiting: Int
    let checkedIn: Int
    let inside: Int
    let walkIns: Int
    let remaining: Int
    let flagged: Int

    private enum CodingKeys: String, CodingKey {
        case session, room, capacity, confirmed, waiting, inside, remaining, flagged
        case startsAt = "starts_at"
        case endsAt = "ends_at"
        case roomCapacity = "room_capacity"
        case checkedIn = "checked_in"
        case walkIns = "walk_ins"
    }

    init(_ session: Session, _ tally: DoorTally, dates: Date.ISO8601FormatStyle) {
        (self.session, room) = (session.slug, session.room)
        startsAt = session.startsAt.formatted(dates)
        endsAt = session.endsAt.formatted(dates)
        (roomCapacity, capacity) = (tally.roomCapacity, tally.capacity)
        (confirmed, waiting) = (tally.confirmed, tally.waiting)
        (checkedIn, inside, walkIns) = (tally.arrived, tally.allInside, tally.walkIns)
        (remaining, flagged) = (tally.remaining, tally.flagged)
    }
}
