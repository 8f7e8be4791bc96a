public import Foundation
internal import Postgres
internal import Registration

struct FindDoorStatement: PostgresStatement {
    static let sql = """
        select day, expires_at, room_id, room, venue_id, venue_slug, venue_name, $1 from api.find_door($1)
        """

    let id: UUID

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> StaffDoor {
        let day = try CalendarDay(row.decode(PostgresDate.self))
        let expiresAt = try row.decode(Date.self)
        let (roomID, roomName) = (try row.decode(Int64?.self), try row.decode(String?.self))
        let venue = StaffVenue(
            id: try row.decode(Int64.self), slug: try row.decode(String.self), name: try row.decode(String.self))
        var room: StaffDoor.Room?
        if let roomID, let roomName { room = StaffDoor.Room(id: roomID, name: roomName) }
        return StaffDoor(
            id: try row.decode(UUID.self), venue: venue, room: room, day: day, expiresAt: expiresAt)
    }
}

/// What became of asking for a door link.
public enum DoorLinkOutcome: Hashable, Sendable {
    /// Its address is made of its id (`StaffLink`).
    case made(UUID, expiresAt: Date)
    case unknownVenue
    case unknownRoom
}

struct OpenDoorStatement: PostgresStatement {
    static let sql = "select outcome, id, expires_at from api.open_door($1, $2, $3, $4)"

    let actor: StaffActor
    let venue: String
    let room: String?
    let day: CalendarDay

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(venue)
        parameters.append(room)
        parameters.append(day.postgresDate)
    }

    static func decode(_ row: inout PostgresRow) throws -> DoorLinkOutcome {
        let outcome = try row.decode(String.self)
        switch (outcome, try row.decode(UUID?.self), try row.decode(Date?.self)) {
        case ("made", .some(let id), .some(let end)): return .made(id, expiresAt: end)
        case ("unknown_venue", _, _): return .unknownVenue
        case ("unknown_room", _, _): return .unknownRoom
        default: throw UnexpectedAnswer(function: "api.open_door", answer: outcome)
        }
    }
}

struct EndDoorLinkStatement: PostgresStatement {
    static let sql = "select api.end_door_link($1, $2)"

    let actor: StaffActor
    let id: UUID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(id)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}
