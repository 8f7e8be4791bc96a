internal import Logging
internal import Postgres
public import Registration
internal import Synchronization

/// Gathers sign-ups that come in at the same time into one statement, one transaction and one commit.
public final class SignUpBatcher: Sendable {
    typealias Outcomes = Result<[SignUp.Outcome], any Error>
    /// Has a batch carried out, and calls back once with an outcome for each request, in their order.
    typealias Execute = @Sendable ([SignUp.Request], @escaping @Sendable (Outcomes) -> Void) -> Void

    private struct Waiter: Sendable {
        let request: SignUp.Request
        let answer: Answer
        let since = ContinuousClock.now
    }

    /// Takes what became of a request, once it is committed, or a `StoreError`.
    public typealias Answer = @Sendable (Result<SignUp.Outcome, any Error>) -> Void

    private struct State: Sendable {
        var queue: BatchQueue<Waiter>
        /// Whether somebody looks for those who have waited too long.
        var isWatched = false
        var submitted = 0
    }

    private let state: Mutex<State>
    private let patience: Duration
    private let execute: Execute
    private let logger: Logger

    init(
        batchSize: Int = 128, maximumUnderWay: Int = 1, maximumWaiting: Int = 4096, patience: Duration = .seconds(5),
        logger: Logger, execute: @escaping Execute
    ) {
        state = Mutex(
            State(
                queue: BatchQueue(
                    batchSize: batchSize, maximumUnderWay: maximumUnderWay, maximumWaiting: maximumWaiting)))
        self.patience = patience
        self.execute = execute
        self.logger = logger
    }

    /// Signs up, together with whoever else asks meanwhile.
    ///
    /// - Returns: what became of the request, once it is committed.
    /// - Throws: `StoreError.tooBusy` at once when too many wait already, and after some seconds for one whose turn does not
    ///   come; `StoreError.unavailable` when the database can't be asked. Asking again with the same request key is safe after each.
    public func submit(_ request: SignUp.Request) async throws -> SignUp.Outcome {
        try await withCheckedThrowingContinuation { continuation in
            submit(request) { continuation.resume(with: $0) }
        }
    }

    /// As above, for callers that have no task. `answer` is called once, perhaps before this returns.
    public func submit(_ request: SignUp.Request, answer: @escaping Answer) {
        let waiter = Waiter(request: request, answer: answer)
        let (hasRoom, isWatched) = state.withLock { state in
            defer { state.isWatched = true }
            state.submitted += 1
            return (state.queue.append(waiter), state.isWatched)
        }
        guard hasRoom else { return answer(.failure(StoreError.tooBusy)) }
        if !isWatched { Task { await giveUpTheLate() } }
        startBatches()
    }

    /// How many requests have come so far: what can wait may step back while they come fast.
    public var submitted: Int { state.withLock { $0.submitted } }

    /// By callbacks and not by tasks, so that no step waits for a thread to be free.
    private func startBatches() {
        while let batch = state.withLock({ $0.queue.next() }) {
            let requests = batch.map(\.request)
            execute(requests) { [self] outcomes in
                do {
                    finish(batch, try Self.complete(outcomes, for: requests).map { .success($0) })
                } catch { retry(batch, because: error) }
            }
        }
    }

    /// Answers those whose turn does not come in time, for as long as anybody waits.
    private func giveUpTheLate() async {
        while true {
            try? await Task.sleep(for: patience / 4)
            let oldest = ContinuousClock.now - patience
            let (late, isDone) = state.withLock { state in
                let late = state.queue.removeFirst { $0.since < oldest }
                state.isWatched = state.queue.count > 0
                return (late, !state.isWatched)
            }
            for waiter in late { waiter.answer(.failure(StoreError.tooBusy)) }
            if isDone { return }
        }
    }

    /// The next batch starts before this one's answers are written.
    private func finish(_ batch: [Waiter], _ results: [Result<SignUp.Outcome, any Error>]) {
        state.withLock { $0.queue.finished() }
        startBatches()
        for (waiter, result) in zip(batch, results) { waiter.answer(result) }
    }

    /// A batch that fails whole is tried again one request at a time, so that one impossible request can't fail its neighbours;
    /// the request keys make that safe even where the first try did commit.
    private func retry(_ batch: [Waiter], because error: any Error) {
        let cause = noted(error, requests: batch.count)
        guard cause.isWorthSplitting, batch.count > 1 else { return finish(batch, batch.map { _ in .failure(cause) }) }
        Task {
            var results: [Result<SignUp.Outcome, any Error>] = []
            for waiter in batch { results.append(await alone(waiter.request)) }
            finish(batch, results)
        }
    }

    private func alone(_ request: SignUp.Request) async -> Result<SignUp.Outcome, any Error> {
        await withCheckedContinuation { continuation in
            execute([request]) { [self] outcomes in
                let result = Result { try Self.complete(outcomes, for: [request])[0] }
                continuation.resume(returning: result.mapError { noted($0, requests: 1) })
            }
        }
    }

    private static func complete(_ outcomes: Outcomes, for requests: [SignUp.Request]) throws -> [SignUp.Outcome] {
        let outcomes = try outcomes.get()
        guard outcomes.count == requests.count else {
            throw UnexpectedAnswer(function: "api.sign_up", answer: "\(outcomes.count) rows")
        }
        return outcomes
    }

    private func noted(_ error: any Error, requests: Int) -> StoreError {
        logger.warning("a batch of sign-ups failed", metadata: ["requests": "\(requests)", "cause": "\(error)"])
        return StoreError(error)
    }
}
