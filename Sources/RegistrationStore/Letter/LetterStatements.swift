internal import Postgres
internal import Registration

/// Whose letters: the functions of `api` that take them up and note what came of them are alike.
protocol LetterBook: Sendable {
    static var claim: String { get }
    static var letter: String { get }
    static var failed: String { get }
    static var end: String { get }
}

enum AttendeeLetters: LetterBook {
    static let claim = "claim_letters"
    static let letter = "letter"
    static let failed = "letter_failed"
    static let end = "end_letter"
}

enum StaffLetters: LetterBook {
    static let claim = "claim_staff_letters"
    static let letter = "staff_letter"
    static let failed = "staff_letter_failed"
    static let end = "end_staff_letter"
}

struct ClaimLettersStatement<Book: LetterBook>: PostgresStatement {
    static var sql: String { "select api.\(Book.claim)($1, make_interval(secs => $2))" }

    let most: Int
    let lease: Duration

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(Int32(most))
        parameters.append(Double(lease.components.seconds))
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}

struct LetterStatement<Book: LetterBook>: PostgresStatement {
    static var sql: String { "select api.\(Book.letter)($1)" }

    let id: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> PostgresJSON? { try row.decode(PostgresJSON?.self) }
}

struct LetterFailedStatement<Book: LetterBook>: PostgresStatement {
    static var sql: String { "select api.\(Book.failed)($1, $2, $3)" }

    let id: Int64
    let reason: String
    let isForGood: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(reason)
        parameters.append(isForGood)
    }

    static func decode(_ row: inout PostgresRow) throws -> LetterFate {
        try row.decodeAnswer(of: "api.\(Book.failed)")
    }
}

struct EndLetterStatement<Book: LetterBook>: PostgresStatement {
    static var sql: String { "select from api.\(Book.end)($1, $2)" }

    let id: Int64
    let outcome: LetterEnd

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(outcome.rawValue)
    }
}

struct WriteRemindersStatement: PostgresStatement {
    static let sql = "select api.write_reminders()"

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int32.self)) }
}
