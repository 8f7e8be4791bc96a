internal import Postgres
internal import Registration

/// What a change of a session's capacity did, or would do.
public struct CapacityChange: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case changed
        /// More places are confirmed, and nobody was to be moved.
        case belowConfirmed = "below_confirmed"
        /// More than the room holds.
        case aboveRoom = "above_room"
        case unknownSession = "unknown_session"
    }

    public let outcome: Outcome
    /// Places, as they are after it.
    public let confirmed: Int
    /// Sign-ups that lose their places to the waiting list, and how many places those are.
    public let moved: Int
    public let movedPlaces: Int
    /// Sign-ups that get places by it.
    public let promoted: Int
}

struct CapacityStatement: PostgresStatement {
    static let sql = """
        select outcome, confirmed, moved, moved_places, promoted from api.set_capacity($1, $2, $3, $4, $5)
        """

    let actor: StaffActor
    let session: Session.ID
    let capacity: Int
    let movesLatest: Bool
    let isDryRun: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
        parameters.append(Int32(clamping: capacity))
        parameters.append(movesLatest)
        parameters.append(isDryRun)
    }

    static func decode(_ row: inout PostgresRow) throws -> CapacityChange {
        CapacityChange(
            outcome: try row.decodeAnswer(of: "api.set_capacity"), confirmed: try row.decodeCount() ?? 0,
            moved: try row.decodeCount() ?? 0, movedPlaces: try row.decodeCount() ?? 0,
            promoted: try row.decodeCount() ?? 0)
    }
}
