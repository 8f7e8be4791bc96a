internal import Logging
internal import Postgres
public import Registration

/// How many are at every door, read twice a second while somebody looks and shared by all who do.
public actor DoorBoard {
    /// One reading; its number grows with each that differs from the last.
    public struct State: Sendable {
        public let version: Int
        public let tallies: [Session.ID: DoorTally]

        public func tally(of session: Session) -> DoorTally {
            tallies[session.id] ?? DoorTally(roomCapacity: session.capacity, capacity: session.capacity)
        }
    }

    static let pause = Duration.milliseconds(500)
    /// How long one reading may take before it is given up.
    static let patience = Duration.seconds(2)

    private let read: @Sendable () async throws -> [(Session.ID, DoorTally)]
    private let logger: Logger
    private var state = State(version: 0, tallies: [:])
    private var readAt: ContinuousClock.Instant?
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0
    private var reading: Task<Void, Never>?

    init(logger: Logger, read: @escaping @Sendable () async throws -> [(Session.ID, DoorTally)]) {
        self.logger = logger
        self.read = read
    }

    /// The counters, at most half a second old as long as the database answers.
    ///
    /// - Throws: `StoreError.unavailable` while nothing has ever been read.
    public func current() async throws(StoreError) -> State {
        if let readAt, ContinuousClock.now - readAt < Self.pause { return state }
        await refresh()
        guard state.version > 0 else { throw .unavailable(nil) }
        return state
    }

    /// The first state that differs from one that is known. Whoever comes late skips what was between.
    ///
    /// - Returns: `nil` where nothing changed within the time, or the task was cancelled.
    public func next(after version: Int, within limit: Duration) async -> State? {
        let end = ContinuousClock.now + limit
        while !Task.isCancelled {
            if state.version > version { return state }
            guard ContinuousClock.now < end else { return nil }
            await tick()
        }
        return nil
    }

    /// Waits for the next reading, which one of those who wait sets off.
    private func tick() async {
        let number = nextWaiter
        nextWaiter += 1
        if reading == nil {
            reading = Task {
                try? await Task.sleep(for: Self.pause)
                await self.refresh()
                self.reading = nil
                self.wake()
            }
        }
        await withCheckedContinuation { waiters[number] = $0 }
    }

    private func wake() {
        let woken = waiters
        waiters = [:]
        for waiter in woken.values { waiter.resume() }
    }

    private func refresh() async {
        do {
            let tallies = Dictionary(try await read(), uniquingKeysWith: { $1 })
            readAt = .now
            if tallies != state.tallies || state.version == 0 {
                state = State(version: state.version + 1, tallies: tallies)
            }
        } catch {
            logger.debug("the doors' counters can't be read", metadata: ["cause": "\(error)"])
        }
    }
}
