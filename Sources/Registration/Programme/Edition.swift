public import Foundation

/// One year's day.
public struct Edition: Identifiable, Hashable, Sendable {
    public let id: Int64
    public let firstDay: CalendarDay
    /// The same as the first, but for an edition of several days.
    public let lastDay: CalendarDay
    public let timeZone: TimeZone
    /// When sign-ups open, and close at the latest; `nil`: from the start, until each session's own closing time.
    public let signUpsOpenAt: Date?
    public let signUpsCloseAt: Date?
    /// What the law asks the organiser to say.
    public let duties: Duties

    public init(
        id: Int64, firstDay: CalendarDay, lastDay: CalendarDay, timeZone: TimeZone, signUpsOpenAt: Date? = nil,
        signUpsCloseAt: Date? = nil, duties: Duties = Duties()
    ) {
        self.id = id
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.timeZone = timeZone
        self.signUpsOpenAt = signUpsOpenAt
        self.signUpsCloseAt = signUpsCloseAt
        self.duties = duties
    }
}

/// A day on the calendar, without a time zone: 2026-12-26.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `nil` where the Gregorian calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `YYYY-MM-DD` (ISO 8601).
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that an instant falls on, in a time zone.
    public init(_ instant: Date, in timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day], from: instant)
        (year, month, day) = (parts.year ?? 1, parts.month ?? 1, parts.day ?? 1)
    }

    public var description: String { String(format: "%04d-%02d-%02d", year, month, day) }

    /// The day after.
    public var next: CalendarDay {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? CalendarDay(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1) ?? self
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
