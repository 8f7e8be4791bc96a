public import Foundation
public import Registration

/// Writes days and times of an edition, in its time zone.
///
/// By our own few rules instead of ICU's, whose texts change from one version to the next.
public struct Moments: Sendable {
    public let language: Language
    public let timeZone: TimeZone

    public init(_ language: Language, in timeZone: TimeZone) {
        self.language = language
        self.timeZone = timeZone
    }

    /// `samedi 26 décembre 2026`, `Saturday 26 December 2026`.
    public func day(_ day: CalendarDay) -> String {
        "\(dayOfMonth(day))\u{A0}\(month(day)) \(day.year)"
    }

    /// `samedi 26 décembre`, where the year is known.
    public func dayAndMonth(_ day: CalendarDay) -> String { "\(dayOfMonth(day))\u{A0}\(month(day))" }

    public func dayAndMonth(_ instant: Date) -> String { dayAndMonth(CalendarDay(instant, in: timeZone)) }

    public func day(_ instant: Date) -> String { day(CalendarDay(instant, in: timeZone)) }

    /// `du samedi 26 au dimanche 27 décembre 2026`; the one day where first and last are the same. Of the first day, what
    /// the last one says too is left out.
    public func days(_ first: CalendarDay, _ last: CalendarDay) -> String {
        if first == last { return day(first) }
        let year = first.year == last.year ? "" : " \(first.year)"
        let start =
            year.isEmpty && first.month == last.month
            ? dayOfMonth(first) : "\(dayOfMonth(first))\u{A0}\(month(first))\(year)"
        return language == .french ? "du \(start) au \(day(last))" : "from \(start) to \(day(last))"
    }

    /// `9 h 30`, `11 h`; `9:30`, `11:00`.
    public func time(_ instant: Date) -> String {
        let (hour, minute) = clock(instant)
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        guard language == .french else { return "\(hour):\(minutes)" }
        return minute == 0 ? "\(hour)\u{A0}h" : "\(hour)\u{A0}h\u{A0}\(minutes)"
    }

    /// `9 h 30 – 11 h`, `9:30 – 11:00`, which break after the dash and nowhere else: browsers break there anyway, and a space
    /// that does not give way would begin the next line.
    public func times(_ start: Date, _ end: Date) -> String { "\(time(start))\u{A0}– \(time(end))" }

    /// `samedi 26 décembre 2026 à 9 h 30`, `Saturday 26 December 2026 at 9:30`.
    public func moment(_ instant: Date) -> String {
        day(instant) + (language == .french ? " à " : " at ") + time(instant)
    }

    /// For a `time` element's `datetime`: `2026-12-26T09:30+01:00`.
    public func machineReadable(_ instant: Date) -> String {
        let (hour, minute) = clock(instant)
        let offset = timeZone.secondsFromGMT(for: instant) / 60
        return String(
            format: "%@T%02d:%02d%@%02d:%02d", CalendarDay(instant, in: timeZone).description, hour, minute,
            offset < 0 ? "-" : "+", abs(offset) / 60, abs(offset) % 60)
    }

    /// Hour and minute on the edition's clock.
    public func clock(_ instant: Date) -> (hour: Int, minute: Int) {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: instant)
        let minutes = ((seconds % 86_400 + 86_400) % 86_400) / 60
        return (minutes / 60, minutes % 60)
    }

    private func dayOfMonth(_ day: CalendarDay) -> String {
        let number = language == .french && day.day == 1 ? "1er" : String(day.day)
        return "\(Self.weekdays[day.weekday][language]) \(number)"
    }

    private func month(_ day: CalendarDay) -> String { Self.months[day.month - 1][language] }

    private static let weekdays = [
        Localized("lundi", "Monday"), Localized("mardi", "Tuesday"), Localized("mercredi", "Wednesday"),
        Localized("jeudi", "Thursday"), Localized("vendredi", "Friday"), Localized("samedi", "Saturday"),
        Localized("dimanche", "Sunday"),
    ]

    private static let months = [
        Localized("janvier", "January"), Localized("février", "February"), Localized("mars", "March"),
        Localized("avril", "April"), Localized("mai", "May"), Localized("juin", "June"),
        Localized("juillet", "July"), Localized("août", "August"), Localized("septembre", "September"),
        Localized("octobre", "October"), Localized("novembre", "November"), Localized("décembre", "December"),
    ]
}
