import Synchronization

/// What a limiter says to one attempt.
enum RateDecision: Hashable, Sendable {
    case admitted
    /// Come back in so many seconds, at least one.
    case refused(retryAfter: Int)
}

/// Counts attempts per key in a sliding minute, in a fixed amount of memory.
///
/// The count of a window is that of the running minute plus the last minute's, weighted by how much of it the window
/// still covers; refused attempts don't count. Keys live in a table of sets of eight, hashed with the process's random
/// seed: a full set forgets the key that was quiet longest, so that floods of keys cost nothing but accuracy.
struct RateLimiter<Key: Hashable & Sendable>: Sendable {
    private struct Entry {
        var hash: UInt = 0
        var minute: UInt32 = 0
        var previous: UInt32 = 0
        var current: UInt32 = 0
    }

    private static var ways: Int { 8 }

    private let limit: UInt32
    private let mask: UInt
    private var entries: [Entry]

    /// - Parameters:
    ///   - limit: Attempts admitted in a minute.
    ///   - keys: How many keys are remembered, rounded up to a power of two.
    init(limit: Int, keys: Int = 1 << 15) {
        self.limit = UInt32(clamping: limit)
        var sets = 1
        while sets * Self.ways < keys { sets *= 2 }
        mask = UInt(sets - 1)
        entries = []
        entries.reserveCapacity(sets * Self.ways)
        entries = Array(repeating: Entry(), count: sets * Self.ways)
    }

    /// Counts an attempt, or says when to try again.
    /// - Parameter now: Since any fixed moment, never going back.
    mutating func attempt(_ key: Key, at now: Duration) -> RateDecision {
        let seconds = Double(now.components.seconds) + Double(now.components.attoseconds) * 1e-18
        let minute = UInt32(truncatingIfNeeded: Int(seconds / 60)) &+ 2
        let passed = seconds / 60 - (seconds / 60).rounded(.down)
        let index = place(of: key, in: minute)
        let entry = entries[index]
        let weighted = Double(entry.previous) * (1 - passed) + Double(entry.current)
        if weighted + 1 <= Double(limit) + 1e-9 {
            entries[index].current += 1
            return .admitted
        }
        return .refused(retryAfter: max(1, Int((60 * wait(entry, passed: passed)).rounded(.up))))
    }

    /// How many minutes until the window has room for one more.
    private func wait(_ entry: Entry, passed: Double) -> Double {
        let room = Double(limit) - 1
        if Double(entry.current) <= room, entry.previous > 0 {
            return 1 - (room - Double(entry.current)) / Double(entry.previous) - passed
        }
        return 1 - passed + (entry.current > 0 ? max(0, 1 - room / Double(entry.current)) : 1)
    }

    /// Where the key's counts are, brought up to this minute.
    private mutating func place(of key: Key, in minute: UInt32) -> Int {
        let hash = UInt(bitPattern: key.hashValue)
        let set = Int(hash & mask) * Self.ways
        var oldest = set
        for index in set..<set + Self.ways {
            if entries[index].hash == hash, entries[index].minute != 0 {
                let age = minute &- entries[index].minute
                if age > 0 {
                    entries[index].previous = age == 1 ? entries[index].current : 0
                    entries[index].current = 0
                    entries[index].minute = minute
                }
                return index
            }
            if entries[index].minute < entries[oldest].minute { oldest = index }
        }
        entries[oldest] = Entry(hash: hash, minute: minute)
        return oldest
    }
}

/// The limits on posted forms: per address and per form cookie.
final class FormLimiter: Sendable {
    private struct Limiters {
        var addresses: RateLimiter<IPAddress>
        var cookies: RateLimiter<String>
    }

    private let limitsAddresses: Bool
    private let limiters: Mutex<Limiters>
    private let start = ContinuousClock.now

    init(_ configuration: FrontConfiguration) {
        limitsAddresses = configuration.limitsAddresses
        limiters = Mutex(
            Limiters(
                addresses: RateLimiter(limit: configuration.limits.formPostsPerAddress),
                cookies: RateLimiter(limit: configuration.limits.formPostsPerCookie)))
    }

    /// Counts one posted form.
    /// - Parameters:
    ///   - client: The address behind trusted proxies; nil (a Unix socket) is not limited.
    ///   - cookie: The form cookie, if the browser sent one.
    func attempt(client: IPAddress?, cookie: String?) -> RateDecision {
        let now = ContinuousClock.now - start
        return limiters.withLock { limiters in
            if let cookie {
                let decision = limiters.cookies.attempt(cookie, at: now)
                if decision != .admitted { return decision }
            }
            guard limitsAddresses, let client else { return .admitted }
            return limiters.addresses.attempt(client.network, at: now)
        }
    }
}
