internal import Foundation
internal import Postgres
internal import Registration

struct ClaimLettersStatement: PostgresStatement {
    static let sql = "select api.claim_letters($1, make_interval(secs => $2))"

    let most: Int
    let lease: Duration

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(Int32(most))
        parameters.append(Double(lease.components.seconds))
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}

struct LetterStatement: PostgresStatement {
    static let sql = "select api.letter($1)"

    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> PostgresJSON? { try row.decode(PostgresJSON?.self) }
}

struct LetterSentStatement: PostgresStatement {
    static let sql = "select from api.letter_sent($1)"

    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws {}
}

struct LetterDroppedStatement: PostgresStatement {
    static let sql = "select from api.letter_dropped($1)"

    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws {}
}

struct LetterFailedStatement: PostgresStatement {
    static let sql = "select api.letter_failed($1, $2, $3)"

    let id: Int64
    let reason: String
    let isForGood: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(reason)
        parameters.append(isForGood)
    }

    static func decode(_ row: inout PostgresRow) throws -> LetterFate {
        try row.decodeAnswer(of: "api.letter_failed")
    }
}

struct ReleaseLettersStatement: PostgresStatement {
    static let sql = "select from api.release_letters($1)"

    let ids: [Int64]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(ids) }

    static func decode(_ row: inout PostgresRow) throws {}
}

struct WriteRemindersStatement: PostgresStatement {
    static let sql = "select api.write_reminders()"

    func bind(_ parameters: inout PostgresParameters) {}

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int32.self)) }
}
