internal import Postgres
public import Registration

/// How many sign-ups with places tell of one kind of need.
public struct NeedCount: Hashable, Sendable {
    public let kind: Needs.Kind
    public let signUps: Int
    /// What was said of other needs, without names.
    public let notes: [String]
}

/// `api.session_needs`
struct SessionNeedsStatement: PostgresStatement {
    static let sql = "select need, sign_ups, notes from api.session_needs($1, $2)"

    let actor: StaffActor
    let session: Session.ID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
    }

    static func decode(_ row: inout PostgresRow) throws -> NeedCount {
        NeedCount(
            kind: try row.decodeAnswer(of: "api.session_needs"), signUps: Int(try row.decode(Int32.self)),
            notes: try row.decode([String]?.self) ?? [])
    }
}
