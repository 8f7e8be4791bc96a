internal import Logging
public import Registration
internal import Synchronization

/// Gathers what one actor's devices ask at the same time into one statement and one commit. Each actor has a queue of its own,
/// since a statement is made in the name of one.
public final class CheckInBatcher: Sendable {
    typealias Execute = @Sendable (StaffActor, [CheckIn.Request]) async throws -> [CheckIn.Answer]

    private struct Waiter: Sendable {
        let request: CheckIn.Request
        let answer: @Sendable (Result<CheckIn.Answer, StoreError>) -> Void
    }

    private static let batchSize = 128
    private static let maximumWaiting = 2048

    private let queues = Mutex<[StaffActor: BatchQueue<Waiter>]>([:])
    private let execute: Execute
    private let logger: Logger

    init(logger: Logger, execute: @escaping Execute) {
        self.logger = logger
        self.execute = execute
    }

    /// Counts one scan, together with what this actor asks besides.
    ///
    /// - Throws: `StoreError.tooBusy` where too much waits already; one that `isNotAllowed` where the actor works at no such door. Asking
    ///   again with the same request key is safe after each.
    public func submit(_ request: CheckIn.Request, by actor: StaffActor) async throws(StoreError) -> CheckIn.Answer {
        let result = await withCheckedContinuation { continuation in
            let waiter = Waiter(request: request) { continuation.resume(returning: $0) }
            let hasRoom = queues.withLock { queues in
                queues[
                    actor,
                    default: BatchQueue(
                        batchSize: Self.batchSize, maximumUnderWay: 1, maximumWaiting: Self.maximumWaiting)
                ].append(waiter)
            }
            guard hasRoom else { return waiter.answer(.failure(.tooBusy)) }
            startBatches(of: actor)
        }
        return try result.get()
    }

    /// Counts several, in their order.
    public func submit(_ requests: [CheckIn.Request], by actor: StaffActor) async throws(StoreError) -> [CheckIn.Answer]
    {
        do { return try await answers(to: requests, by: actor) } catch { throw StoreError(error) }
    }

    private func startBatches(of actor: StaffActor) {
        while let batch = queues.withLock({ $0[actor]?.next() }) {
            Task { await run(batch, of: actor) }
        }
    }

    private func run(_ batch: [Waiter], of actor: StaffActor) async {
        let results = await results(of: batch.map(\.request), by: actor)
        queues.withLock { queues in
            queues[actor]?.finished()
            if queues[actor]?.count == 0 { queues[actor] = nil }
        }
        startBatches(of: actor)
        for (waiter, result) in zip(batch, results) { waiter.answer(result) }
    }

    /// One answer for each. A batch that fails whole is tried again one request at a time, so that one which the actor may not
    /// make, or nobody can, does not fail its neighbours.
    private func results(
        of requests: [CheckIn.Request], by actor: StaffActor
    ) async -> [Result<CheckIn.Answer, StoreError>] {
        let cause: StoreError
        do {
            return try await answers(to: requests, by: actor).map { .success($0) }
        } catch {
            cause = StoreError(error)
        }
        guard cause.isWorthSplitting, requests.count > 1 else { return requests.map { _ in .failure(cause) } }
        logger.warning("a batch of check-ins failed", metadata: ["count": "\(requests.count)", "cause": "\(cause)"])
        var results: [Result<CheckIn.Answer, StoreError>] = []
        for request in requests { results += await self.results(of: [request], by: actor) }
        return results
    }

    private func answers(to requests: [CheckIn.Request], by actor: StaffActor) async throws -> [CheckIn.Answer] {
        let answers = try await execute(actor, requests)
        guard answers.count == requests.count else {
            throw UnexpectedAnswer(function: "api.check_in", answer: "\(answers.count) rows")
        }
        return answers
    }
}
