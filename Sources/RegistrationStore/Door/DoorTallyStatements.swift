internal import Postgres
internal import Registration

/// The counters of every door: narrow rows, read twice a second while somebody looks.
struct DoorsStatement: PostgresStatement {
    static let columns = """
        session_id, room_capacity, capacity, confirmed, waiting, arrived, inside, walk_ins, walk_ins_inside, flagged,
            remaining
        """
    static let sql = "select \(columns) from api.doors()"

    static func decode(_ row: inout PostgresRow) throws -> (Session.ID, DoorTally) {
        let session = try row.decode(Int64.self)
        func count() throws -> Int { Int(try row.decode(Int32.self)) }
        let tally = DoorTally(
            roomCapacity: try count(), capacity: try count(), confirmed: try count(), waiting: try count(),
            arrived: try count(), inside: try count(), walkIns: try count(), walkInsInside: try count(),
            flagged: try count(), remaining: try count())
        return (session, tally)
    }
}

struct VenueDoorsStatement: PostgresStatement {
    static let sql = "select \(DoorsStatement.columns) from api.venue_doors($1, $2)"

    let actor: StaffActor
    let venue: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(venue)
    }

    static func decode(_ row: inout PostgresRow) throws -> (Session.ID, DoorTally) {
        try DoorsStatement.decode(&row)
    }
}
