internal import Foundation
internal import Postgres
internal import Registration

/// `api.check_in`: what one actor's devices recorded, one answer for each, in their order.
struct CheckInStatement: PostgresStatement {
    static let sql = """
        select outcome, accepted, sign_up_id, name, places, inside, counted, excess, last_in_at, own, session_id,
            remaining, room_left, beyond, needs
        from api.check_in($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """

    let actor: StaffActor
    let requests: [CheckIn.Request]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(requests.map(\.session))
        parameters.append(requests.map { $0.ticket?.signUp })
        parameters.append(requests.map { $0.ticket?.version.map { Int32(clamping: $0) } })
        parameters.append(requests.map(\.direction.rawValue))
        parameters.append(requests.map { $0.people.map { Int32(clamping: $0) } })
        parameters.append(requests.map(\.at))
        parameters.append(requests.map(\.isOffline))
        // A ticket that can't be read is no walk-in: nobody has looked who that is.
        parameters.append(requests.map { $0.isWalkIn && $0.ticket != .unreadable })
        parameters.append(requests.map { $0.undoes?.text })
        parameters.append(requests.map(\.requestKey.text))
        parameters.append(requests.map(\.bodyHash))
    }

    static func decode(_ row: inout PostgresRow) throws -> CheckIn.Answer {
        CheckIn.Answer(
            outcome: try row.decodeAnswer(of: "api.check_in"), isAccepted: try row.decode(Bool.self),
            reference: try row.decode(Int64?.self).map(Reference.init(signUp:)), name: try row.decode(String?.self),
            places: try row.decodeCount(), inside: try row.decodeCount(), counted: try row.decodeCount(),
            excess: try row.decodeCount(), lastInAt: try row.decode(Date?.self), isOwn: try row.decode(Bool?.self),
            session: try row.decode(Int64.self), remaining: try row.decodeCount(),
            roomLeft: try row.decodeCount(), beyond: try row.decodeCount(), needs: try row.decodeNeeds())
    }
}
