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
    private let socket: Int32
    private var sources: SocketSources?
    private let canceller: Canceller?
    private let cancelLimit: Duration
    var prepared = PreparedStatements()

    /// What the server is in the middle of, between operations.
    enum Mode {
        case idle, streaming, copyOut, copyIn
    }
    var mode = Mode.idle
    /// Numbers the streams of rows and COPY data, so that whoever reads one notices when it is no longer that one's turn.
    private(set) var streamCount = 0

    private var isUsed = false
    private var isBroken = false
    private var wasInTransaction = false
    /// The last error of the operation, which may tell why the connection ended.
    private var lastReport: PostgresError.ServerReport?
    private var operation: Operation?
    private var operationCount = 0
    private var waiter: CheckedContinuation<Void, Never>?

    private struct Operation {
        let number: Int
        /// Whether the server has nothing to do for it, so that there is nothing to cancel there.
        let isOnlyWaiting: Bool
        var isInterrupted = false
        var cancelling = Cancelling.no
    }

    /// Whether the server is to cancel an operation.
    private enum Cancelling {
        /// Can transition to `asking`.
        case no
        /// A request is under way, which must not meet the next statement. Can transition to `asked`.
        case asking
        case asked
    }

    static func connecting(
        _ configuration: PostgresConfiguration, logger: Logger
    ) async throws(PostgresError) -> ExclusiveConnection {
        let link = try await Connector().connect(configuration, lane: .exclusive, logger: logger)
        let connection = ExclusiveConnection(link, cancelLimit: configuration.cancelLimit)
        try await connection.watch()
        return connection
    }

    private init(_ link: consuming sending Link, cancelLimit: Duration) {
        let executor = DispatchExecutor(label: "postgres.session")
        self.executor = executor
        self.cancelLimit = cancelLimit
        canceller = link.canceller()
        socket = link.socket
        self.link = link
    }

    private func watch() throws(PostgresError) {
        sources = SocketSources(socket, on: executor.queue) { [weak self] in
            self?.assumeIsolated { $0.resumeWaiter() }
        }
        if sources == nil { throw PostgresError(.notConnected, cause: "too many open files") }
    }

    // MARK: Life

    /// Whether the connection, idle until now, can be lent.
    var isUsable: Bool {
        if !isBroken, !link.isStillGood() { isBroken = true }
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
            try await perform(isShielded: true, limit: cancelLimit) { connection throws(PostgresError) in
                if connection.link.transactionStatus != PQTRANS_IDLE { try await connection.runScript("rollback") }
                try await connection.runScript(script)
            }
            while link.nextNotification() != nil {}
            isUsed = false
            return true
        } catch {
            return false
        }
    }

    /// Ends the connection, and whatever waits for it.
    func close() {
        isBroken = true
        resumeWaiter()
        sources?.cancel()
    }

    // MARK: Operations

    /// Runs `body` as the connection's one operation, cancelling it at the server when the task is cancelled.
    ///
    /// - Parameters:
    ///   - isShielded: don't notice that the task is cancelled.
    ///   - startsFresh: first end what was left unfinished, instead of going on with it.
    ///   - isOnlyWaiting: when cancelled, just stop waiting.
    ///   - limit: give the connection up when it takes longer.
    @discardableResult
    func perform<Value: Sendable>(
        isShielded: Bool = false, startsFresh: Bool = true, isOnlyWaiting: Bool = false, limit: Duration? = nil,
        _ body: @Sendable (isolated ExclusiveConnection) async throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        guard operation == nil else { throw PostgresError(.misuse, cause: "another operation is under way") }
        guard isShielded || !Task.isCancelled else { throw PostgresError(.cancelled, isSafeToRetry: true) }
        if startsFresh, mode != .idle { try await abandonLeftovers() }
        let number = try begin(isOnlyWaiting: isOnlyWaiting)
        if let limit { giveUp(number, after: limit) }
        let result: Result<Value, PostgresError>
        if isShielded {
            result = await attempt(body)
        } else {
            result = await withTaskCancellationHandler {
                await attempt(body)
            } onCancel: {
                Task { await self.cancel(number) }
            }
        }
        await end()
        if case .failure(let error) = result, error.sqlState == "57014", Task.isCancelled {
            throw PostgresError(.cancelled, server: error.server)
        }
        return try result.get()
    }

    private func begin(isOnlyWaiting: Bool) throws(PostgresError) -> Int {
        guard !isBroken else { throw PostgresError(.notSent, cause: "the connection has ended") }
        isUsed = true
        lastReport = nil
        operationCount += 1
        operation = Operation(number: operationCount, isOnlyWaiting: isOnlyWaiting)
        return operationCount
    }

    private func end() async {
        while operation?.cancelling == .asking, !isBroken { await withCheckedContinuation { waiter = $0 } }
        operation = nil
        wasInTransaction = link.transactionStatus == PQTRANS_INTRANS || link.transactionStatus == PQTRANS_INERROR
    }

    private func attempt<Value: Sendable>(
        _ body: @Sendable (isolated ExclusiveConnection) async throws(PostgresError) -> Value
    ) async -> Result<Value, PostgresError> {
        do {
            return .success(try await body(self))
        } catch {
            return .failure(error)
        }
    }

    private func cancel(_ number: Int) {
        guard operation?.number == number, operation?.cancelling == .no, !isBroken else { return }
        if operation?.isOnlyWaiting == true {
            operation?.isInterrupted = true
            return resumeWaiter()
        }
        if let canceller {
            operation?.cancelling = .asking
            Task {
                await canceller.cancel()
                hasAskedToCancel(number)
            }
        }
        // Where the server doesn't answer, nothing can be drained.
        giveUp(number, after: cancelLimit)
    }

    private func hasAskedToCancel(_ number: Int) {
        guard operation?.number == number else { return }
        operation?.cancelling = .asked
        resumeWaiter()
    }

    private func giveUp(_ number: Int, after limit: Duration) {
        Task {
            try? await Task.sleep(for: limit)
            guard operation?.number == number else { return }
            isBroken = true
            resumeWaiter()
        }
    }

    var isInterrupted: Bool { operation?.isInterrupted ?? false }

    /// Ends what an earlier operation left unfinished: rows or COPY data nobody read to the end.
    private func abandonLeftovers() async throws(PostgresError) {
        let number = try begin(isOnlyWaiting: false)
        let left = mode
        mode = .idle
        let result = await attempt { connection throws(PostgresError) in
            switch left {
            case .idle: return
            case .streaming, .copyOut: connection.cancel(number)
            case .copyIn: _ = connection.link.putCopyEnd(abort: "abandoned")
            }
            try await connection.flush()
            try await connection.skipResults()
        }
        await end()
        try result.get()
    }

    /// - Returns: the stream's number, for `expect`.
    func begin(_ mode: Mode) -> Int {
        self.mode = mode
        streamCount += 1
        return streamCount
    }

    /// Throws where the stream has been ended by another operation: what was read of it is not all.
    func expect(_ mode: Mode, _ stream: Int) throws(PostgresError) {
        guard self.mode == mode, streamCount == stream else {
            throw PostgresError(.misuse, cause: "another operation has ended this one before all was read")
        }
    }

    private func skipResults() async throws(PostgresError) {
        while let result = try await nextResult() {
            guard result.status == PGRES_COPY_OUT else { continue }
            while try await copyRow() != nil {}
        }
    }

    // MARK: Waiting

    /// The next result of the statement under way; nil after its last.
    func nextResult() async throws(PostgresError) -> QueryResult? {
        // Where the connection ends, what has arrived of the answer still counts.
        while link.isBusy {
            try await wait()
            guard link.consumeInput() else { break }
        }
        guard let result = link.nextResult() else {
            if !link.isAlive { throw lost() }
            return nil
        }
        if result.isError, let report = result.report {
            lastReport = report
            if report.meansStaleStatement { prepared.forgetAll() }
        }
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
                sources?.watchReads(true)
                sources?.watchWrites(toWrite)
            }
        }
        guard !isBroken else { throw lost() }
    }

    private func resumeWaiter() {
        sources?.watchReads(false)
        sources?.watchWrites(false)
        waiter?.resume()
        waiter = nil
    }

    /// The connection has ended: in a transaction nothing of it remains; outside, the statement may have been done.
    func lost() -> PostgresError {
        isBroken = true
        return PostgresError(
            wasInTransaction ? .connectionLost : .unknownOutcome, server: lastReport, cause: link.message)
    }
}
