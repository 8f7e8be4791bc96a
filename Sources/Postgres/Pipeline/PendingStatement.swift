import Synchronization

/// A statement on the shared lane whose caller waits, without its row type.
protocol AnyPendingStatement: AnyObject, PipelineRequest, Sendable where ID == UInt64 {
    var sql: String { get }
    var parameters: PostgresParameters { get }

    /// Decodes the rows, for `settle` to hand over.
    func collect(_ result: borrowing QueryResult)
    /// Keeps the error, for `settle` to hand over.
    func collect(_ error: PostgresError)
    /// Tells the caller what was collected.
    func settle()
    func fail(_ error: PostgresError)
}

/// Answers its caller exactly once: what settles it first takes the way to do so away.
final class PendingStatement<Statement: PostgresStatement>: AnyPendingStatement {
    typealias Answer = Result<[Statement.Row], PostgresError>

    let id: UInt64
    let key: StatementKey
    let deadline: ContinuousClock.Instant
    let parameters: PostgresParameters

    private let state: Mutex<State>

    private struct State {
        var completion: (@Sendable (Answer) -> Void)?
        var answer: Answer?
    }

    init(
        id: UInt64, parameters: PostgresParameters, deadline: ContinuousClock.Instant,
        completion: @escaping @Sendable (Answer) -> Void
    ) {
        self.id = id
        self.key = StatementKey(statement: ObjectIdentifier(Statement.self), parameterTypes: parameters.types)
        self.deadline = deadline
        self.parameters = parameters
        state = Mutex(State(completion: completion))
    }

    var sql: String { Statement.sql }

    func collect(_ result: borrowing QueryResult) {
        let answer: Answer
        do {
            answer = .success(try result.decode(Statement.self))
        } catch {
            answer = .failure(error)
        }
        state.withLock { $0.answer = answer }
    }

    func collect(_ error: PostgresError) {
        state.withLock { $0.answer = .failure(error) }
    }

    func settle() {
        resume { $0 ?? .failure(PostgresError(.unknownOutcome, cause: "the server sent no result")) }
    }

    func fail(_ error: PostgresError) {
        resume { collected in
            // What the server said before it went explains the loss better than libpq can.
            guard case .failure(let reason)? = collected, error.code == .unknownOutcome else { return .failure(error) }
            return .failure(PostgresError(error.code, server: reason.server, cause: error.cause))
        }
    }

    private func resume(with answer: (Answer?) -> Answer) {
        let (completion, collected) = state.withLock { state in
            defer { state.completion = nil }
            return (state.completion, state.answer)
        }
        completion?(answer(collected))
    }
}

/// Gives `AnyPendingStatement` to the state machine as a concrete type.
struct PipelinedStatement: PipelineRequest {
    let pending: any AnyPendingStatement

    var id: UInt64 { pending.id }
    var key: StatementKey { pending.key }
    var deadline: ContinuousClock.Instant { pending.deadline }
}
