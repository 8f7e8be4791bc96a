import Postgres

extension PostgresSession {
    /// Calls a function and keeps its answer, which is then asked with `said`.
    func say(_ call: String) async throws(PostgresError) {
        try await run(
            sqlScript: "drop table if exists pg_temp.answer; create temporary table answer as select \(call) as e")
    }

    /// Whether a condition holds of the answer, `e`.
    func said(_ condition: String) async throws(PostgresError) -> Bool {
        try await holds("(select \(condition) from pg_temp.answer)")
    }

    /// Undoes the latest change.
    ///
    /// - Parameter terms: `excess, shown, dry_run`, as SQL.
    func undo(_ terms: String = "null") async throws(PostgresError) {
        try await say("api.undo_change('command', (select max(id) from app.change), \(terms))")
    }
}
