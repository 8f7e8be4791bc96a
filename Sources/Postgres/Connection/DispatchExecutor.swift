import Dispatch

/// Runs an actor on a serial dispatch queue: on a thread that may block, and where dispatch sources call back.
/// (`DispatchSerialQueue`, which does this elsewhere, is missing on Linux.)
final class DispatchExecutor: SerialExecutor {
    let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        // Holds the executor: the job's end may release its actor, and what follows still asks where it runs.
        queue.async { [self] in
            withExtendedLifetime(self) { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
