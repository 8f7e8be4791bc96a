import Logging
import Synchronization

/// The exclusive connections: carries out what `SessionPoolStateMachine` decides.
final class SessionPool: Sendable {
    private typealias Machine = SessionPoolStateMachine<ExclusiveConnection>

    private let configuration: PostgresConfiguration
    private let logger: Logger
    private let state: Mutex<State>

    private struct State {
        var machine: Machine
        var waiters: [Machine.WaiterID: CheckedContinuation<Machine.Grant, Never>] = [:]
        var count: Machine.WaiterID = 0
    }

    init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        state = Mutex(
            State(
                machine: Machine(
                    maximumConnections: configuration.exclusiveConnections,
                    maximumWaiting: configuration.maximumWaitingSessions)))
    }

    func acquire() async throws(PostgresError) -> ExclusiveConnection {
        switch await grant() {
        case .connection(let connection):
            if await connection.isUsable { return connection }
            await connection.close()
            return try await connect()
        case .place:
            return try await connect()
        case .refusal(let code):
            throw PostgresError(code, isSafeToRetry: true)
        }
    }

    /// Resets the connection, and lends it to the next, or throws it away where it can't be reset.
    func giveBack(_ connection: ExclusiveConnection) async {
        let isClean = await connection.reset()
        if !isClean { await connection.close() }
        await perform(state.withLock { $0.machine.giveBack(isClean ? connection : nil, at: .now) })
    }

    func closeIdle() async {
        let expired = state.withLock { $0.machine.removeIdle(since: .now - configuration.idleLimit) }
        for connection in expired { await connection.close() }
    }

    func close() async {
        let (connections, refused) = state.withLock { state in
            let (connections, refused) = state.machine.close()
            return (connections, refused.compactMap { state.waiters.removeValue(forKey: $0) })
        }
        for waiter in refused { waiter.resume(returning: .refusal(.notConnected)) }
        for connection in connections { await connection.close() }
    }

    private func connect() async throws(PostgresError) -> ExclusiveConnection {
        do {
            return try await ExclusiveConnection.connecting(configuration, logger: logger)
        } catch {
            await perform(state.withLock { $0.machine.giveBack(nil, at: .now) })
            throw error
        }
    }

    private func perform(_ action: Machine.Return) async {
        switch action {
        case .none: break
        case .close(let connection): await connection.close()
        case .grant(let id, let grant):
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume(returning: grant)
        }
    }

    private func grant() async -> Machine.Grant {
        let id = state.withLock { state in
            state.count += 1
            return state.count
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let decision = state.withLock { state in
                    let decision = state.machine.acquire(id)
                    if case .wait = decision { state.waiters[id] = continuation }
                    return decision
                }
                switch decision {
                case .grant(let grant): continuation.resume(returning: grant)
                case .wait:
                    Task { [wait = configuration.sessionWait] in
                        try? await Task.sleep(for: wait)
                        self.withdraw(id, .timedOut)
                    }
                    if Task.isCancelled { withdraw(id, .cancelled) }
                }
            }
        } onCancel: {
            withdraw(id, .cancelled)
        }
    }

    private func withdraw(_ id: Machine.WaiterID, _ code: PostgresError.Code) {
        let waiter = state.withLock { state in
            state.machine.withdraw(id) ? state.waiters.removeValue(forKey: id) : nil
        }
        waiter?.resume(returning: .refusal(code))
    }
}
