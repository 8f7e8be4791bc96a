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

    /// - Parameters:
    ///   - version: The ticket's, where a ticket proves who asks.
    ///   - name: What a form said; nil: as the held sign-up has it.
    @discardableResult
    func switchPlaces(
        from held: Int64?, to session: Int64, places: Int?, version: Int? = nil, by caller: UUID = Ask.visitor,
        name: String? = "Ada"
    ) async throws -> Answer {
        try await execute(
            SwitchPlaces(
                held: held ?? 0, session: session, version: version, caller: caller, places: places, name: name))[0]
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
    /// In the model's words: what is as it was is changed, too, and what is refused says why.
    static let sql = """
        select case e ->> 'outcome' when 'unchanged' then 'changed' when 'refused' then e #>> '{problems,0,code}'
                else e ->> 'outcome' end,
            (e ->> 'confirmed')::integer, coalesce((e ->> 'moved')::integer, 0), coalesce((e ->> 'promoted')::integer, 0)
        from api.set_capacity('command', $1, null, $2, case when $3 then 'move' end) e
        """
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

private struct SwitchPlaces: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, places from api.switch_sign_up($1, $2, $3, $4, $5, $6, 'fr', null, null)
        """
    let held: Int64
    let session: Int64
    let version: Int?
    let caller: UUID
    let places: Int?
    let name: String?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(held)
        parameters.append(session)
        parameters.append(version.map(Int32.init))
        parameters.append(caller)
        parameters.append(places.map(Int32.init))
        parameters.append(name)
    }

    static func decode(_ row: inout PostgresRow) throws -> Answer {
        Answer(outcome: try row.decode(), signUp: try row.decode(), places: try row.decode())
    }
}
