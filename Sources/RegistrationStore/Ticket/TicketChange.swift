internal import Postgres
internal import Registration

/// What became of a change that a ticket's owner asked for.
public enum TicketChange: String, Hashable, Sendable {
    case done
    /// There is no such sign-up, or its secrets have changed since.
    case notFound = "not_found"
    case alreadyCancelled = "already_cancelled"
    case sessionCancelled = "session_cancelled"
    /// The session has ended.
    case over
    /// More places than before can't be had this way: they would go past those who wait.
    case notFewer = "not_fewer"
    /// More people were let in by it already.
    case inside
}

struct CancelTicketStatement: PostgresStatement {
    static let sql = "select api.cancel_ticket($1, $2)"

    let ticket: HeldTicket

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(ticket.id)
        parameters.append(Int32(ticket.secretVersion))
    }

    static func decode(_ row: inout PostgresRow) throws -> TicketChange {
        try row.decodeAnswer(of: "api.cancel_ticket")
    }
}

struct ReducePlacesStatement: PostgresStatement {
    static let sql = "select api.reduce_places($1, $2, $3)"

    let ticket: HeldTicket
    let places: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(ticket.id)
        parameters.append(Int32(ticket.secretVersion))
        parameters.append(Int32(places))
    }

    static func decode(_ row: inout PostgresRow) throws -> TicketChange {
        try row.decodeAnswer(of: "api.reduce_places")
    }
}

struct RenameStatement: PostgresStatement {
    static let sql = "select api.rename_sign_up($1, $2, $3)"

    let ticket: HeldTicket
    let name: PersonName

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(ticket.id)
        parameters.append(Int32(ticket.secretVersion))
        parameters.append(name.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> TicketChange {
        try row.decodeAnswer(of: "api.rename_sign_up")
    }
}
