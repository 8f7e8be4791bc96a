internal import Postgres
internal import Registration

/// What somebody reads a door's list for, as the record says it.
public enum DoorListPurpose: String, Hashable, Sendable {
    case list = "door.list_read"
    case sheet = "door.sheet_printed"
}

struct DoorListStatement: PostgresStatement {
    static let sql = """
        select sign_up_id, secret_version, name, places, status, "position", inside, arrived, is_walk_in, needs
        from api.door_list($1, $2, $3)
        """

    let actor: StaffActor
    let session: Session.ID
    /// `nil` for somebody who has read the list and wants to have it current.
    let purpose: DoorListPurpose?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
        parameters.append(purpose?.rawValue)
    }

    static func decode(_ row: inout PostgresRow) throws -> ExpectedSignUp {
        ExpectedSignUp(
            reference: Reference(signUp: try row.decode(Int64.self)), secretVersion: Int(try row.decode(Int32.self)),
            name: try row.decode(String?.self), places: Int(try row.decode(Int32.self)),
            status: try row.decodeAnswer(of: "api.door_list"), position: try row.decodeCount(),
            inside: Int(try row.decode(Int32.self)), arrived: Int(try row.decode(Int32.self)),
            isWalkIn: try row.decode(Bool.self), needs: try row.decodeNeeds())
    }
}
