public import Logging
public import Postgres
internal import Registration
internal import Synchronization

/// Keeps the published programme in memory, with the places left.
///
/// Edits of the programme are announced by the database (`NOTIFY programme`). Counters are not, because a notifying commit
/// waits for every other; they are read with one statement when somebody looks and they are older than a quarter of a second.
public actor ProgrammeCache {
    /// How old counters may be when somebody looks. What is made of them may be shown for 50 ms more, so that a page is at
    /// most a quarter of a second behind.
    static let talliesLifetime = Duration.milliseconds(200)
    /// How long a page may wait for fresh counters before it shows older ones.
    static let patience = Duration.milliseconds(500)
    /// Between two tries to follow the programme, the first and the longest.
    private static let (shortestPause, longestPause) = (Duration.milliseconds(100), Duration.seconds(5))

    private let client: PostgresClient
    private let logger: Logger
    private let clock = ContinuousClock()

    private let stored: Mutex<ProgrammeState>
    private var refresh: Task<Void, Never>?
    /// Reads of the whole programme that were begun, and the latest of them that is shown.
    private var reloads = (begun: 0, shown: 0)
    private var pause = shortestPause

    public init(client: PostgresClient, logger: Logger) {
        self.client = client
        self.logger = logger
        stored = Mutex(
            ProgrammeState(programme: .empty, tallies: [:], talliesVersion: 0, freshUntil: ContinuousClock.now))
    }

    /// What was last read, however long ago, without waiting.
    public nonisolated var latest: ProgrammeState { stored.withLock { $0 } }

    /// The programme, with counters at most a quarter of a second old as long as the database answers; older ones otherwise,
    /// because a page with yesterday's counters is better than none.
    ///
    /// - Throws: `StoreError.unavailable` only while nothing has ever been read.
    public func current() async throws(StoreError) -> ProgrammeState {
        let known = latest
        // Counters may have been read before the programme was: then there is nothing to show yet, fresh as they are.
        if known.programme.version > 0, clock.now < known.freshUntil { return known }
        await refreshTallies()
        let state = latest
        guard state.programme.version > 0 else { throw .unavailable(nil) }
        return state
    }

    /// Returns once the programme has been read for the first time, or the task is cancelled.
    public nonisolated func untilRead() async {
        while latest.programme.version == 0, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(50)) }
    }

    /// Reads the programme, then follows its changes until the task is cancelled.
    public func run() async {
        while !Task.isCancelled {
            do { try await follow() } catch {
                if Task.isCancelled { return }
                // Once for each outage.
                logger.log(
                    level: pause == Self.shortestPause ? .warning : .debug,
                    "the programme can't be followed; trying again", metadata: ["cause": "\(error)"])
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, Self.longestPause)
            }
        }
    }

    /// Reads everything again; what is in memory stays when that fails.
    public func reload() async throws {
        reloads.begun += 1
        let number = reloads.begun
        let edition = try await client.execute(CurrentEditionStatement()).first
        let sessions = try await client.execute(ProgrammeStatement())
        let venues = try await client.execute(VenuesStatement())
        let notices = try await client.execute(NoticesStatement())
        // One that began before what is shown may have read less than that.
        guard number > reloads.shown else { return }
        reloads.shown = number
        stored.withLock { state in
            let programme = Programme(
                edition: edition, sessions: sessions, venues: venues, notices: notices,
                version: state.programme.version + 1)
            state = ProgrammeState(
                programme: programme, tallies: state.tallies, talliesVersion: state.talliesVersion,
                freshUntil: clock.now)
        }
    }

    private func follow() async throws {
        try await client.withSession { session in
            let notifications = try await session.notifications(on: "programme")
            // After LISTEN, so that no change falls between.
            try await self.reload()
            self.pause = Self.shortestPause
            for try await _ in notifications { try await self.reload() }
        }
    }

    /// One read at a time, however many look.
    private func refreshTallies() async {
        if let refresh { return await refresh.value }
        let task = Task { await self.readTallies() }
        refresh = task
        await task.value
        refresh = nil
    }

    private func readTallies() async {
        var read: [Session.ID: Tally]?
        do {
            let rows = try await client.execute(TalliesStatement(), deadline: Self.patience)
            read = Dictionary(uniqueKeysWithValues: rows)
        } catch {
            logger.debug("counters can't be read; showing older ones", metadata: ["cause": "\(error)"])
        }
        let freshUntil = clock.now + Self.talliesLifetime
        stored.withLock { state in
            let isNew = read != nil && read != state.tallies
            state = ProgrammeState(
                programme: state.programme, tallies: read ?? state.tallies,
                talliesVersion: state.talliesVersion + (isNew ? 1 : 0), freshUntil: freshUntil)
        }
    }
}
