import Foundation

/// A running server's first process, found by its data directory.
struct Postmaster: Sendable {
    let processID: pid_t
    private let data: String

    /// The one that `postmaster.pid` names, if that process lives and really is of this data directory: process numbers
    /// are used again.
    init?(data: String) {
        guard let text = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8),
            let first = text.split(separator: "\n").first,
            let processID = pid_t(first.trimmingCharacters(in: .whitespaces)),
            Self.isAlive(processID), Self.isServer(processID, in: data)
        else { return nil }
        self.processID = processID
        self.data = data
    }

    /// Nil once it has ended.
    var isAlive: Bool { Self.isAlive(processID) && Self.isServer(processID, in: data) }

    /// The last line of `postmaster.pid`, written by the server as it gets ready (`PM_STATUS_READY`).
    var isReady: Bool {
        guard let text = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8) else { return false }
        return text.split(separator: "\n").last?.trimmingCharacters(in: .whitespaces) == "ready"
    }

    enum Shutdown: Sendable {
        /// Rolls back what is under way, and writes everything out.
        case fast
        /// Ends at once; the next start recovers.
        case immediate
    }

    /// Asks the server to stop and waits for it, ever more firmly. Blocks. False where it would not go.
    func stop(_ shutdown: Shutdown, within limit: TimeInterval) -> Bool {
        let signals = shutdown == .fast ? [SIGINT, SIGQUIT, SIGKILL] : [SIGQUIT, SIGKILL]
        for signal in signals {
            kill(processID, signal)
            let end = Date(timeIntervalSinceNow: signal == SIGKILL ? 5 : limit)
            while isAlive, Date() < end { usleep(10_000) }
            if !isAlive { break }
        }
        Self.killOrphans(in: data)
        return !isAlive
    }

    /// Ends the processes that a killed postmaster left: they hold its shared memory, and no other can start before
    /// they are gone. Then removes its lock file, which a process that nobody reaps would keep valid. Blocks.
    static func killOrphans(in data: String) {
        guard Postmaster(data: data) == nil else { return }
        let end = Date(timeIntervalSinceNow: 5)
        while true {
            let orphans = processes().filter { isAlive($0) && isServer($0, in: data) }
            if orphans.isEmpty || Date() > end { break }
            for orphan in orphans { kill(orphan, SIGKILL) }
            usleep(5_000)
        }
        unlink(data + "/postmaster.pid")
    }

    private static func processes() -> [pid_t] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
    }

    /// Whether it runs: one that has ended and was not reaped yet (state Z) does not.
    private static func isAlive(_ processID: pid_t) -> Bool {
        guard let status = FileManager.default.contents(atPath: "/proc/\(processID)/stat"),
            let name = status.lastIndex(of: UInt8(ascii: ")")), name + 2 < status.endIndex
        else { return false }
        return ![UInt8(ascii: "Z"), UInt8(ascii: "X")].contains(status[name + 2])
    }

    /// Every process of a server has the data directory as its working directory; so may a shell have, or a backup.
    private static func isServer(_ processID: pid_t, in data: String) -> Bool {
        guard let cwd = FileStatus("/proc/\(processID)/cwd", followingLinks: true),
            let data = FileStatus(data, followingLinks: true)
        else { return false }
        return cwd.isSameFile(as: data) && program(of: processID) == "postgres"
    }

    private static func program(of processID: pid_t) -> String? {
        guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(processID)/exe"),
            let name = path.split(separator: "/").last
        else { return nil }
        // After an upgrade the file that runs is no longer there (proc_pid_exe(5)).
        return name.hasSuffix(" (deleted)") ? String(name.dropLast(" (deleted)".count)) : String(name)
    }
}
