import DequeModule

/// What the pipelined lane does next: events in, actions out, no I/O and no clock of its own.
///
/// Statements wait in one queue for the lane's connections. On each connection they are answered in the order in which
/// they were sent, each in its own implicit transaction ended by its own sync, so that an error stays alone. A
/// statement is settled only by its sync: the server commits there, after the result.
///
/// At most one statement per connection is partly written. Its sync is its last byte, so losing the connection then
/// means that the server rolled it back: it was "not sent". Statements behind it have not left the queue.
struct PipelineStateMachine<Request: PipelineRequest> {
    typealias Instant = ContinuousClock.Instant
    typealias Connection = PipelineConnectionID

    struct Limits {
        var inFlight: Int
        var waiting: Int
        var connectionWait: Duration
        var silence: Duration
    }

    enum Event {
        case submitted(Request)
        /// Nobody wants the answer any more.
        case abandoned(Request.ID)
        case connected(Connection)
        /// All that was given to the connection is written.
        case written(Connection)
        case replied(Connection, Reply)
        case lost(Connection)
        /// A time asked for by `wake` has come.
        case woken
        /// Take no more statements; close each connection once it owes nothing.
        case draining
    }

    enum Reply {
        case result
        /// The statement failed. `isStale`: its prepared form is of no more use.
        case error(isStale: Bool)
        /// Skipped by the server because preparing failed.
        case skipped
        case synced
    }

    enum Action {
        case send(Request, on: Connection, as: StatementName, preparing: Bool)
        /// The result at hand holds this request's rows.
        case collect(Request)
        /// The result at hand is this request's error.
        case collectError(Request)
        /// The server has committed or rolled back: tell the caller what was collected.
        case settle(Request)
        case fail(Request, Failure)
        case close(Connection, CloseReason)
        case wake(at: Instant)
    }

    enum CloseReason: Hashable {
        /// The lane is being drained, and this connection owes nothing.
        case isIdle
        /// It owes an answer, and said nothing for too long.
        case isSilent
    }

    enum Failure: Hashable {
        case tooBusy, notConnected, notSent, unknownOutcome
        case timedOut(sent: Bool)
        case cancelled(sent: Bool)
    }

    private let limits: Limits
    private var waiting: Deque<Waiting> = []
    private var connections: [Connection: Flight] = [:]
    /// No deadline is before this.
    private var nextWake: Instant?
    private var lastLoss: Instant?
    private var isDraining = false

    init(limits: Limits) {
        self.limits = limits
    }

    private struct Waiting {
        let request: Request
        var connectBy: Instant
    }

    var waitingCount: Int { waiting.count }
    var inFlightCount: Int { connections.values.reduce(0) { $0 + $1.entries.count } }
    var connectionCount: Int { connections.count }

    /// Whether the connection owes answers.
    func expectsReply(on connection: Connection) -> Bool { connections[connection]?.entries.isEmpty == false }

    mutating func handle(_ event: Event, at now: Instant) -> [Action] {
        switch event {
        case .submitted(let request): submit(request, now)
        case .abandoned(let id): abandon(id)
        case .connected(let connection): connect(connection, now)
        case .written(let connection): written(connection, now)
        case .replied(let connection, let reply): replied(connection, reply, now)
        case .lost(let connection): lose(connection, now)
        case .woken: wake(now)
        case .draining: drain()
        }
    }

    // MARK: Statements

    private mutating func submit(_ request: Request, _ now: Instant) -> [Action] {
        guard !isDraining else { return [.fail(request, .notConnected)] }
        if waiting.isEmpty, let connection = freeConnection {
            return [send(request, on: connection, now)] + wakeBy(min(request.deadline, now + limits.silence), now)
        }
        guard waiting.count < limits.waiting else { return [.fail(request, .tooBusy)] }
        let connectBy = now + limits.connectionWait
        waiting.append(Waiting(request: request, connectBy: connectBy))
        return wakeBy(min(request.deadline, connections.isEmpty ? connectBy : now + limits.silence), now)
    }

    private mutating func abandon(_ id: Request.ID) -> [Action] {
        if let index = waiting.firstIndex(where: { $0.request.id == id }) {
            return [.fail(waiting.remove(at: index).request, .cancelled(sent: false))]
        }
        for connection in connections.keys {
            if let request = connections[connection]?.detach(where: { $0.id == id }) {
                return [.fail(request, .cancelled(sent: true))]
            }
        }
        return []
    }

