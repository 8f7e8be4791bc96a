import Postgres

extension PostgresSession {
    /// Lets go of a sign-up by its ticket.
    @discardableResult
    func cancelTicket(_ signUp: Int64?, version: Int = 1) async throws -> String {
        try await execute(CancelTicket(signUp: signUp ?? 0, version: version))[0]
    }

    @discardableResult
    func reducePlaces(of signUp: Int64?, to places: Int, version: Int = 1) async throws -> String {
        try await execute(ReducePlaces(signUp: signUp ?? 0, version: version, places: places))[0]
    }

    @discardableResult
    func rename(_ signUp: Int64?, to name: String, version: Int = 1) async throws -> String {
        try await execute(Rename(signUp: signUp ?? 0, version: version, name: name))[0]
    }

    func ask(for kind: String, to email: String, language: String = "fr") async throws {
        _ = try await execute(AskForLetter(email: email, kind: kind, language: language))
    }

    @discardableResult
    func erase(attendee: Int64) async throws -> String { try await execute(Erase(attendee: attendee))[0] }

    /// As JSON.
    func data(of attendee: Int64) async throws -> PostgresJSON? { try await execute(MyData(attendee: attendee))[0] }

    /// The sign-ups that tickets show, each as number, version, status and position.
    func tickets(signUp: Int64? = nil, attendee: Int64? = nil) async throws -> [TicketLine] {
        try await execute(Tickets(signUp: signUp, attendee: attendee))
    }
}

/// A part of what a ticket shows.
struct TicketLine: Sendable, Equatable {
    let signUp: Int64
    let version: Int
    let status: String
    let position: Int?
}

private struct CancelTicket: PostgresStatement {
    static let sql = "select api.cancel_ticket($1, $2)"
    let signUp: Int64
    let version: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(Int32(version))
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct ReducePlaces: PostgresStatement {
    static let sql = "select api.reduce_places($1, $2, $3)"
    let signUp: Int64
    let version: Int
    let places: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(Int32(version))
        parameters.append(Int32(places))
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct Rename: PostgresStatement {
    static let sql = "select api.rename_sign_up($1, $2, $3)"
    let signUp: Int64
    let version: Int
    let name: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(Int32(version))
        parameters.append(name)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct AskForLetter: PostgresStatement {
    static let sql = "select from api.ask_for_letter($1, $2, $3)"
    let email: String
    let kind: String
    let language: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(email)
        parameters.append(kind)
        parameters.append(language)
    }
}

private struct Erase: PostgresStatement {
    static let sql = "select api.erase_attendee($1)"
    let attendee: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(attendee) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct MyData: PostgresStatement {
    static let sql = "select api.my_data($1)"
    let attendee: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(attendee) }

    static func decode(_ row: inout PostgresRow) throws -> PostgresJSON? { try row.decode() }
}

private struct Tickets: PostgresStatement {
    static let sql = "select id, secret_version, status, \"position\" from api.tickets($1, $2)"
    let signUp: Int64?
    let attendee: Int64?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(attendee)
    }

    static func decode(_ row: inout PostgresRow) throws -> TicketLine {
        TicketLine(
            signUp: try row.decode(), version: try row.decode(), status: try row.decode(), position: try row.decode())
    }
}
