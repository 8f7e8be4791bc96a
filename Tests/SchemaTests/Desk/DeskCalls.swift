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
            ChangeSession(
                actor: actor, session: session, version: version, wishes: wishes, excess: excess, shown: shown,
                isDryRun: dryRun))[0]
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

private struct ChangeSession: PostgresStatement {
    static let sql = "select api.change_session($1, $2, $3, $4::text::jsonb, $5, $6::text::jsonb, $7)"

    let actor: String
    let session: Int64
    let version: Int?
    let wishes: String
    let excess: String?
    let shown: String?
    let isDryRun: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor)
        parameters.append(session)
        parameters.append(version.map(Int32.init))
        parameters.append(wishes)
        parameters.append(excess)
        parameters.append(shown)
        parameters.append(isDryRun)
    }

    static func decode(_ row: inout PostgresRow) throws -> Effect {
        try row.decode(PostgresJSON.self).decode(Effect.self)
    }
}
