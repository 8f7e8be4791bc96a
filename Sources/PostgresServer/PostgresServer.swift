import Foundation
public import Logging
import Synchronization

/// A PostgreSQL server of one's own, with its data in a directory, reached over a Unix socket that only its account and
/// root can reach.
///
/// The server is a process apart: it outlives this one if this one is killed, and the next `start` adopts it.
public final class PostgresServer: Sendable {
    /// Where the caller wants it; see `location` for where it is.
    public let directory: String

    private let settings: [String: String]
    private let durable: Bool
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var place: Place?
        var lock: DirectoryLock?
        var isStopped = false
    }

    /// - Parameters:
    ///   - directory: for this alone; made if missing.
    ///   - settings: of `postgresql.conf`, in force from the next time the server starts.
    ///   - durable: false for tests: faster, and worthless after a crash of the machine.
    public init(directory: String, settings: [String: String] = [:], durable: Bool = true, logger: Logger) {
        self.directory =
            URL(filePath: directory).absoluteURL.standardizedFileURL.path(percentEncoded: false).withoutTrailingSlash
        self.settings = settings
        self.durable = durable
        self.logger = logger
    }

    /// Where the data are: in `directory`, or elsewhere if PostgreSQL's account can't enter that.
    public var location: String { place?.directory ?? directory }

    /// Whether a server runs on this directory now, started by whomever.
    public var isRunning: Bool { place.flatMap { Postmaster(data: $0.data) } != nil }

    /// The postmaster's process number while it runs.
    public var processID: Int32? { place.flatMap { Postmaster(data: $0.data) }?.processID }

    /// A libpq connection string. Known from the first `start` on, to other processes too.
    public func connectionString(database: String = "postgres", user: String = "postgres") -> String {
        func quoted(_ value: String) -> String {
            "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }
        return "host=\(quoted(socketDirectory)) port=5432 dbname=\(quoted(database)) user=\(quoted(user))"
    }

    /// The Unix socket itself.
    public var socketPath: String { socketDirectory + "/.s.PGSQL.5432" }

    private var socketDirectory: String { place?.socketDirectory ?? directory + "/socket" }

    private var place: Place? { state.withLock { $0.place } ?? Place.remembered(in: directory) }

    // MARK: Life

    /// Makes the server where there is none, starts it unless it runs, and returns once it takes connections.
    ///
    /// - Throws: `PostgresServerError`, with what to do.
    public func start() async throws(PostgresServerError) {
        try Place.makeDirectory(directory, for: nil)
        let lock = if let held = state.withLock({ $0.lock }) { held } else { try DirectoryLock(directory) }
        let (place, account) = try await Place.find(for: directory) { logger.notice("\($0)") }
        state.withLock { state in
            state.place = place
            state.lock = lock
            state.isStopped = false
        }
        if let running = Postmaster(data: place.data) {
            logger.info("found PostgreSQL running", metadata: ["process": "\(running.processID)"])
            if try await isReady(place) { return }
        }
        let version = (try? String(contentsOfFile: place.data + "/PG_VERSION", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let programs = try Programs(version: version, account: account)
        if version == nil { try await create(place, programs, account) }
        try makeLog(place, account)
        Postmaster.killOrphans(in: place.data)
        // As `postmaster.pid`: a process that nobody reaps would keep it valid.
        unlink(place.socketDirectory + "/.s.PGSQL.5432.lock")
        // Paths are relative because pg_ctl hands them to a shell, between double quotes only.
        let outcome = try await programs.run(
            "pg_ctl", ["start", "-D", "data", "-l", "log", "-w", "-t", "60", "-s", "-o", options(place)],
            in: place.directory)
        guard outcome.succeeded || Postmaster(data: place.data)?.isReady == true else {
            throw PostgresServerError(
                .notStarted,
                "PostgreSQL did not start: \(outcome.output); the end of \(place.log) says why. "
                    + "Mend that (a full disk: make room), and start again")
        }
    }

    /// Starts the server again whenever it dies, until the task is cancelled or `stop` is called.
    public func supervise() async throws {
        var pause = Duration.milliseconds(100)
        while !Task.isCancelled, !state.withLock({ $0.isStopped }) {
            if let place, Postmaster(data: place.data) == nil {
                logger.warning("PostgreSQL has ended; starting it again")
                do {
                    try await start()
                    pause = .milliseconds(100)
                } catch {
                    logger.error("\(error)")
                    pause = min(pause * 2, .seconds(5))
                }
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// How a server is stopped.
    public enum Shutdown: Sendable {
        /// Rolls back what is under way, and writes everything out.
        case fast
        /// Ends at once; the next start recovers.
        case immediate
    }

    /// Stops the server and waits until it has stopped, even where the task is cancelled.
    public func stop(_ shutdown: Shutdown = .fast) async throws(PostgresServerError) {
        let isStopped = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.stopBlocking(shutdown)) }
        }
        guard isStopped else { throw PostgresServerError(.notStopped, "PostgreSQL in \(location) does not stop") }
    }

    /// As `stop`, for where nothing can be awaited, such as the process's exit. False where it would not stop.
    @discardableResult
    public func stopBlocking(_ shutdown: Shutdown = .immediate) -> Bool {
        let place = place
        state.withLock { $0.isStopped = true }
        let postmaster = place.flatMap { Postmaster(data: $0.data) }
        let isStopped =
            postmaster?.stop(shutdown == .fast ? .fast : .immediate, within: shutdown == .fast ? 20 : 5) ?? true
        if isStopped { state.withLock { $0.lock = nil } }
        return isStopped
    }

    // MARK: Making it

    private func create(_ place: Place, _ programs: Programs, _ account: Account) async throws(PostgresServerError) {
        // Under another name until it is whole, so that an interrupted start leaves nothing that looks like data; and one of its
        // own, since the initdb of a start that was killed may still be at work.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.directory)) ?? []
        for name in names where name.hasPrefix("data.new") {
            try? FileManager.default.removeItem(atPath: "\(place.directory)/\(name)")
        }
        let unfinished = place.directory + "/data.new-\(String(UInt32.random(in: 0 ... .max), radix: 36))"
        try Place.makeDirectory(unfinished, for: account)
        let outcome = try await programs.run(
            "initdb",
            [
                "-D", unfinished, "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums",
                "--auth-local=trust", "--auth-host=reject", "--no-instructions",
            ] + (durable ? [] : ["--no-sync"]))
        guard outcome.succeeded, rename(unfinished, place.data) == 0 else {
            throw PostgresServerError(
                .notCreated,
                "initdb failed in \(place.directory): \(outcome.output). "
                    + "Mend that (a full disk: make room), and start again; nothing of it is in the way")
        }
    }

    /// The log is the account's to write, in a directory that may not be.
    private func makeLog(_ place: Place, _ account: Account) throws(PostgresServerError) {
        guard FileStatus(place.log) == nil else { return }
        guard
            FileManager.default.createFile(
                atPath: place.log, contents: nil, attributes: [.posixPermissions: 0o600]),
            !account.isOther || chown(place.log, account.userID, account.groupID) == 0
        else { throw PostgresServerError(.directory, "\(place.log) can't be made") }
    }

    private func options(_ place: Place) -> String {
        var all = [
            "listen_addresses": "", "unix_socket_directories": place.socketDirectory, "unix_socket_permissions": "0700",
        ]
        if !durable {
            all.merge(["fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"]) { _, new in new }
        }
        all.merge(settings) { _, given in given }
        // pg_ctl hands this to a shell.
        return all.sorted { $0.key < $1.key }
            .map { "-c '" + "\($0.key)=\($0.value)".replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    }

    /// Waits for one that was found running; false where it has ended, as one does that was being stopped.
    private func isReady(_ place: Place) async throws(PostgresServerError) -> Bool {
        for _ in 0..<600 {
            guard let postmaster = Postmaster(data: place.data) else { return false }
            if postmaster.isReady { return true }
            try? await Task.sleep(for: .milliseconds(100))
        }
        throw PostgresServerError(
            .notStarted,
            "PostgreSQL was running but did not get ready; the end of \(place.log) says why. Start again once it is")
    }
}

extension String {
    fileprivate var withoutTrailingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
