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
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
