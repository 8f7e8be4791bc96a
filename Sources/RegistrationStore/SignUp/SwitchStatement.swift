internal import Foundation
internal import Postgres
public import Registration

/// How somebody proves that the places to be let go of are theirs.
public enum SwitchProof: Hashable, Sendable {
    /// The ticket's present version, which speaks for all that its attendee holds.
    case ticket(version: Int)
    /// Having made the sign-up, and then only for what this caller made.
    case caller(SignUp.Caller)
}

/// What became of exchanging places for some at an overlapping time. Nothing has changed but for `switched`.
public enum SwitchOutcome: Hashable, Sendable {
    case switched(SignUp.Held)
    case full
    case closed
    case notYetOpen
    /// The attendee has places in the wanted session.
    case alreadySignedUp(SignUp.Held)
    /// Nothing is held at an overlapping time (any more).
    case noClash
    /// Somebody else made a sign-up that would have to go; the attendee is written to.
    case unproved
    /// The sign-up is cancelled, or the proof is wrong.
    case notFound
}

/// `api.switch_sign_up`
struct SwitchStatement: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, places from api.switch_sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """

    let held: Reference
    let session: Session.ID
    let proof: SwitchProof
    /// Nil: as many as now.
    let places: Int?
    /// What a form said; nil: as the held sign-up has it.
    let request: SignUp.Request?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(held.signUp)
        parameters.append(session)
        switch proof {
        case .ticket(let version):
            parameters.append(Int32(version))
            parameters.append(UUID?.none)
        case .caller(let caller):
            parameters.append(Int32?.none)
            parameters.append(caller.id)
        }
        parameters.append((request?.places ?? places).map(Int32.init))
        parameters.append(request?.name.text)
        parameters.append(request?.language.rawValue)
        parameters.append(request?.needs?.codes)
        parameters.append(request?.needs?.note)
    }

    static func decode(_ row: inout PostgresRow) throws -> SwitchOutcome {
        let outcome = try row.decode(String.self)
        let signUp = try row.decode(Int64?.self)
        let places = try row.decode(Int32?.self)
        let held = signUp.flatMap { signUp in
            places.map { SignUp.Held(reference: Reference(signUp: signUp), places: Int($0)) }
        }
        switch outcome {
        case "switched":
            if let held { return .switched(held) }
        case "full": return .full
        case "closed": return .closed
        case "not_yet_open": return .notYetOpen
        case "already_signed_up":
            if let held { return .alreadySignedUp(held) }
        case "no_clash": return .noClash
        case "unproved": return .unproved
        case "not_found", "unknown_session": return .notFound
        default: break
        }
        throw UnexpectedAnswer(function: "api.switch_sign_up", answer: outcome)
    }
}

/// `api.clash`
struct ClashStatement: PostgresStatement {
    static let sql = "select sign_up_id, held_session_id from api.clash($1, $2, $3)"

    let email: EmailAddress
    let session: Session.ID
    let caller: SignUp.Caller

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(email.text)
        parameters.append(session)
        parameters.append(caller.id)
    }

    static func decode(_ row: inout PostgresRow) throws -> (held: Reference, session: Session.ID) {
        (Reference(signUp: try row.decode()), try row.decode())
    }
}
