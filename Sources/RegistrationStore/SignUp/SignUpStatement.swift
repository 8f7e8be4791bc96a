internal import Postgres
internal import Registration

/// `api.sign_up`: a batch of requests in one statement and one transaction, one outcome for each, in their order.
struct SignUpStatement: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, own, places, "position"
        from api.sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """

    let requests: [SignUp.Request]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(requests.map(\.session))
        parameters.append(requests.map(\.caller.id))
        parameters.append(requests.map(\.caller.route))
        parameters.append(requests.map(\.requestKey.text))
        parameters.append(requests.map(\.bodyHash))
        parameters.append(requests.map(\.email.text))
        parameters.append(requests.map(\.name.text))
        parameters.append(requests.map { Int32($0.places) })
        parameters.append(requests.map(\.language.rawValue))
        parameters.append(requests.map { $0.needs?.codes })
        parameters.append(requests.map { $0.needs?.note })
    }

    static func decode(_ row: inout PostgresRow) throws -> SignUp.Outcome {
        let outcome = try row.decode(String.self)
        let signUp = try row.decode(Int64?.self)
        let own = try row.decode(Bool?.self) ?? false
        let places = try row.decode(Int32?.self) ?? 0
        let position = try row.decode(Int32?.self)
        func held() throws(UnexpectedAnswer) -> SignUp.Held {
            guard let signUp else { throw UnexpectedAnswer(function: "api.sign_up", answer: outcome) }
            return SignUp.Held(reference: Reference(signUp: signUp), places: Int(places))
        }
        switch outcome {
        case "confirmed": return .confirmed(try held())
        case "waiting": return .waiting(try held(), position: Int(position ?? 1))
        case "already_signed_up":
            return .alreadySignedUp(own ? try held() : nil, position: position.map(Int.init))
        case "full": return .full
        case "clash": return .clash(isOwn: own)
        case "closed": return .closed
        case "not_yet_open": return .notYetOpen
        case "unknown_session": return .unknownSession
        case "key_reused": return .keyReused
        default: throw UnexpectedAnswer(function: "api.sign_up", answer: outcome)
        }
    }
}
