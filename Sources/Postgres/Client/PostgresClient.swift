public import Logging
import Synchronization

/// A client of one database: a lane of pipelined connections that all tasks share for single statements, and a pool of
/// connections that a task takes for itself.
///
/// `run` keeps the shared lane connected and must be running while `execute` is used. Sessions need no `run`.
public final class PostgresClient: Sendable {
    /// What it was made with; changing a copy changes nothing here.
    public let configuration: PostgresConfiguration

    private let logger: Logger
    private let lane: PipelinedLane
    private let pool: SessionPool
    private let statementCount = Atomic<UInt64>(0)
    private let lastFailure = Mutex<PostgresError?>(nil)

    /// Connects to nothing yet.
    ///
    /// - Parameter logger: told of lost connections and, at debug level, of what the server remarks.
    public init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        lane = PipelinedLane(configuration, logger: logger)
        pool = SessionPool(configuration, logger: logger)
    }

    // MARK: Statements

    /// Runs one statement on the shared lane, in a transaction of its own, and returns its rows.
    ///
    /// Cancelling the task lets the caller go; the statement, once sent, runs on and may be committed, and no other
    /// statement notices.
    ///
    /// - Parameter deadline: from now to the answer; the configuration's where nil.
    /// - Throws: `.server`, `.decoding`, `.misuse`; `.tooBusy`, `.notConnected`, `.notSent`, which did nothing; `.unknownOutcome`;
    ///   `.timedOut` and `.cancelled`, whose `isSafeToRetry` tells whether the statement was still waiting.
    public func execute<Statement: PostgresStatement>(
        _ statement: Statement, deadline: Duration? = nil
    ) async throws(PostgresError) -> [Statement.Row] {
        guard !Task.isCancelled else { throw PostgresError(.cancelled, isSafeToRetry: true) }
        let parameters = try PostgresParameters(of: statement)
        let deadline = ContinuousClock.now + (deadline ?? configuration.defaultDeadline)
        var answer = await answer(to: Statement.self, parameters, deadline)
        // Every connection has prepared it, and each may have to learn that it is stale.
        for _ in 0..<configuration.pipelinedConnections where answer.meansStaleStatement {
            answer = await self.answer(to: Statement.self, parameters, deadline)
        }
        return try answer.mapError(explained).get()
    }

    /// As above, for callers that have no task.
    ///
    /// - Parameter completion: Called once, perhaps before this returns, by this thread or the one that reads the answers: so
    ///   it is short and waits for nothing. It may execute the next statement.
    public func execute<Statement: PostgresStatement>(
        _ statement: Statement, deadline: Duration? = nil,
        completion: @escaping @Sendable (Result<[Statement.Row], PostgresError>) -> Void
    ) {
        let parameters: PostgresParameters
        do { parameters = try PostgresParameters(of: statement) } catch { return completion(.failure(error)) }
        let deadline = ContinuousClock.now + (deadline ?? configuration.defaultDeadline)
        submit(Statement.self, parameters, deadline, retries: configuration.pipelinedConnections, completion)
    }

    private func submit<Statement: PostgresStatement>(
        _ statement: Statement.Type, _ parameters: PostgresParameters, _ deadline: ContinuousClock.Instant,
        retries: Int, _ completion: @escaping @Sendable (PendingStatement<Statement>.Answer) -> Void
    ) {
        let id = statementCount.add(1, ordering: .relaxed).newValue
        lane.submit(
            PendingStatement<Statement>(id: id, parameters: parameters, deadline: deadline) { [self] answer in
                guard answer.meansStaleStatement, retries > 0 else { return completion(answer.mapError(explained)) }
                submit(statement, parameters, deadline, retries: retries - 1, completion)
            })
    }

    /// Says why there is no connection, which the lane does not know.
    private func explained(_ error: PostgresError) -> PostgresError {
        guard error.code == .notConnected, let cause = lastFailure.withLock({ $0?.cause }) else { return error }
        return PostgresError(.notConnected, cause: cause)
    }

    private func answer<Statement: PostgresStatement>(
        to statement: Statement.Type, _ parameters: PostgresParameters, _ deadline: ContinuousClock.Instant
    ) async -> PendingStatement<Statement>.Answer {
        let id = statementCount.add(1, ordering: .relaxed).newValue
        let lane = lane
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                lane.submit(
                    PendingStatement<Statement>(id: id, parameters: parameters, deadline: deadline) {
                        continuation.resume(returning: $0)
                    })
                // Cancelled before there was something to abandon.
                if Task.isCancelled { lane.abandon(id) }
            }
        } onCancel: {
            lane.abandon(id)
        }
    }

    // MARK: Sessions

    /// Lends a connection to `body` for itself, made when none is idle. Afterwards an open transaction is rolled back
    /// and everything that the session has set is reset.
    ///
    /// - Throws: what `body` throws; `.tooBusy` where too many tasks wait, `.timedOut` after `sessionWait`,
    ///   `.notConnected` where the server can't be reached.
    @discardableResult
    public func withSession<Value>(
        isolation: isolated (any Actor)? = #isolation, _ body: (PostgresSession) async throws -> Value
    ) async throws -> Value {
        let connection = try await pool.acquire()
        do {
            let value = try await body(PostgresSession(connection))
            await pool.giveBack(connection)
            return value
        } catch {
            await pool.giveBack(connection)
            throw error
        }
    }

    // MARK: Life

    /// Keeps the shared lane connected until the task is cancelled; then refuses new statements, lets those under way
    /// finish for at most `drainLimit`, and closes everything.
    public func run() async throws {
        let drain = Mutex<Task<Void, Never>?>(nil)
        await withTaskCancellationHandler {
            await withTaskGroup { group in
                for _ in 0..<configuration.pipelinedConnections {
                    group.addTask { await self.stayConnected() }
                }
                group.addTask { await self.closeIdleSessions() }
            }
        } onCancel: {
            let task = Task { await self.drain() }
            drain.withLock { $0 = task }
        }
        drain.withLock { $0 }?.cancel()
        await pool.close()
    }

    /// Whether `execute` has a connection to use.
    public var isConnected: Bool { lane.load.connections > 0 }

    /// A snapshot for health checks and metrics.
    public var status: Status {
        let load = lane.load
        return Status(
            connections: load.connections, statementsInFlight: load.inFlight, statementsWaiting: load.waiting,
            lastFailure: lastFailure.withLock { $0 })
    }

    /// How the shared lane is doing at one moment.
    public struct Status: Sendable {
        /// Pipelined connections that are up.
        public let connections: Int
        /// Sent, and not answered yet.
        public let statementsInFlight: Int
        /// Not sent yet.
        public let statementsWaiting: Int
        /// Why a connection was last lost or not made; nil once all is well again.
        public let lastFailure: PostgresError?
    }

    private func stayConnected() async {
        let connector = Connector()
        var backOff = BackOff(configuration.reconnectDelay)
        var generator = SystemRandomNumberGenerator()
        var failures = 0
        while !Task.isCancelled {
            do {
                let link = try await connector.connect(configuration, lane: .pipelined, logger: logger)
                if failures > 0 { logger.notice("connected to PostgreSQL again") }
                lastFailure.withLock { $0 = nil }
                failures = 0
                let start = ContinuousClock.now
                guard let failure = await lane.serve(link) else { continue }
                if start.duration(to: .now) > configuration.reconnectDelay.upperBound { backOff.reset() }
                note(failure, &failures)
            } catch {
                note(error, &failures)
            }
            try? await Task.sleep(for: backOff.next(using: &generator))
        }
    }

    private func note(_ failure: PostgresError, _ failures: inout Int) {
        failures += 1
        lastFailure.withLock { $0 = failure }
        // Once for each outage; repetitions only when looked for.
        logger.log(
            level: failures == 1 ? .warning : .debug, "no connection to PostgreSQL",
            metadata: ["cause": "\(failure.cause ?? "")", "attempt": "\(failures)"])
    }

    private func closeIdleSessions() async {
        while (try? await Task.sleep(for: configuration.idleLimit / 2)) != nil {
            await pool.closeIdle()
        }
    }

    private func drain() async {
        await lane.drain()
        try? await Task.sleep(for: configuration.drainLimit)
        await lane.close()
    }
}

extension Result where Failure == PostgresError {
    fileprivate var meansStaleStatement: Bool {
        if case .failure(let error) = self { error.server?.meansStaleStatement == true } else { false }
    }
}
