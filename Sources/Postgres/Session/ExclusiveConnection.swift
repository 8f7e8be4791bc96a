import CLibPQ
import Dispatch
import Logging

/// One connection for one task at a time, on a queue of its own.
///
/// Each operation runs between `begin` and `end`. Cancelling the task asks the server, from another queue, to cancel
/// the statement, and goes on reading until the server has answered, so that the connection stays usable.
actor ExclusiveConnection {
    private nonisolated let executor: DispatchExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    let link: Link
    private let sources: SocketSources
    private let canceller: Canceller?
    private let cancelLimit: Duration
    var prepared = PreparedStatements()

    /// What the server is in the middle of, between operations.
    enum Mode {
        case idle, streaming, copyOut, copyIn
    }
    var mode = Mode.idle

    private var isUsed = false
    private var isBroken = false
    private var wasInTransaction = false
    private var operation: Operation?
    private var operationCount = 0
    private var waiter: CheckedContinuation<Void, Never>?

    private struct Operation {
        let number: Int
        /// Whether the server has nothing to do for it, so that there is nothing to cancel there.
        let isOnlyWaiting: Bool
        var isInterrupted = false
        var cancelling: Task<Void, Never>?
    }

    static func connecting(
        _ configuration: PostgresConfiguration, logger: Logger
    ) async throws(PostgresError) -> ExclusiveConnection {
        let link = try await Connector().connect(configuration, lane: .exclusive, logger: logger)
        let connection = ExclusiveConnection(link, cancelLimit: configuration.cancelLimit)
        await connection.watch()
        return connection
    }

    private init(_ link: consuming sending Link, cancelLimit: Duration) {
        let executor = DispatchExecutor(label: "postgres.session")
        self.executor = executor
        self.cancelLimit = cancelLimit
        canceller = link.canceller()
        sources = SocketSources(link.socket, on: executor.queue)
        self.link = link
    }

    private func watch() {
        let resume: @Sendable () -> Void = { [weak self] in self?.assumeIsolated { $0.resumeWaiter() } }
        sources.handle(readable: resume, writable: resume)
    }

    // MARK: Life

    /// Whether the connection, idle until now, can be lent.
    var isUsable: Bool {
        if !isBroken, !link.consumeInput() || !link.isAlive { isBroken = true }
        return !isBroken
    }

    /// Brings the session back to the state of a new one. False where it can't be used again.
    func reset() async -> Bool {
        guard isUsable else { return false }
        guard isUsed else { return true }
        // In this order: the role falls back to that of the connection's options, not to the login's.
        let script = """
            close all; unlisten *; reset session authorization; reset role; reset all;
            select pg_advisory_unlock_all(); discard temp; discard sequences
            """
        do {
            if link.transactionStatus != PQTRANS_IDLE || mode != .idle {
                try await perform(isShielded: true) { connection throws(PostgresError) in
                    try await connection.runScript("rollback")
                }
            }
            try await perform(isShielded: true) { connection throws(PostgresError) in
                try await connection.runScript(script)
            }
            while link.nextNotification() != nil {}
            isUsed = false
            return true
        } catch {
            return false
        }
    }

    /// Ends the connection; libpq closes the socket once nothing watches it any more.
    func close() async {
        isBroken = true
        resumeWaiter()
        await withCheckedContinuation { continuation in
            guard sources.cancel({ continuation.resume() }) else { return continuation.resume() }
        }
    }

    // MARK: Operations

    /// Runs `body` as the connection's one operation, cancelling it at the server when the task is cancelled.
    ///
    /// - Parameters:
    ///   - isShielded: don't notice that the task is cancelled.
    ///   - startsFresh: first end what was left unfinished, instead of going on with it.
    ///   - isOnlyWaiting: when cancelled, just stop waiting.
    @discardableResult
    func perform<Value: Sendable>(
        isShielded: Bool = false, startsFresh: Bool = true, isOnlyWaiting: Bool = false,
        _ body: @Sendable (isolated ExclusiveConnection) async throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        guard operation == nil else { throw PostgresError(.misuse) }
        guard isShielded || !Task.isCancelled else { throw PostgresError(.cancelled, isSafeToRetry: true) }
        guard !isBroken else { throw PostgresError(.notSent, cause: "the connection has ended") }
        isUsed = true
        operationCount += 1
        let number = operationCount
        operation = Operation(number: number, isOnlyWaiting: isOnlyWaiting)
        let result: Result<Value, PostgresError>
        if isShielded {
            result = await attempt(startsFresh: startsFresh, body)
        } else {
            result = await withTaskCancellationHandler {
                await attempt(startsFresh: startsFresh, body)
            } onCancel: {
                Task { await self.cancel(number) }
            }
        }
        // A cancel request under way must not meet the next statement.
        if !isBroken { await operation?.cancelling?.value }
        operation = nil
        wasInTransaction = [PQTRANS_INTRANS, PQTRANS_INERROR].contains(link.transactionStatus)
        return try result.get()
    }

    private func attempt<Value: Sendable>(
        startsFresh: Bool, _ body: @Sendable (isolated ExclusiveConnection) async throws(PostgresError) -> Value
    ) async -> Result<Value, PostgresError> {
        do {
            if startsFresh { try await abandonLeftovers() }
            return .success(try await body(self))
        } catch {
            if error.sqlState == "57014", Task.isCancelled {
                return .failure(PostgresError(.cancelled, server: error.server))
            }
            return .failure(error)
        }
    }

    private func cancel(_ number: Int) async {
        guard operation?.number == number, operation?.cancelling == nil, !isBroken else { return }
        if operation?.isOnlyWaiting == true {
            operation?.isInterrupted = true
            return resumeWaiter()
        }
        if let canceller { operation?.cancelling = Task { await canceller.cancel() } }
        try? await Task.sleep(for: cancelLimit)
        // The server doesn't answer: nothing can be drained.
        guard operation?.number == number else { return }
        isBroken = true
        resumeWaiter()
    }

    var isInterrupted: Bool { operation?.isInterrupted ?? false }

    /// Ends what an earlier operation left unfinished: rows or COPY data nobody read to the end.
    private func abandonLeftovers() async throws(PostgresError) {
        switch mode {
        case .idle: return
        case .streaming, .copyOut: await canceller?.cancel()
        case .copyIn: _ = link.putCopyEnd(abort: "abandoned")
        }
        mode = .idle
        try await flush()
        while let result = try await nextResult() {
            guard result.status == PGRES_COPY_OUT else { continue }
            while try await copyRow() != nil {}
        }
    }

    // MARK: Waiting

    /// The next result of the statement under way; nil after its last.
    func nextResult() async throws(PostgresError) -> QueryResult? {
        while link.isBusy { try await receive() }
        let result = link.nextResult()
        if !link.isAlive { throw lost() }
        return result
    }

    /// The next row of COPY OUT, waiting for it; nil after the last.
    func copyRow() async throws(PostgresError) -> [UInt8]? {
        while true {
            switch link.copyData() {
            case .bytes(let row): return row
            case .end, .failed: return nil
            case .none: try await receive()
            }
        }
    }

    /// Writes all that was given to libpq, reading meanwhile so that neither side waits for the other.
    func flush() async throws(PostgresError) {
        while true {
            switch link.flush() {
            case .done: return
            case .failed: throw lost()
            case .blocked:
                try await wait(toWrite: true)
                guard link.consumeInput() else { throw lost() }
            }
        }
    }

    /// Waits for the server to say something, and takes it in.
    func receive() async throws(PostgresError) {
        try await wait()
        guard link.consumeInput() else { throw lost() }
    }

    private func wait(toWrite: Bool = false) async throws(PostgresError) {
        if !isBroken {
            await withCheckedContinuation { continuation in
                waiter = continuation
                sources.watchReads(true)
                sources.watchWrites(toWrite)
            }
        }
        guard !isBroken else { throw lost() }
    }

    private func resumeWaiter() {
        sources.watchReads(false)
        sources.watchWrites(false)
        waiter?.resume()
        waiter = nil
    }

    /// The connection has ended: in a transaction nothing of it remains; outside, the statement may have been done.
    func lost() -> PostgresError {
        isBroken = true
        return PostgresError(wasInTransaction ? .connectionLost : .unknownOutcome, cause: link.message)
    }
}
