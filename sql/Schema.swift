public import Logging
public import Postgres

/// The database's schema: migrations that are applied once, functions and views that are applied again when they change.
public enum Schema {
    /// Brings a database up to this program's schema. Two that try at once come one after the other; each migration is a
    /// transaction of its own, functions and views are one together.
    ///
    /// - Throws: `SchemaError` where the database knows more than this program, a landed migration was edited, or it can't hold
    ///   every text;
    ///   `PostgresError` where a change does not apply, and then nothing of it remains.
    public static func migrate(session: PostgresSession, logger: Logger) async throws {
        let files = try SchemaFiles.bundled()
        if let encoding = try await session.execute(EncodingStatement()).first, encoding != "UTF8" {
            throw SchemaError.encoding(encoding)
        }
        try await session.run(sqlScript: "select pg_advisory_lock(\(advisoryLock))")
        try await session.run(sqlScript: bookkeeping)
        let applied = try await session.execute(AppliedStatement())
        for change in try files.pendingMigrations(applied) {
            try await session.transaction { try await apply(change, session) }
            logger.info("migration applied", metadata: ["migration": "\(change.name)"])
        }
        let replaceable = files.pendingReplaceable(applied)
        if !replaceable.isEmpty {
            try await session.transaction {
                // Functions may call one another, and stand in the order of their names.
                try await session.run(sqlScript: "set local check_function_bodies = off")
                for change in replaceable { try await apply(change, session) }
            }
            logger.info("functions and views applied", metadata: ["count": "\(replaceable.count)"])
        }
        try await session.run(sqlScript: "select pg_advisory_unlock(\(advisoryLock))")
    }

    /// The name of this program's latest migration; `api.health` has the database's.
    public static func latestMigration() throws -> String? { try SchemaFiles.bundled().migrations.last?.name }

    /// What `migrate` would apply, in its order. Needs no more than the service's rights.
    ///
    /// - Throws: `SchemaError`, as `migrate`.
    public static func pending(session: PostgresSession) async throws -> [SchemaChange] {
        let files = try SchemaFiles.bundled()
        let applied = try await known(session)
        return try files.pendingMigrations(applied) + files.pendingReplaceable(applied)
    }

    /// Any number that nothing else in the database locks: "sday" and "migr" in ASCII.
    private static let advisoryLock: Int64 = 0x7364_6179_6D69_6772

    private static let bookkeeping = """
        set client_min_messages = warning;
        create schema if not exists app;
        create table if not exists app.schema_change (
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now(),
            constraint schema_change_pk primary key (name)
        );
        """

    private static func apply(_ change: SchemaChange, _ session: PostgresSession) async throws {
        try await session.run(sqlScript: change.sql)
        try await session.execute(RecordStatement(change: change))
    }

    private static func known(_ session: PostgresSession) async throws -> [AppliedChange] {
        do { return try await session.execute(KnownStatement()) } catch {
            // No such schema or view, or no right to see it: nothing was ever applied.
            guard let state = error.sqlState, ["3F000", "42P01", "42501"].contains(state) else { throw error }
            return []
        }
    }
}

/// Why a schema can't be brought up to date.
public enum SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database holds migrations that this program does not have.
    case newerThanProgram(migrations: [String])
    /// A migration that the database holds reads differently here.
    case edited(migration: String)
    /// The database was made for fewer characters than names are written in.
    case encoding(String)
    case missingFiles(folder: String)

    public var description: String {
        switch self {
        case .newerThanProgram(let migrations):
            "the database's schema is newer than this program (it holds \(migrations.joined(separator: ", "))): "
                + "use the program that made it, or a newer one"
        case .edited(let migration):
            "the migration \(migration) was edited after it had been applied: put it back as it was, "
                + "and write the change as a new migration"
        case .encoding(let name):
            "the database is encoded in \(name), and has to be in UTF8: make it anew with "
                + "'createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8'"
        case .missingFiles(let folder):
            "the SQL files are missing: the folder '\(folder)' that was built with the program must lie beside it"
        }
    }
}