    /// The one with the fewest statements under way, of those that can take another.
    private var freeConnection: Connection? {
        connections.lazy
            .filter { !$0.value.isWriting && $0.value.entries.count < limits.inFlight }
            .min { ($0.value.entries.count, $0.key) < ($1.value.entries.count, $1.key) }?.key
    }

    private mutating func send(_ request: Request, on connection: Connection, _ now: Instant) -> Action {
        let (name, preparing) = connections[connection, default: Flight(now)].add(request, now)
        return .send(request, on: connection, as: name, preparing: preparing)
    }

    private mutating func sendWaiting(_ now: Instant) -> [Action] {
        var actions: [Action] = []
        while let connection = freeConnection, let next = waiting.popFirst() {
            actions.append(send(next.request, on: connection, now))
        }
        return actions
    }

    // MARK: Connections

    private mutating func connect(_ connection: Connection, _ now: Instant) -> [Action] {
        guard !isDraining else { return [.close(connection, .isIdle)] }
        connections[connection] = Flight(now)
        return sendWaiting(now)
    }

    private mutating func written(_ connection: Connection, _ now: Instant) -> [Action] {
        connections[connection]?.isWriting = false
        return sendWaiting(now)
    }

    private mutating func replied(_ connection: Connection, _ reply: Reply, _ now: Instant) -> [Action] {
        let action = connections[connection]?.receive(reply, now)
        let actions = action.map { [$0] } ?? []
        guard case .synced = reply else { return actions }
        return actions + sendWaiting(now) + (isDraining ? closeIdle() : [])
    }

    private mutating func lose(_ connection: Connection, _ now: Instant) -> [Action] {
        guard let flight = connections.removeValue(forKey: connection) else { return [] }
        var actions = flight.failures
        if connections.isEmpty {
            lastLoss = now
            if isDraining {
                actions += waiting.map { .fail($0.request, .notSent) }
                waiting = []
            } else if !waiting.isEmpty {
                actions += wakeBy(now + limits.connectionWait, now)
            }
        }
        return actions
    }

    private mutating func drain() -> [Action] {
        isDraining = true
        guard !connections.isEmpty else {
            defer { waiting = [] }
            return waiting.map { .fail($0.request, .notConnected) }
        }
        return closeIdle()
    }

    private func closeIdle() -> [Action] {
        waiting.isEmpty ? connections.filter { $0.value.entries.isEmpty }.map { .close($0.key, .isIdle) } : []
    }

    // MARK: Time

    private mutating func wakeBy(_ instant: Instant, _ now: Instant) -> [Action] {
        if let nextWake, nextWake <= instant { return [] }
        nextWake = instant
        return [.wake(at: max(instant, now))]
    }

    private mutating func wake(_ now: Instant) -> [Action] {
        nextWake = nil
        var actions: [Action] = []
        var next: Instant?
        func consider(_ instant: Instant) { next = min(next ?? instant, instant) }

        // Before those who wait are looked at: they may have lost their last connection by it.
        for (connection, flight) in connections
        where !flight.entries.isEmpty && flight.lastProgress + limits.silence <= now {
            actions += lose(connection, now) + [.close(connection, .isSilent)]
        }

        var remaining: Deque<Waiting> = []
        for entry in waiting {
            let connectBy = max(entry.connectBy, lastLoss.map { $0 + limits.connectionWait } ?? entry.connectBy)
            if entry.request.deadline <= now {
                actions.append(.fail(entry.request, .timedOut(sent: false)))
            } else if connections.isEmpty, connectBy <= now {
                actions.append(.fail(entry.request, .notConnected))
            } else {
                remaining.append(entry)
                consider(connections.isEmpty ? min(entry.request.deadline, connectBy) : entry.request.deadline)
            }
        }
        waiting = remaining

        for connection in connections.keys.sorted() {
            while let late = connections[connection]?.detach(where: { $0.deadline <= now }) {
                actions.append(.fail(late, .timedOut(sent: true)))
            }
            guard let flight = connections[connection], !flight.entries.isEmpty else { continue }
            flight.entries.compactMap(\.request?.deadline).min().map(consider)
            consider(flight.lastProgress + limits.silence)
        }
        return actions + (next.map { wakeBy($0, now) } ?? [])
    }
}

/// What the machine has to know of a statement.
protocol PipelineRequest: Identifiable {
    var key: StatementKey { get }
    var deadline: ContinuousClock.Instant { get }
}

/// Numbers connections over the lane's life.
typealias PipelineConnectionID = Int
