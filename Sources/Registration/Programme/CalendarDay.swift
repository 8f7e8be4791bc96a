public import Foundation

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

// MARK: Reckoning

extension CalendarDay {
    /// The same day so many months later, or that month's last day where it is shorter: as PostgreSQL adds an interval.
    public func adding(months: Int) -> CalendarDay {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        return (1...day).reversed().lazy.compactMap { CalendarDay(year: year, month: month, day: $0) }.first ?? self
    }

    /// - Parameter days: At least 0.
    public func adding(days: Int) -> CalendarDay { (0..<days).reduce(self) { day, _ in day.next } }

    /// Negative where the other is earlier.
    public func days(until other: CalendarDay) -> Int { other.dayNumber - dayNumber }

    /// 0 for Monday to 6 for Sunday.
    public var weekday: Int { (dayNumber + 2) % 7 }

    /// Days since 1 March of year 0 of the Gregorian calendar, a Wednesday: years that begin in March have the leap day at
    /// their end (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private var dayNumber: Int {
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1
    }
}
