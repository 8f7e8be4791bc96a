internal import Foundation
internal import Postgres
internal import Registration

/// `api.attendees`
struct AttendeesStatement: PostgresStatement {
    static let sql = """
        select sign_up_id, name, email, places, status, "position", language, signed_up_at
        from api.attendees($1, $2)
        """

    let actor: StaffActor
    let session: Session.ID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
    }

    static func decode(_ row: inout PostgresRow) throws -> Attendee {
        Attendee(
            reference: Reference(signUp: try row.decode(Int64.self)), name: try row.decode(String.self),
            email: try row.decode(String.self), places: Int(try row.decode(Int32.self)),
            status: try row.decodeAnswer(of: "api.attendees"), position: try row.decode(Int32?.self).map(Int.init),
            language: try row.decodeAnswer(of: "api.attendees"),
            signedUpAt: try row.decode(Date.self))
    }
}
