internal import Postgres
internal import Registration

/// What became of a change that somebody of the staff made to a sign-up. Nothing has changed but for `done`, `first`,
/// `confirmed`.
public enum DeskChange: String, CaseIterable, Hashable, Sendable {
    case done
    /// Moved up: the next place that comes free is theirs.
    case first
    /// Moved up, and given a place at once.
    case confirmed
    case notFound = "not_found"
    case alreadyCancelled = "already_cancelled"
    case sessionCancelled = "session_cancelled"
    /// The session has ended.
    case over
    case notCancelled = "not_cancelled"
    case unknownSession = "unknown_session"
    case notYetOpen = "not_yet_open"
    case closed
    case alreadySignedUp = "already_signed_up"
    case clash
    case full
    /// More places for one who waits would go past those behind.
    case wouldPass = "would_pass"
    case notWaiting = "not_waiting"
    case notMovedUp = "not_moved_up"
    /// More of them have been let in already than would have a place.
    case inside

    public var isDone: Bool { self == .done || self == .first || self == .confirmed }
}

/// `api.desk_sign_up`
struct DeskSignUpStatement: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, attendee, places, "position"
        from api.desk_sign_up($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """

    let actor: StaffActor
    let request: DeskSignUp.Request

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(request.session)
        switch request.person {
        case .known(let id):
            parameters.append(Int64?.some(id))
            parameters.append(String?.none)
        case .described(let email):
            parameters.append(Int64?.none)
            parameters.append(email?.text)
        }
        parameters.append(request.telephone?.text)
        parameters.append(request.name.text)
        parameters.append(Int32(request.places))
        parameters.append(request.language.rawValue)
        parameters.append(request.needs?.codes)
        parameters.append(request.needs?.note)
        parameters.append(request.note?.text)
        parameters.append(request.requestKey.text)
        parameters.append(request.bodyHash)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskSignUp.Outcome {
        let outcome = try row.decode(String.self)
        let signUp = try row.decode(Int64?.self) ?? 0
        let person = try row.decode(Int64?.self) ?? 0
        _ = try row.decode(Int32?.self)
        let position = try row.decode(Int32?.self)
        switch outcome {
        case "confirmed": return .confirmed(signUp: signUp, person: person)
        case "waiting": return .waiting(signUp: signUp, person: person, position: Int(position ?? 1))
        case "already_signed_up": return .alreadySignedUp(person: person)
        default:
            guard let refusal = DeskSignUp.Refusal(rawValue: outcome) else {
                throw UnexpectedAnswer(function: "api.desk_sign_up", answer: outcome)
            }
            return .refused(refusal)
        }
    }
}

struct DeskCancelStatement: PostgresStatement {
    static let sql = "select api.desk_cancel($1, $2)"
    let actor: StaffActor
    let signUp: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor, signUp) }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange { try row.decodeAnswer(of: "api.desk_cancel") }
}

struct DeskRestoreStatement: PostgresStatement {
    static let sql = "select api.desk_restore($1, $2)"
    let actor: StaffActor
    let signUp: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor, signUp) }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange { try row.decodeAnswer(of: "api.desk_restore") }
}

struct DeskPutBackStatement: PostgresStatement {
    static let sql = "select api.desk_put_back($1, $2)"
    let actor: StaffActor
    let signUp: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor, signUp) }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange { try row.decodeAnswer(of: "api.desk_put_back") }
}

struct DeskPlacesStatement: PostgresStatement {
    static let sql = "select api.desk_change_places($1, $2, $3)"
    let actor: StaffActor
    let signUp: Int64
    let places: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor, signUp)
        parameters.append(Int32(places))
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange {
        try row.decodeAnswer(of: "api.desk_change_places")
    }
}

struct DeskMoveUpStatement: PostgresStatement {
    static let sql = "select api.desk_move_up($1, $2, $3, $4)"
    let actor: StaffActor
    let signUp: Int64
    let reason: MoveUpReason
    let note: NoteText?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor, signUp)
        parameters.append(reason.rawValue)
        parameters.append(note?.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange { try row.decodeAnswer(of: "api.desk_move_up") }
}

/// `api.desk_move`
struct DeskMoveStatement: PostgresStatement {
    static let sql = "select outcome, moved_to from api.desk_move($1, $2, $3)"
    let actor: StaffActor
    let signUp: Int64
    let session: Session.ID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor, signUp)
        parameters.append(session)
    }

    static func decode(_ row: inout PostgresRow) throws -> DeskChange {
        let outcome = try row.decode(String.self)
        if outcome == "moved" { return .done }
        guard let change = DeskChange(rawValue: outcome) else {
            throw UnexpectedAnswer(function: "api.desk_move", answer: outcome)
        }
        return change
    }
}

extension PostgresParameters {
    fileprivate mutating func append(_ actor: StaffActor, _ signUp: Int64) {
        append(actor.description)
        append(signUp)
    }
}
