import Postgres
import Synchronization
import TestSupport

/// Two connections that ask while neither has committed: the second goes as far as it can before the first does.
struct Race: Sendable {
    let configuration: PostgresConfiguration

    /// - Returns: the answers, in the order of the requests; nil for one that the database refused.
    func run(_ first: Ask, _ second: Ask) async throws -> [Answer?] {
        let (one, other) = try await run({ try await $0.signUp(first) }, { try await $0.signUp(second) })
        return [one, other]
    }

    /// - Returns: what the two came to; nil for the second where the database refused it.
    func run<Value: Sendable>(
        _ first: (PostgresSession) async throws -> Value,
        _ second: @escaping @Sendable (PostgresSession) async throws -> Value
    ) async throws -> (Value, Value?) {
        let logger = TestDatabase.quietLogger
        return try await PostgresSession.with(configuration, logger: logger) { one in
            try await PostgresSession.with(configuration, logger: logger) { other in
                let process = try await other.execute(OwnProcess())[0]
                let finish = Finish()
                let (answer, task) = try await one.transaction {
                    let answer = try await first(one)
                    let task = Task {
                        defer { finish.isReached.store(true, ordering: .releasing) }
                        return try? await second(other)
                    }
                    let isDone = try await eventually {
                        if finish.isReached.load(ordering: .acquiring) { return true }
                        return try await one.execute(WaitsForLock(process: process)) == [true]
                    }
                    guard isDone else { throw NoRace() }
                    return (answer, task)
                }
                return (answer, await task.value)
            }
        }
    }

    private final class Finish: Sendable {
        let isReached = Atomic(false)
    }

    private struct NoRace: Error {}
}

private struct OwnProcess: PostgresStatement {
    static let sql = "select pg_backend_pid()"

    static func decode(_ row: inout PostgresRow) throws -> Int32 { try row.decode() }
}

private struct WaitsForLock: PostgresStatement {
    static let sql = "select coalesce(wait_event_type = 'Lock', false) from pg_stat_activity where pid = $1"
    let process: Int32

    func bind(_ parameters: inout PostgresParameters) { parameters.append(process) }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}
