import Postgres

extension PostgresSession {
    /// Breaks a function on purpose: replaces a piece of its source, and fails where it does not hold that piece.
    func sabotage(_ function: String, replacing old: String, by new: String) async throws {
        try await run(
            sqlScript: """
                do $do$
                declare
                    source text := pg_get_functiondef('\(function)'::regproc);
                begin
                    assert strpos(source, '\(old)') > 0;
                    execute replace(source, '\(old)', '\(new)');
                end
                $do$
                """)
    }
}
