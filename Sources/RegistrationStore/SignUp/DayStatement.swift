internal import Postgres
internal import Registration

/// `api.sign_up_day`: one form for several sessions, one outcome for each, in their order.
struct DayStatement: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, own, places, "position"
        from api.sign_up_day($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """

    let sessions: [Session.ID]
    /// What was asked, the session apart.
    let request: SignUp.Request

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(sessions)
        parameters.append(request.caller.id)
        parameters.append(request.caller.route)
        parameters.append(request.requestKey.text)
        parameters.append(request.bodyHash)
        parameters.append(request.email.text)
        parameters.append(request.name.text)
        parameters.append(Int32(request.places))
        parameters.append(request.language.rawValue)
        parameters.append(request.needs?.codes)
        parameters.append(request.needs?.note)
    }

    static func decode(_ row: inout PostgresRow) throws -> SignUp.Outcome { try SignUpStatement.decode(&row) }
}
