public import Postgres
public import Registration

/// What an export asks of the database, on a connection of its own.
public struct ExportDatabase: Sendable {
    private let session: PostgresSession

    public init(session: PostgresSession) { self.session = session }

    /// A run that is under way.
    public typealias Run = Int64

    /// Where nothing limits how long a list may be read, nor how long it takes to write what was read; and with memory to sort
    /// some 200,000 sign-ups in, so that it takes two thirds of the time.
    public func liftLimits() async throws {
        try await session.run(
            sqlScript: "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set work_mem = '64MB'")
    }

    // MARK: Runs

    /// Says that lists are about to be read. The snapshot must be taken afterwards.
    ///
    /// - Throws: `ExportRefusal`, or what the database says.
    public func begin(
        _ scope: ExportScope, actor: String, formats: String, columns: String
    ) async throws -> Run {
        do {
            return try await session.one(
                BeginExportStatement(actor: actor, scope: scope, formats: formats, columns: columns))
        } catch let error as PostgresError where error.sqlState == "P0002" {
            throw ExportRefusal(unknown: error.server?.message ?? "")
        }
    }

    /// Says that this connection reads a run. One that is gone without a word has failed.
    public func hold(_ run: Run) async throws { _ = try await session.one(HoldExportStatement(run: run)) }

    public func end(_ run: Run, rows: Int, files: Int, bytes: Int, error: String? = nil) async throws {
        _ = try await session.one(EndExportStatement(run: run, rows: rows, files: files, bytes: bytes, error: error))
    }

    // MARK: Lists

    /// Runs what is inside on one snapshot of the database.
    public func inOneSnapshot<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws -> Value {
        try await session.transaction("isolation level repeatable read", body)
    }

    public func sessions(of run: Run) async throws -> [ExportedSession] {
        try await session.execute(ExportSessionsStatement(run: run))
    }

    public func currentEdition() async throws -> Edition? { try await session.execute(CurrentEditionStatement()).first }

    /// The sign-ups as they are in the snapshot, to be read when it has ended: in each row the session's number from 1, then
    /// the fields.
    public func rows(of run: Run, _ fields: [ExportField]) async throws(PostgresError) -> PostgresHeldRows {
        let columns = ["ordinal"] + fields.map { PostgresQuoting.identifier($0.rawValue) }
        return try await session.hold(
            "select \(columns.joined(separator: ", ")) from api.export_rows(\(run))", as: "exported")
    }

    // MARK: Nights

    /// Waits until no other nightly export is at work, and keeps others waiting until the connection ends.
    ///
    /// Of the session rather than of a transaction: others have to see what the one before them committed.
    public func lockNights() async throws {
        try await session.run(sqlScript: "set lock_timeout = 0; select pg_advisory_lock(\(Self.nightlyLock))")
    }

    /// "sday" and "nigh" in ASCII.
    private static let nightlyLock: Int64 = 0x7364_6179_6E69_6768

    /// - Returns: `nil` where there is no edition.
    public func beginNight(formats: String, columns: String) async throws -> NightRun? {
        try await session.execute(BeginNightStatement(formats: formats, columns: columns)).first
    }

    /// Keeps what the night holds for the next to compare with. Within the snapshot.
    public func holdNight(_ run: Run) async throws -> HeldNight {
        let changes = try await session.execute(HoldNightStatement(run: run))
        let (takenAt, before) = try await session.one(NightMomentStatement(run: run))
        let record = try await session.one(RecordDigestStatement(run: run))
        return HeldNight(
            takenAt: takenAt, before: before, record: record, changes: Dictionary(uniqueKeysWithValues: changes))
    }

    public func endNight(_ run: Run, _ end: NightEnd) async throws {
        _ = try await session.one(EndNightStatement(run: run, end: end))
    }

    // MARK: What was exported

    public func status() async throws -> ExportStatus? { try await session.execute(ExportStatusStatement()).first }

    /// The latest first.
    public func runs(atMost count: Int) async throws -> [ExportRun] {
        try await session.execute(ExportRunsStatement(count: count))
    }

    /// Keeps a choice of columns, in place of an earlier one of that name.
    public func save(_ columns: [String], as name: String, actor: String) async throws {
        _ = try await session.one(SaveExportChoiceStatement(actor: actor, name: name, columns: columns))
    }

    public func choices() async throws -> [ExportChoice] { try await session.execute(ExportChoicesStatement()) }
}

/// Nothing to export: what was asked for is not in the current edition.
public struct ExportRefusal: Error, CustomStringConvertible {
    /// A slug of a session or venue, or `edition` where there is none.
    public let unknown: String

    public var description: String {
        unknown == "edition"
            ? "there is no edition yet: 'socialday edition create' makes one"
            : "there is no '\(unknown)' in the current edition; write the last part of its page's address, "
                + "or leave it away for all of them"
    }
}
