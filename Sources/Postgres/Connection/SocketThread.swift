import Glibc
import Synchronization

/// A thread that waits for sockets and runs an actor: a reply is read by the very thread that it wakes, where a dispatch
/// source wakes one thread, which wakes another.
///
/// Whoever calls `run` enters the actor on a thread of their own, and so writes to a socket without any switch.
final class SocketThread: SerialExecutor {
    /// What is to be done when a socket can be read, or written.
    private struct Watch {
        let socket: Int32
        let handler: () -> Void
        var isWriting = false
    }

    /// Held by whoever is in the actor.
    private let gate = Mutex<Void>(())
    private let inside = Atomic<UInt>(0)
    private let jobs = Mutex<[UnownedJob]>([])
    /// A pipe: a byte in it ends the thread's waiting.
    private let bell: (out: Int32, into: Int32)

    // Confined by the gate.
    nonisolated(unsafe) private var watches: [Int: Watch] = [:]
    nonisolated(unsafe) private var watchCount = 0
    nonisolated(unsafe) private var steps: [() -> Void] = []
    nonisolated(unsafe) private var alarm: (at: ContinuousClock.Instant, ring: () -> Void)?
    /// When the thread will look around by itself.
    nonisolated(unsafe) private var looksAt = ContinuousClock.now
    nonisolated(unsafe) private var isStopped = false
    nonisolated(unsafe) private var thread = pthread_t()

    /// The longest that the thread waits: an alarm further away needs nobody to wake it.
    private static let longestWait = Duration.seconds(1)

    init() {
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        bell = (ends[0], ends[1])
        run {
            pthread_create(&thread, nil, { SocketThread.begin($0) }, Unmanaged.passRetained(self).toOpaque())
            pthread_detach(thread)
        }
    }

    deinit {
        close(bell.out)
        close(bell.into)
    }

    /// Ends the thread, once nobody uses the actor any more.
    func stop() {
        run { isStopped = true }
        wake()
    }

    // MARK: The actor

    /// Enters the actor, once whoever is in it has left.
    func run<Value>(_ body: () -> Value) -> Value {
        guard !isInside else { return body() }
        let (value, steps) = gate.withLock { _ in
            inside.store(Self.thisThread, ordering: .relaxed)
            defer { inside.store(0, ordering: .relaxed) }
            let value = body()
            defer { self.steps = [] }
            return (value, self.steps)
        }
        for step in steps { step() }
        return value
    }

    /// Has something done by the same thread once it has left the actor: what may take its time, or enter again.
    func afterwards(_ step: @escaping () -> Void) {
        steps.append(step)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        wake()
    }

    func checkIsolated() {
        precondition(isInside, "not on \(self)")
    }

    private var isInside: Bool { inside.load(ordering: .relaxed) == Self.thisThread }

    private static var thisThread: UInt { UInt(pthread_self()) }

    // MARK: Sockets and time, from within the actor

    /// Calls `handler`, in the actor, whenever the socket can be read or has ended.
    ///
    /// - Returns: what `unwatch` takes. It must be called before the socket is closed.
    func watch(_ socket: Int32, _ handler: @escaping () -> Void) -> Int {
        watchCount += 1
        watches[watchCount] = Watch(socket: socket, handler: handler)
        wake()
        return watchCount
    }

    /// Whether the handler is also called when the socket can be written.
    func watchWrites(_ id: Int, _ wanted: Bool) {
        watches[id]?.isWriting = wanted
        wake()
    }

    func unwatch(_ id: Int) {
        watches[id] = nil
        wake()
    }

    /// Calls `ring`, in the actor, at that time; the alarm set before is forgotten.
    func setAlarm(at instant: ContinuousClock.Instant, _ ring: @escaping () -> Void) {
        alarm = (instant, ring)
        if instant < looksAt { wake() }
    }

    // MARK: The thread

    private static func begin(_ retained: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let retained else { return nil }
        let executor = Unmanaged<SocketThread>.fromOpaque(retained).takeRetainedValue()
        while let waiting = executor.run({ executor.prepare() }) { executor.take(waiting.wait()) }
        return nil
    }

    /// What the thread is about to wait for; nil where it is to end.
    private func prepare() -> Waiting? {
        guard !isStopped else { return nil }
        var waiting = Waiting(bell: bell.out)
        for (id, watch) in watches { waiting.add(id, watch.socket, writes: watch.isWriting) }
        let now = ContinuousClock.now
        looksAt = min(alarm?.at ?? now + Self.longestWait, now + Self.longestWait)
        waiting.duration = jobs.withLock { $0.isEmpty } ? max(.zero, looksAt - now) : .zero
        return waiting
    }

    private func take(_ ready: [Int]) {
        run {
            for id in ready { watches[id]?.handler() }
            if let due = alarm, due.at <= .now {
                alarm = nil
                due.ring()
            }
        }
        let jobs = jobs.withLock { jobs in
            defer { jobs = [] }
            return jobs
        }
        for job in jobs { run { job.runSynchronously(on: asUnownedSerialExecutor()) } }
    }

    private func wake() {
        guard pthread_equal(pthread_self(), thread) == 0 else { return }
        // Where the pipe is full, it has been rung often enough.
        _ = withUnsafeBytes(of: UInt8(1)) { write(bell.into, $0.baseAddress, 1) }
    }
}

/// One call of `poll`.
private struct Waiting {
    private var descriptors: [pollfd]
    private var ids: [Int] = []
    var duration = Duration.zero

    init(bell: Int32) {
        descriptors = [pollfd(fd: bell, events: Int16(POLLIN), revents: 0)]
    }

    mutating func add(_ id: Int, _ socket: Int32, writes: Bool) {
        ids.append(id)
        descriptors.append(pollfd(fd: socket, events: Int16(writes ? POLLIN | POLLOUT : POLLIN), revents: 0))
    }

    /// The sockets that can be read or written, or have ended.
    consuming func wait() -> [Int] {
        let (seconds, attoseconds) = duration.components
        // Rounded up: an alarm is not looked at too early, again and again.
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        // Interrupted by a signal, nothing is ready yet.
        guard poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds)) > 0 else { return [] }
        if descriptors[0].revents != 0 {
            withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { rings in
                _ = read(descriptors[0].fd, rings.baseAddress, rings.count)
            }
        }
        return zip(ids, descriptors.dropFirst()).filter { $0.1.revents != 0 }.map(\.0)
    }
}
