internal import Foundation
internal import Postgres
internal import Registration

struct ClaimStaffLettersStatement: PostgresStatement {
    static let sql = "select api.claim_staff_letters($1, make_interval(secs => $2))"

    let most: Int
    let lease: Duration

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(Int32(most))
        parameters.append(Double(lease.components.seconds))
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}

struct StaffLetterStatement: PostgresStatement {
    static let sql = "select api.staff_letter($1)"

    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> PostgresJSON? { try row.decode(PostgresJSON?.self) }
}

struct EndStaffLetterStatement: PostgresStatement {
    static let sql = "select from api.end_staff_letter($1, $2)"

    let id: Int64
    let outcome: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(outcome)
    }

    static func decode(_ row: inout PostgresRow) throws {}
}

struct StaffLetterFailedStatement: PostgresStatement {
    static let sql = "select api.staff_letter_failed($1, $2, $3)"

    let id: Int64
    let reason: String
    let isForGood: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(reason)
        parameters.append(isForGood)
    }

    static func decode(_ row: inout PostgresRow) throws -> LetterFate {
        try row.decodeAnswer(of: "api.staff_letter_failed")
    }
}
