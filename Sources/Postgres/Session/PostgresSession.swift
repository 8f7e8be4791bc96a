import CLibPQ
public import Logging

/// A connection that one task has for itself. Use it from one task at a time: a second operation meanwhile is `.misuse`.
///
/// Cancelling the task asks the server to cancel the statement and waits until it has ended.
public struct PostgresSession: Sendable {
    let connection: ExclusiveConnection

    init(_ connection: ExclusiveConnection) {
        self.connection = connection
    }

    /// Connects for `body` only, without a client: for commands that do one thing.
    ///
    /// - Throws: what `body` throws; `.notConnected` where the server can't be reached.
    @discardableResult
    public static func with<Value>(
        _ configuration: PostgresConfiguration, logger: Logger, isolation: isolated (any Actor)? = #isolation,
        _ body: (PostgresSession) async throws -> Value
    ) async throws -> Value {
        let connection = try await ExclusiveConnection.connecting(configuration, logger: logger)
        do {
            let value = try await body(PostgresSession(connection))
            await connection.close()
            return value
        } catch {
            await connection.close()
            throw error
        }
    }

    // MARK: Statements

    /// Runs a statement, prepared at its first use on this connection, and returns its rows.
    ///
    /// - Throws: `.server`, `.decoding`, `.cancelled`, `.misuse`; where the connection is lost `.notSent`,
    ///   `.unknownOutcome`, or in a transaction `.connectionLost`.
    @discardableResult
    public func execute<Statement: PostgresStatement>(
        _ statement: Statement
    ) async throws(PostgresError) -> [Statement.Row] {
        try await connection.perform { connection throws(PostgresError) in try await connection.execute(statement) }
    }

    /// Runs one or more statements without parameters, whose rows are dropped. Several are one transaction, unless the
    /// script says otherwise. Errors as in `execute`.
    public func run(sqlScript: String) async throws(PostgresError) {
        try await connection.perform { connection throws(PostgresError) in
            _ = try await connection.runScript(sqlScript)
        }
    }

    /// Runs a statement whose rows are read as they come, with bounded memory. The statement starts with the first
    /// read; what is not read to the end is cancelled when the session is next used.
    public func rows<Statement: PostgresStatement>(of statement: Statement) -> PostgresRows<Statement> {
        PostgresRows(connection: connection, statement: statement)
    }

    // MARK: Transactions

    /// Runs `body` in a transaction, committed when it returns and rolled back when it throws.
    ///
    /// - Parameter mode: what follows `begin`, such as `isolation level repeatable read read only`.
    /// - Throws: what `body` throws. `.unknownOutcome` where the connection is lost in the commit itself;
    ///   `.server("25P02")` where a statement had failed and `body` returned all the same.
    @discardableResult
    public func transaction<Value>(
        _ mode: String = "", isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws -> Value {
        try await connection.perform { connection throws(PostgresError) in
            try await connection.beginTransaction(mode)
        }
        let value: Value
        do {
            value = try await body()
        } catch {
            await rollBack()
            throw error
        }
        try await commit()
        return value
    }

    private func commit() async throws(PostgresError) {
        let tag: String
        do {
            tag = try await connection.perform { connection throws(PostgresError) in
                try await connection.runScript("commit")
            }
        } catch {
            if error.code == .cancelled { await rollBack() }
            guard error.code == .connectionLost else { throw error }
            throw PostgresError(.unknownOutcome, cause: error.cause)
        }
        // The server answers the commit of a failed transaction by rolling it back, without an error.
        guard tag != "ROLLBACK" else {
            throw PostgresError(
                .server("25P02"), server: .init(sqlState: "25P02", message: "a statement of the transaction had failed")
            )
        }
    }

    /// Where this fails, the session is thrown away, and the server rolls back.
    private func rollBack() async {
        _ = try? await connection.perform(isShielded: true) { connection throws(PostgresError) in
            try await connection.runScript("rollback")
        }
    }

    /// Has PostgreSQL put a query's rows aside, to be taken with bounded memory while no snapshot stays open, of which vacuum
    /// and everybody who reads much-changed rows would have to wait (manual, "DECLARE": `WITH HOLD`).
    ///
    /// In a transaction the rows are those of its snapshot, and are put aside when it commits.
    public func hold(_ sql: String, as cursor: String) async throws(PostgresError) -> PostgresHeldRows {
        try await run(
            sqlScript: "declare \(PostgresQuoting.identifier(cursor)) binary no scroll cursor with hold for \(sql)")
        return PostgresHeldRows(connection: connection, cursor: PostgresQuoting.identifier(cursor))
    }

    // MARK: COPY

    /// What `COPY … TO STDOUT` sends, in pieces of whole rows, with bounded memory. The statement starts with the first
    /// read; what is not read to the end is cancelled when the session is next used.
    public func copyOut(_ sql: String) -> PostgresCopyOut {
        PostgresCopyOut(connection: connection, sql: sql)
    }

    /// Feeds `COPY … FROM STDIN`, no faster than the server takes it. Returns how many rows it made.
    ///
    /// - Throws: as `execute`; where `chunks` throws, the server undoes the COPY and the error goes on to the caller.
    public func copyIn<Chunks: AsyncSequence>(
        _ sql: String, _ chunks: Chunks, isolation: isolated (any Actor)? = #isolation
    ) async throws -> Int where Chunks.Element == [UInt8] {
        try await connection.perform { connection throws(PostgresError) in
            try await connection.startCopy(sql, PGRES_COPY_IN)
        }
        do {
            for try await chunk in chunks {
                try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
                    try await connection.putCopy(chunk)
                }
            }
        } catch {
            _ = try? await connection.perform(isShielded: true, startsFresh: false) {
                connection throws(PostgresError) in
                try await connection.finishCopy(abort: "the sender gave up")
            }
            throw error
        }
        let tag = try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
            try await connection.finishCopy(abort: nil)
        }
        return tag.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }

    // MARK: Notifications

    /// Listens on a channel. Once this returns, nothing that is committed is missed until the connection is lost, which
    /// ends the sequence with an error: then read anew what the notifications are about, on a new session.
    public func notifications(on channel: String) async throws(PostgresError) -> PostgresNotifications {
        try await run(sqlScript: "listen \(PostgresQuoting.identifier(channel))")
        return PostgresNotifications(connection: connection, channel: channel)
    }
}
