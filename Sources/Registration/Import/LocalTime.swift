public import Foundation

/// Instants as people write them: ISO 8601, with an offset or in a known time zone.
public enum LocalTime {
    public enum Problem: Error, Hashable, Sendable {
        case notATime
        /// The clock was put forward over it.
        case skipped
        /// The clock was put back, so that it came twice.
        case twice
    }

    /// Reads `2026-11-28T09:30`, with or without seconds, and `Z` or `+01:00` where it is not in the time zone.
    public static func parse(_ text: String, in timeZone: TimeZone) throws(Problem) -> Date {
        // The pattern is matched whole, so that nothing is guessed.
        let pattern = /(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?/.asciiOnlyDigits()
        guard let match = try? pattern.wholeMatch(in: text), let day = CalendarDay(match.1), let hour = Int(match.2),
            let minute = Int(match.3), hour < 24, minute < 60
        else { throw .notATime }
        let second = match.4.flatMap { Int($0) } ?? 0
        guard second < 60 else { throw .notATime }
        var calendar = Calendar(identifier: .gregorian)
        guard let zone = match.5.map({ offset($0) }) ?? timeZone else { throw .notATime }
        calendar.timeZone = zone
        let parts = DateComponents(
            year: day.year, month: day.month, day: day.day, hour: hour, minute: minute, second: second)
        guard let date = calendar.date(from: parts) else { throw .notATime }
        let wanted = [hour, minute]
        guard clock(date, calendar) == wanted else { throw .skipped }
        for shift in [-3600.0, 3600] where clock(date + shift, calendar) == wanted { throw .twice }
        return date
    }

    /// Writes `2026-11-28T09:30`, as forms have it; the seconds are left out.
    public static func text(_ date: Date, in timeZone: TimeZone) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let clock = clock(date, calendar)
        return String(format: "%@T%02d:%02d", CalendarDay(date, in: timeZone).description, clock[0], clock[1])
    }

    private static func clock(_ date: Date, _ calendar: Calendar) -> [Int] {
        [calendar.component(.hour, from: date), calendar.component(.minute, from: date)]
    }

    private static func offset(_ text: Substring) -> TimeZone? {
        if text == "Z" { return .gmt }
        let digits = text.dropFirst().filter(\.isNumber)
        guard let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 14, minutes < 60 else {
            return nil
        }
        return TimeZone(secondsFromGMT: (text.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60))
    }
}
