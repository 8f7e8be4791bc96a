import DequeModule

/// Who gets which exclusive connection: pure, as `PipelineStateMachine` is.
struct SessionPoolStateMachine<Connection: Sendable> {
    typealias Instant = ContinuousClock.Instant
    typealias WaiterID = UInt64

    /// What one who asked is given.
    enum Grant: Sendable {
        case connection(Connection)
        /// A place for a connection that the receiver makes, and gives back as nil if it can't.
        case place
        case refusal(PostgresError.Code)
    }

    enum Decision: Sendable {
        case grant(Grant)
        case wait
    }

    enum Return: Sendable {
        case none
        case grant(WaiterID, Grant)
        case close(Connection)
    }

    private let maximumConnections: Int
    private let maximumWaiting: Int
    private var idle: [(connection: Connection, since: Instant)] = []
    private var lentCount = 0
    private var waiters: Deque<WaiterID> = []
    private var isClosed = false

    init(maximumConnections: Int, maximumWaiting: Int) {
        self.maximumConnections = maximumConnections
        self.maximumWaiting = maximumWaiting
    }

    mutating func acquire(_ id: WaiterID) -> Decision {
        guard !isClosed else { return .grant(.refusal(.notConnected)) }
        if let last = idle.popLast() {
            lentCount += 1
            return .grant(.connection(last.connection))
        }
        if lentCount < maximumConnections {
            lentCount += 1
            return .grant(.place)
        }
        guard waiters.count < maximumWaiting else { return .grant(.refusal(.tooBusy)) }
        waiters.append(id)
        return .wait
    }

    /// Takes a lent connection back, or only its place where it is nil.
    mutating func giveBack(_ connection: Connection?, at now: Instant) -> Return {
        if !isClosed, let next = waiters.popFirst() {
            return .grant(next, connection.map { .connection($0) } ?? .place)
        }
        lentCount -= 1
        guard let connection else { return .none }
        guard !isClosed else { return .close(connection) }
        idle.append((connection, now))
        return .none
    }

    /// Whether it was still waiting, and now no longer is.
    mutating func withdraw(_ id: WaiterID) -> Bool {
        guard let index = waiters.firstIndex(of: id) else { return false }
        waiters.remove(at: index)
        return true
    }

    /// Those idle since before the given time.
    mutating func removeIdle(since limit: Instant) -> [Connection] {
        let expired = idle.filter { $0.since <= limit }.map(\.connection)
        idle.removeAll { $0.since <= limit }
        return expired
    }

    mutating func close() -> (connections: [Connection], refused: [WaiterID]) {
        isClosed = true
        defer {
            idle = []
            waiters = []
        }
        return (idle.map(\.connection), Array(waiters))
    }
}
