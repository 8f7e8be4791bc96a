internal import Foundation
internal import Postgres
internal import Registration

/// What became of letting go of a sign-up.
public enum Cancellation: String, Sendable {
    case cancelled
    /// There is none of that number that this caller made.
    case notFound = "not_found"
    case alreadyCancelled = "already_cancelled"
}

/// What became of correcting a mistyped address.
public enum AddressCorrection: String, Sendable {
    case corrected
    case notFound = "not_found"
    /// Later than an hour after the sign-up.
    case tooLate = "too_late"
    /// The right address holds this session, or an overlapping one, by another sign-up.
    case alreadySignedUp = "already_signed_up"
    case clash
}

struct CancelStatement: PostgresStatement {
    static let sql = "select api.cancel_sign_up($1, $2)"

    let signUp: Int64
    let caller: UUID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(caller)
    }

    static func decode(_ row: inout PostgresRow) throws -> Cancellation {
        try row.decodeAnswer(of: "api.cancel_sign_up")
    }
}

struct CorrectEmailStatement: PostgresStatement {
    static let sql = "select api.correct_email($1, $2, $3)"

    let signUp: Int64
    let caller: UUID
    let email: EmailAddress

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(caller)
        parameters.append(email.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> AddressCorrection {
        try row.decodeAnswer(of: "api.correct_email")
    }
}

extension PostgresRow {
    /// Reads a word that stands for one of the expected results.
    mutating func decodeAnswer<Answer: RawRepresentable<String>>(of function: String) throws -> Answer {
        let text = try decode(String.self)
        guard let answer = Answer(rawValue: text) else { throw UnexpectedAnswer(function: function, answer: text) }
        return answer
    }
}
