import Glibc
import Synchronization
import Testing

@testable import Postgres

@Suite("A thread that waits for sockets and runs an actor")
struct SocketThreadTests {
    @Test("What is enqueued runs on the thread, one at a time, and before the sockets are waited for again")
    func jobs() async {
        let thread = SocketThread()
        defer { thread.stop() }
        let counter = Counter(on: thread)
        await withTaskGroup { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<500 { await counter.increase() } }
            }
        }
        #expect(await counter.count == 4000)
        #expect(await counter.wasShared == false)
    }

    @Test("Threads that enter wait for each other, and one that is inside already goes on")
    func entering() async {
        let thread = SocketThread()
        defer { thread.stop() }
        let counter = Counter(on: thread)
        // Threads of their own, as those who sign up come on.
        let entrants = (0..<4).map { _ in
            Thread {
                for _ in 0..<1000 {
                    thread.run { thread.run { counter.assumeIsolated { $0.increase() } } }
                }
            }
        }
        for _ in 0..<500 { await counter.increase() }
        for entrant in entrants { entrant.join() }
        #expect(await counter.count == 4500)
        #expect(await counter.wasShared == false)
    }

    @Test("What is left for afterwards runs in order once the actor is free, and may enter it again")
    func afterwards() {
        let thread = SocketThread()
        defer { thread.stop() }
        let order = Record()
        thread.run {
            thread.afterwards {
                // Another thread gets in: whoever waited for it from within would wait for ever.
                Thread { thread.run { order.add("another") } }.join()
                order.add("first")
            }
            thread.afterwards { thread.run { order.add("second") } }
            order.add("inside")
        }
        #expect(order.all == ["inside", "another", "first", "second"])
        thread.run { order.add("later") }
        #expect(order.all.last == "later" && order.all.count == 5, "done once")
    }

    @Test(
        "Whoever watches a socket is told in the actor as long as there is something to read, and no more once unwatched"
    )
    func reading() async throws {
        let thread = SocketThread()
        defer { thread.stop() }
        let (near, far) = try socketPair()
        defer { close(far) }
        let read = Record()
        let watch = Mutex(0)
        thread.run {
            let id = thread.watch(near) {
                thread.checkIsolated()
                read.add(received(near, atMost: 2))
            }
            watch.withLock { $0 = id }
        }
        // While it sleeps, and more than is read at once.
        try await Task.sleep(for: .milliseconds(20))
        send("abcd", to: far)
        #expect(await eventually { read.all == ["ab", "cd"] })
        thread.run { thread.unwatch(watch.withLock { $0 }) }
        send("ef", to: far)
        try await Task.sleep(for: .milliseconds(30))
        #expect(read.all == ["ab", "cd"])
        close(near)
    }

    @Test("The end of a connection is told too")
    func hangingUp() async throws {
        let thread = SocketThread()
        defer { thread.stop() }
        let (near, far) = try socketPair()
        defer { close(near) }
        let read = Record()
        thread.run {
            let id = Mutex(0)
            let watched = thread.watch(near) {
                read.add(received(near, atMost: 2))
                thread.unwatch(id.withLock { $0 })
            }
            id.withLock { $0 = watched }
        }
        close(far)
        #expect(await eventually { read.all == [""] })
    }

    @Test("Room to write is told of only while somebody wants to write")
    func writing() async throws {
        let thread = SocketThread()
        defer { thread.stop() }
        let (near, far) = try socketPair()
        defer {
            close(near)
            close(far)
        }
        let calls = Atomic<Int>(0)
        let id = thread.run { thread.watch(near) { calls.add(1, ordering: .relaxed) } }
        try await Task.sleep(for: .milliseconds(20))
        #expect(calls.load(ordering: .relaxed) == 0)
        thread.run { thread.watchWrites(id, true) }
        #expect(await eventually { calls.load(ordering: .relaxed) > 3 })
        thread.run { thread.watchWrites(id, false) }
        let sofar = calls.load(ordering: .relaxed)
        try await Task.sleep(for: .milliseconds(20))
        #expect(calls.load(ordering: .relaxed) - sofar <= 1, "at most the one that was under way")
    }

    @Test("An alarm rings once, at its time; a later one replaces it, and an earlier one wakes who sleeps")
    func alarms() async throws {
        let thread = SocketThread()
        defer { thread.stop() }
        let (start, rung) = (ContinuousClock.now, Record())
        thread.run { thread.setAlarm(at: start + .seconds(30)) { rung.add("never") } }
        try await Task.sleep(for: .milliseconds(20))
        let at = Mutex(start)
        thread.run {
            thread.setAlarm(at: start + .milliseconds(60)) {
                thread.checkIsolated()
                at.withLock { $0 = .now }
                rung.add("once")
            }
        }
        #expect(await eventually { rung.all == ["once"] })
        let waited = at.withLock { $0 } - start
        #expect(
            waited >= .milliseconds(60) && waited < .milliseconds(950),
            "not at the second that it looks around by itself")
        try await Task.sleep(for: .milliseconds(30))
        #expect(rung.all == ["once"])
    }

    @Test("Stopped, it ends and leaves nothing behind: neither itself nor a descriptor")
    func stopping() async throws {
        let before = try openDescriptors()
        weak var left: SocketThread?
        for _ in 0..<20 {
            let thread = SocketThread()
            left = thread
            thread.run { thread.setAlarm(at: .now + .seconds(30)) {} }
            thread.stop()
        }
        #expect(await eventually { left == nil })
        #expect(await eventually { (try? openDescriptors()) ?? .max <= before })
    }
}

/// Counts, and notices when two do so at once.
private actor Counter {
    private nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private(set) var count = 0
    private(set) var wasShared = false
    private nonisolated let counting = Atomic<Int>(0)

    init(on thread: SocketThread) { self.thread = thread }

    func increase() {
        if counting.add(1, ordering: .relaxed).newValue > 1 { wasShared = true }
        count += 1
        counting.subtract(1, ordering: .relaxed)
    }
}

/// What happened, in order.
private final class Record: Sendable {
    private let entries = Mutex<[String]>([])
    var all: [String] { entries.withLock { $0 } }
    func add(_ entry: String) { entries.withLock { $0.append(entry) } }
}

/// A thread that is no task's.
private struct Thread {
    private let thread: pthread_t

    init(_ body: @escaping @Sendable () -> Void) {
        final class Box {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { retained in
                if let retained { Unmanaged<Box>.fromOpaque(retained).takeRetainedValue().body() }
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

private func socketPair() throws -> (near: Int32, far: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    return (ends[0], ends[1])
}

private func send(_ text: String, to socket: Int32) { _ = write(socket, text, text.utf8.count) }

private func received(_ socket: Int32, atMost limit: Int) -> String {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = max(0, read(socket, &bytes, limit))
    return String(decoding: bytes.prefix(count), as: UTF8.self)
}

/// This process's open files and sockets.
private func openDescriptors() throws -> Int {
    let folder = try #require(opendir("/proc/self/fd"))
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    return count
}

/// Whether it comes true within half a minute.
private func eventually(_ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(30)
    while !condition() {
        guard ContinuousClock.now < end else { return false }
        try? await Task.sleep(for: .milliseconds(2))
    }
    return true
}
