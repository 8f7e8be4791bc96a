import Foundation
import Postgres

/// What changing a session's capacity is answered.
struct CapacityAnswer: Sendable, Equatable {
    var outcome: String
    var confirmed: Int?
    var moved: Int
    var promoted: Int
}

extension PostgresSession {
    /// Lets go of a sign-up that an answer told of.
    @discardableResult
    func cancel(_ signUp: Int64?, by caller: UUID = Ask.visitor) async throws -> String {
        try await execute(Cancel(signUp: signUp ?? 0, caller: caller))[0]
    }

    @discardableResult
    func setCapacity(of session: Int64, to capacity: Int, movingLatest: Bool = false) async throws -> CapacityAnswer {
        try await execute(SetCapacity(session: session, capacity: capacity, movesLatest: movingLatest))[0]
    }

    @discardableResult
    func correctEmail(
        of signUp: Int64?, to email: String, by caller: UUID = Ask.visitor
    ) async throws -> Answer {
        try await execute(CorrectEmail(signUp: signUp ?? 0, caller: caller, email: email))[0]
    }

    /// Closes sign-ups for a session, as time does.
    func close(_ session: Int64) async throws {
        try await run(sqlScript: "update app.session set sign_ups_close_at = now() where id = \(session)")
    }
}

private struct Cancel: PostgresStatement {
    static let sql = "select api.cancel_sign_up($1, $2)"
    let signUp: Int64
    let caller: UUID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(caller)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct SetCapacity: PostgresStatement {
    static let sql = "select outcome, confirmed, moved, promoted from api.set_capacity($1, $2, $3)"
    let session: Int64
    let capacity: Int
    let movesLatest: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(session)
        parameters.append(Int32(capacity))
        parameters.append(movesLatest)
    }

    static func decode(_ row: inout PostgresRow) throws -> CapacityAnswer {
        CapacityAnswer(
            outcome: try row.decode(), confirmed: try row.decode(), moved: try row.decode(), promoted: try row.decode())
    }
}

private struct CorrectEmail: PostgresStatement {
    static let sql = "select outcome, places, \"position\" from api.correct_email($1, $2, $3)"
    let signUp: Int64
    let caller: UUID
    let email: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(signUp)
        parameters.append(caller)
        parameters.append(email)
    }

    static func decode(_ row: inout PostgresRow) throws -> Answer {
        Answer(outcome: try row.decode(), places: try row.decode(), position: try row.decode())
    }
}
