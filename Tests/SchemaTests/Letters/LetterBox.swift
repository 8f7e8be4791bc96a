import Postgres

/// A letter of the outbox, with what the worker made of it.
struct BoxedLetter: Sendable {
    let id: Int64
    let kind: String
    let signUp: Int64?
    let attempts: Int
    /// Seconds from now.
    let dueIn: Double
    let isSent: Bool
    let isGivenUp: Bool
    let isDropped: Bool
    let isHeld: Bool
    let gatheredInto: Int64?
}

extension PostgresSession {
    func claim(_ most: Int = 50, leaseSeconds: Int = 300) async throws -> [Int64] {
        try await execute(Claim(most: most, lease: leaseSeconds))
    }

    /// What a letter tells, as JSON; nil where it tells nothing.
    func letter(_ id: Int64) async throws -> String? { try await execute(ReadLetter(id: id)).first ?? nil }

    /// The kinds of news in a letter, in order.
    func news(_ id: Int64) async throws -> [String] { try await execute(ReadNews(id: id)) }

    func box() async throws -> [BoxedLetter] { try await execute(ReadBox()) }

    func sent(_ id: Int64) async throws { try await run(sqlScript: "select api.end_letter(\(id), 'sent')") }

    func dropped(_ id: Int64) async throws { try await run(sqlScript: "select api.end_letter(\(id), 'dropped')") }

    func failed(_ id: Int64, forGood: Bool = false) async throws -> String {
        try await execute(Failed(id: id, isForGood: forGood))[0]
    }

    /// Sends all that is due. Returns the kinds of news of each mail.
    func sendAll() async throws -> [[String]] {
        var mails: [[String]] = []
        for id in try await claim() {
            let news = try await news(id)
            if news.isEmpty { try await dropped(id) } else { try await sent(id) }
            mails.append(news)
        }
        return mails
    }

    /// As if so much time had passed since everything in the outbox.
    func letPass(minutes: Int) async throws {
        try await run(
            sqlScript: """
                update app.outbox set created_at = created_at - interval '\(minutes) minutes',
                    next_attempt_at = next_attempt_at - interval '\(minutes) minutes',
                    claimed_at = claimed_at - interval '\(minutes) minutes',
                    sent_at = sent_at - interval '\(minutes) minutes'
                """)
    }
}

private struct Claim: PostgresStatement {
    static let sql = "select api.claim_letters($1, make_interval(secs => $2))"
    let most: Int
    let lease: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(Int32(most))
        parameters.append(Double(lease))
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}

private struct ReadLetter: PostgresStatement {
    static let sql = "select api.letter($1)::text"
    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> String? { try row.decode(String?.self) }
}

private struct ReadNews: PostgresStatement {
    static let sql = "select n ->> 'kind' from jsonb_array_elements(api.letter($1) -> 'news') n"
    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct Failed: PostgresStatement {
    static let sql = "select api.letter_failed($1, 'it did not go', $2)"
    let id: Int64
    let isForGood: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(isForGood)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct ReadBox: PostgresStatement {
    static let sql = """
        select id, kind, sign_up_id, attempts, extract(epoch from next_attempt_at - clock_timestamp())::float8,
            sent_at is not null, given_up_at is not null, dropped_at is not null, held_at is not null, gathered_into
        from app.outbox
        order by id
        """

    static func decode(_ row: inout PostgresRow) throws -> BoxedLetter {
        BoxedLetter(
            id: try row.decode(), kind: try row.decode(), signUp: try row.decode(), attempts: try row.decode(),
            dueIn: try row.decode(), isSent: try row.decode(), isGivenUp: try row.decode(),
            isDropped: try row.decode(), isHeld: try row.decode(), gatheredInto: try row.decode())
    }
}
