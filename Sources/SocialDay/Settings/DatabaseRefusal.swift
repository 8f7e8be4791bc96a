internal import Postgres

extension SettingsError {
    /// What is wrong where the server answered and would not have us; nil where waiting may help.
    ///
    /// Told by its words, since libpq hands out no SQLSTATE for a connection that was never made.
    init?(refusal error: PostgresError) {
        guard error.code == .notConnected, let cause = error.cause, cause.contains("FATAL:"),
            !Self.passing.contains(where: cause.contains),
            // Of several hosts, one that can't be reached now may be the one that will do.
            cause.split(separator: "\n").allSatisfy({ !$0.hasPrefix("connection to server") || $0.contains("FATAL:") })
        else { return nil }
        self.init(["the database refuses the connection (\(cause)); \(Self.cure(cause))"])
    }

    /// Refusals that end by themselves: 57P03 (starting, stopping, recovering), 53300 (full), 57P01 and 57014.
    private static let passing = [
        "starting up", "shutting down", "recovery", "accepting connections", "too many",
        "connection slots are reserved", "terminating connection", "due to timeout",
    ]

    private static func cure(_ cause: String) -> String {
        if cause.contains(#/role "socialday_(web|admin)" does not exist/#) {
            return "it was never migrated: run 'socialday migrate' first"
        }
        if let role = cause.firstMatch(of: #/permission denied to set role "(\w+)"/#)?.1 {
            return "let this user act as it: 'grant \(role) to' the user"
        }
        if cause.contains(#/database ".*" does not exist/#) {
            return "make it with 'createdb', or correct dbname in SOCIALDAY_DATABASE_URL"
        }
        return "correct the user, password or sslmode in SOCIALDAY_DATABASE_URL, or let the user in (pg_hba.conf)"
    }
}
