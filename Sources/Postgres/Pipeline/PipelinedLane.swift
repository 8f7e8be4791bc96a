import CLibPQ
import DequeModule
import Logging

/// The connections that all tasks share: carries out what `PipelineStateMachine` decides.
///
/// Everything here is non-blocking. A caller enters from its own thread and so writes its statement to the socket itself;
/// the answers are read, and handed over, by the thread that waits for the sockets.
actor PipelinedLane {
    private nonisolated let executor = SocketThread()
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private typealias Machine = PipelineStateMachine<PipelinedStatement>

    private let logger: Logger
    private var machine: Machine
    private var connections: [PipelineConnectionID: PipelinedConnection] = [:]
    private var connectionCount = 0
    private var actions: Deque<Machine.Action> = []
    private var isActing = false
    /// Why a connection was last lost, for the errors that follow from it.
    private var lossReason: String?

    init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.logger = logger
        machine = Machine(
            limits: .init(
                inFlight: configuration.maximumInFlight, waiting: configuration.maximumWaiting,
                connectionWait: configuration.connectionWait, silence: configuration.silenceLimit))
    }

    deinit {
        executor.stop()
    }

    struct Load: Sendable {
        var connections: Int
        var inFlight: Int
        var waiting: Int
    }

    nonisolated var load: Load {
        executor.run {
            assumeIsolated {
                Load(
                    connections: $0.machine.connectionCount, inFlight: $0.machine.inFlightCount,
                    waiting: $0.machine.waitingCount)
            }
        }
    }

    // MARK: Statements

    nonisolated func submit(_ pending: any AnyPendingStatement) {
        executor.run {
            assumeIsolated { $0.handle(.submitted(PipelinedStatement(pending: pending))) }
        }
    }

    /// Lets the caller go; the statement itself, if sent, runs on.
    nonisolated func abandon(_ id: UInt64) {
        executor.run {
            assumeIsolated { $0.handle(.abandoned(id)) }
        }
    }

    // MARK: Connections

    /// Adds a connection to the lane, and returns once it has ended, with the reason where it wasn't asked to.
    func serve(_ link: consuming sending Link) async -> PostgresError? {
        guard link.enterPipelineMode() else { return PostgresError(.notConnected, cause: link.message) }
        connectionCount += 1
        let id = connectionCount
        let watch = executor.watch(link.socket) {
            self.assumeIsolated { $0.ready(id) }
        }
        let connection = PipelinedConnection(link, watch: watch)
        connections[id] = connection
        return await withCheckedContinuation { continuation in
            connection.whenEnded = continuation
            handle(.connected(id))
        }
    }

    /// Refuses new statements, and closes each connection once it owes nothing.
    func drain() {
        handle(.draining)
    }

    /// Closes every connection now.
    func close() {
        for id in connections.keys { lose(id, reason: nil) }
    }

    /// The socket can be read, or written where that was wanted. Reads first, so that neither side, with full buffers,
    /// waits for the other.
    private func ready(_ id: PipelineConnectionID) {
        guard let connection = connections[id] else { return }
        let isOpen = connection.link.consumeInput()
        // Even where nothing is owed: takes notices and parameter changes from the buffer.
        while !connection.link.isBusy, machine.expectsReply(on: id), receive(on: connection, id) {}
        if !isOpen || !connection.link.isAlive {
            lose(id, reason: connection.link.message)
        } else if connection.isBlocked {
            flush(id)
        }
    }

    /// Takes one result. False where the connection has ended by it.
    private func receive(on connection: PipelinedConnection, _ id: PipelineConnectionID) -> Bool {
        // Nil separates the results of one command from those of the next.
        guard let result = connection.link.nextResult() else { return connection.link.isAlive }
        switch result.status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            handle(.replied(id, .result), with: result)
        case PGRES_PIPELINE_SYNC:
            handle(.replied(id, .synced))
        case PGRES_PIPELINE_ABORTED:
            handle(.replied(id, .skipped))
        case PGRES_FATAL_ERROR:
            let report = result.report
            handle(.replied(id, .error(isStale: report?.meansStaleStatement ?? false)), with: result)
        default:
            // COPY, which a pipeline can't carry, and whatever a newer libpq may bring.
            lose(id, reason: "a statement on the pipelined lane gave \(String(cString: PQresStatus(result.status)))")
            return false
        }
        return connections[id] != nil
    }

    private func flush(_ id: PipelineConnectionID) {
        guard let connection = connections[id] else { return }
        switch connection.link.flush() {
        case .done:
            setBlocked(connection, false)
            handle(.written(id))
        case .blocked:
            setBlocked(connection, true)
        case .failed:
            lose(id, reason: connection.link.message)
        }
    }

    private func setBlocked(_ connection: PipelinedConnection, _ isBlocked: Bool) {
        guard connection.isBlocked != isBlocked else { return }
        connection.isBlocked = isBlocked
        executor.watchWrites(connection.watch, isBlocked)
    }

    /// Without a reason where it was asked for.
    private func lose(_ id: PipelineConnectionID, reason: String?) {
        guard let connection = connections.removeValue(forKey: id) else { return }
        executor.unwatch(connection.watch)
        lossReason = reason
        handle(.lost(id))
        connection.whenEnded?.resume(returning: reason.map { PostgresError(.notConnected, cause: $0) })
    }

    // MARK: Events and actions

    private func handle(_ event: Machine.Event) {
        actions.append(contentsOf: machine.handle(event, at: .now))
        guard !isActing else { return }
        isActing = true
        while let action = actions.popFirst() { perform(action) }
        isActing = false
    }

    /// For events that come with a result, whose one action uses it.
    private func handle(_ event: Machine.Event, with result: borrowing QueryResult) {
        for action in machine.handle(event, at: .now) {
            switch action {
            case .collect(let statement): statement.pending.collect(result)
            case .collectError(let statement): statement.pending.collect(result.error)
            default: perform(action)
            }
        }
    }

    private func perform(_ action: Machine.Action) {
        switch action {
        case .send(let statement, let id, let name, let preparing):
            send(statement.pending, on: id, as: name, preparing: preparing)
        case .settle(let statement):
            executor.afterwards { statement.pending.settle() }
        case .fail(let statement, let failure):
            let error = failure.error(because: lossReason)
            executor.afterwards { statement.pending.fail(error) }
        case .close(let id, .isIdle):
            lose(id, reason: nil)
        case .close(let id, .isSilent):
            lose(id, reason: "no answer")
        case .wake(let instant):
            arm(at: instant)
        case .collect, .collectError:
            break
        }
    }

    private func send(
        _ statement: any AnyPendingStatement, on id: PipelineConnectionID, as name: StatementName, preparing: Bool
    ) {
        guard let connection = connections[id] else { return handle(.lost(id)) }
        let parameters = statement.parameters
        let isQueued =
            (!preparing || connection.link.sendPrepare(name, statement.sql, types: parameters.types))
            && connection.link.sendExecute(name, parameters) && connection.link.sendSync()
        if isQueued {
            flush(id)
        } else {
            lose(id, reason: connection.link.message)
        }
    }

    private func arm(at instant: ContinuousClock.Instant) {
        executor.setAlarm(at: instant) { [weak self] in self?.assumeIsolated { $0.handle(.woken) } }
    }
}

/// One connection of the lane, confined to it.
final class PipelinedConnection {
    let link: Link
    /// The executor's name for its socket.
    let watch: Int
    var whenEnded: CheckedContinuation<PostgresError?, Never>?
    /// Whether libpq has bytes that the socket would not take.
    var isBlocked = false

    init(_ link: consuming Link, watch: Int) {
        self.link = link
        self.watch = watch
    }
}

extension PipelineStateMachine.Failure {
    func error(because reason: String?) -> PostgresError {
        switch self {
        case .tooBusy: PostgresError(.tooBusy)
        case .notConnected: PostgresError(.notConnected, cause: reason)
        case .notSent: PostgresError(.notSent, cause: reason)
        case .unknownOutcome: PostgresError(.unknownOutcome, cause: reason ?? "no answer")
        case .timedOut(let sent): PostgresError(.timedOut, isSafeToRetry: !sent)
        case .cancelled(let sent): PostgresError(.cancelled, isSafeToRetry: !sent)
        }
    }
}
