public import Foundation

/// How the nightly export of the current edition is doing.
public struct ExportStatus: Hashable, Sendable {
    public let timeZone: TimeZone
    /// Since when nights are owed: when the edition was made.
    public let owedSince: Date
    /// The last good night's folder and snapshot.
    public let lastNight: CalendarDay?
    public let lastGoodAt: Date?
    /// When a night last failed, and why, where none has been good since.
    public let failedAt: Date?
    public let failure: String?
    /// Whether 26 hours went by without a good night.
    public let isLate: Bool
    /// The database's clock.
    public let now: Date

    public init(
        timeZone: TimeZone, owedSince: Date, lastNight: CalendarDay?, lastGoodAt: Date?, failedAt: Date?,
        failure: String?, isLate: Bool, now: Date
    ) {
        self.timeZone = timeZone
        self.owedSince = owedSince
        self.lastNight = lastNight
        self.lastGoodAt = lastGoodAt
        self.failedAt = failedAt
        self.failure = failure
        self.isLate = isLate
        self.now = now
    }
}
