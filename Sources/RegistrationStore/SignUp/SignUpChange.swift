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
public enum AddressCorrection: Hashable, Sendable {
    /// What the sign-up is to now; the position is that of one who waits.
    case corrected(places: Int, position: Int?)
    case notFound
    /// Later than an hour after the sign-up.
    case tooLate
    /// The right address holds this session, or an overlapping one, by another sign-up.
    case alreadySignedUp
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
    static let sql = """
        select outcome, places, "position" from api.correct_email($1, $2, $3)
        """

    let signUp: Int64
    let caller: UUID
    let email: EmailAddress

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(caller)
        parameters.append(email.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> AddressCorrection {
        let outcome = try row.decode(String.self)
        let places = try row.decode(Int32?.self)
        let position = try row.decode(Int32?.self)
        switch outcome {
        case "corrected":
            guard let places else { break }
            return .corrected(places: Int(places), position: position.map(Int.init))
        case "not_found": return .notFound
        case "too_late": return .tooLate
        case "already_signed_up": return .alreadySignedUp
        case "clash": return .clash
        default: break
        }
        throw UnexpectedAnswer(function: "api.correct_email", answer: outcome)
    }
}
