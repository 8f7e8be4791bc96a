internal import Foundation
internal import Registration

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
