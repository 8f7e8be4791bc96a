import CLibPQ

extension ExclusiveConnection {
    /// Runs one or more statements without parameters; returns the last one's command tag.
    @discardableResult
    func runScript(_ sql: String) async throws(PostgresError) -> String {
        guard link.sendScript(sql) else { throw refused() }
        try await flush()
        return try await finish()
    }

    func beginTransaction(_ mode: String) async throws(PostgresError) {
        guard link.transactionStatus == PQTRANS_IDLE else {
            throw PostgresError(.misuse, cause: "a transaction in a transaction")
        }
        do throws(PostgresError) {
            try await runScript("begin \(mode)")
        } catch {
            // Nothing happens in a transaction that has only begun.
            throw error.code == .unknownOutcome
                ? PostgresError(.notSent, server: error.server, cause: error.cause) : error
        }
    }

    func execute<Statement: PostgresStatement>(_ statement: Statement) async throws(PostgresError) -> [Statement.Row] {
        do throws(PostgresError) {
            return try await executeOnce(statement)
        } catch {
            // Where it was in a transaction, that is over, and not ours to begin again.
            guard error.server?.meansStaleStatement == true, link.transactionStatus == PQTRANS_IDLE else { throw error }
            return try await executeOnce(statement)
        }
    }

    private func executeOnce<Statement: PostgresStatement>(
        _ statement: Statement
    ) async throws(PostgresError) -> [Statement.Row] {
        try await send(statement)
        var rows: [Statement.Row] = []
        var failure: PostgresError?
        while let result = try await nextResult() {
            do {
                try await check(result)
                rows = try result.decode(Statement.self)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return rows
    }

    /// Sends a statement, preparing it before its first use here.
    private func send<Statement: PostgresStatement>(_ statement: Statement) async throws(PostgresError) {
        let parameters = try PostgresParameters(of: statement)
        let key = StatementKey(statement: ObjectIdentifier(Statement.self), parameterTypes: parameters.types)
        let (name, isNew) = prepared.name(for: key)
        if isNew {
            do throws(PostgresError) {
                guard link.sendPrepare(name, Statement.sql, types: parameters.types) else { throw refused() }
                try await flush()
                try await finish()
            } catch {
                prepared.forget(key, named: name)
                throw error
            }
        }
        guard link.sendExecute(name, parameters) else { throw refused() }
        try await flush()
    }

    // MARK: Rows as they come

    /// - Returns: the stream's number.
    func startRows(_ statement: some PostgresStatement) async throws(PostgresError) -> Int {
        try await send(statement)
        guard link.streamRows() else { throw refused() }
        return begin(.streaming)
    }

    /// Some rows, as soon as there are any, and whether they are the last; then there may be none.
    func nextRows<Statement: PostgresStatement>(
        of statement: Statement.Type, in stream: Int, atMost limit: Int
    ) async throws(PostgresError) -> (rows: [Statement.Row], isEnd: Bool) {
        try expect(.streaming, stream)
        var rows: [Statement.Row] = []
        while rows.count < limit, rows.isEmpty || !link.isBusy {
            guard let result = try await nextResult() else {
                mode = .idle
                return (rows, true)
            }
            if result.isError {
                mode = .idle
                let error = result.error
                try await finish()
                throw error
            }
            rows += try result.decode(Statement.self)
        }
        return (rows, false)
    }

    /// The rows of a statement without parameters, as they were sent, in the layout of `PostgresHeldRows`.
    func bytes(of sql: String) async throws(PostgresError) -> [UInt8] {
        guard link.sendScript(sql) else { throw refused() }
        try await flush()
        var bytes: [UInt8] = []
        var failure: PostgresError?
        while let result = try await nextResult() {
            do {
                try await check(result)
                result.append(to: &bytes)
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    // MARK: COPY

    /// - Returns: the stream's number.
    @discardableResult
    func startCopy(_ sql: String, _ direction: ExecStatusType) async throws(PostgresError) -> Int {
        guard link.sendScript(sql) else { throw refused() }
        try await flush()
        guard let result = try await nextResult() else { throw PostgresError(.misuse, cause: "an empty statement") }
        if result.status == direction { return begin(direction == PGRES_COPY_OUT ? .copyOut : .copyIn) }
        try await check(result)
        try await finish()
        throw PostgresError(.misuse, cause: "not a COPY in this direction")
    }

    /// Some rows' bytes, as soon as there are any; nil after the last.
    func nextCopyChunk(in stream: Int, atMost limit: Int) async throws(PostgresError) -> [UInt8]? {
        try expect(.copyOut, stream)
        guard var chunk = try await copyRow() else {
            mode = .idle
            try await finish()
            return nil
        }
        while chunk.count < limit, case .bytes(let row) = link.copyData() { chunk += row }
        return chunk
    }

    func putCopy(_ chunk: [UInt8]) async throws(PostgresError) {
        while true {
            switch link.putCopyData(chunk) {
            case true?: return try await flush()
            case false?: try await flush()
            case nil: throw lost()
            }
        }
    }

    /// Ends COPY IN; returns its command tag.
    func finishCopy(abort reason: String?) async throws(PostgresError) -> String {
        mode = .idle
        while true {
            switch link.putCopyEnd(abort: reason) {
            case true?:
                try await flush()
                return try await finish()
            case false?: try await flush()
            case nil: throw lost()
            }
        }
    }

    // MARK: Notifications

    /// Waits for a notification, of any channel.
    func nextNotification() async throws(PostgresError) -> PostgresNotification {
        while true {
            if let notification = link.nextNotification() { return notification }
            guard !isInterrupted else { throw PostgresError(.cancelled, isSafeToRetry: true) }
            try await receive()
        }
    }

    // MARK: Results

    /// Reads to the statement's end; throws its first error.
    @discardableResult
    private func finish() async throws(PostgresError) -> String {
        var tag = ""
        var failure: PostgresError?
        while let result = try await nextResult() {
            do {
                try await check(result)
                tag = result.command
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return tag
    }

    /// Throws where a result is an error, or a COPY that nobody asked for, which it ends.
    private func check(_ result: borrowing QueryResult) async throws(PostgresError) {
        switch result.status {
        case PGRES_COPY_IN:
            _ = link.putCopyEnd(abort: "COPY where it was not expected")
            try await flush()
        case PGRES_COPY_OUT:
            while try await copyRow() != nil {}
            throw PostgresError(.misuse, cause: "COPY where it was not expected")
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
            throw result.error
        default: break
        }
    }

    /// libpq would not take a statement: the connection has ended, or the statement can't be sent.
    private func refused() -> PostgresError {
        link.isAlive
            ? PostgresError(.misuse, cause: link.message)
            : PostgresError(.notSent, cause: lost().cause)
    }
}
