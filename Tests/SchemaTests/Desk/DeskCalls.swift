import Foundation
import Postgres

/// What a change of a session does, or would do.
struct Effect: Decodable, Equatable {
    struct Problem: Decodable, Equatable {
        let field: String?
        let code: String
        let detail: String?
    }

    struct Pile: Decodable, Equatable {
        struct Sample: Decodable, Equatable {
            let language: String
            let count: Int
        }

        let kind: String
        let status: String?
        let clashes: Bool
        let count: Int
        let unreachable: Int
        let samples: [Sample]
    }

    let outcome: String
    var version: Int?
    var confirmed: Int?
    var waiting: Int?
    var moved: Int?
    var promoted: Int?
    var told: Int?
    var clashes: Int?
    var fields: [String]?
    var problems: [Problem]?
    var letters: [Pile]?

    var codes: [String] { (problems ?? []).map(\.code) }

    /// `2 session_changed, 1 moved_to_waiting`.
    var written: String { (letters ?? []).map { "\($0.count) \($0.kind)" }.joined(separator: ", ") }
}

extension PostgresSession {
    /// - Parameter wishes: an object in JSON.
    @discardableResult
    func change(
        _ session: Int64, _ wishes: String, version: Int? = nil, excess: String? = nil, shown: String? = nil,
        dryRun: Bool = false, by actor: String = "command"
    ) async throws(PostgresError) -> Effect {
        try await execute(
            Call(
                function: "change_session", actor: actor, session: session, version: version, third: wishes,
                excess: excess, shown: shown, isDryRun: dryRun))[0]
    }

    @discardableResult
    func goBack(
        _ session: Int64, to past: Int, version: Int? = nil, dryRun: Bool = false
    ) async throws(PostgresError) -> Effect {
        try await execute(
            Call(
                function: "return_session", actor: "command", session: session, version: version, third: "\(past)",
                excess: nil, shown: nil, isDryRun: dryRun))[0]
    }

    /// Whether a condition holds, as SQL that a test writes itself.
    func holds(_ condition: String) async throws(PostgresError) -> Bool {
        do throws(PostgresError) {
            try await run(sqlScript: "do $test$ begin assert (\(condition)); end $test$")
            return true
        } catch {
            guard error.sqlState == "P0004" else { throw error }
            return false
        }
    }

    /// The SQLSTATE that a statement is refused with; nil where it is not.
    func refusal(of sql: String) async -> String? {
        do throws(PostgresError) {
            try await run(sqlScript: sql)
            return nil
        } catch {
            return error.sqlState
        }
    }
}

private struct Call: PostgresStatement {
    static let sql = """
        select case $1
            when 'change_session' then api.change_session($2, $3, $4, $5::jsonb, $6, $7::jsonb, $8)
            else api.return_session($2, $3, $4, $5::integer, $6, $7::jsonb, $8) end
        """

    let function: String
    let actor: String
    let session: Int64
    let version: Int?
    let third: String
    let excess: String?
    let shown: String?
    let isDryRun: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(function)
        parameters.append(actor)
        parameters.append(session)
        parameters.append(version.map(Int32.init))
        parameters.append(third)
        parameters.append(excess)
        parameters.append(shown)
        parameters.append(isDryRun)
    }

    static func decode(_ row: inout PostgresRow) throws -> Effect {
        try row.decode(PostgresJSON.self).decode(Effect.self)
    }
}
