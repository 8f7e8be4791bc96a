public import Foundation
public import Registration

/// When nights are written: at 04:10 on the clock of the edition's time zone, an hour that every night has once in the
/// zones that change their clocks before it.
public struct NightSchedule: Sendable {
    private let calendar: Calendar

    private static let hour = 4
    private static let minute = 10

    /// - Parameter timeZone: the edition's.
    public init(timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    /// The last 04:10 until then.
    public func lastDue(at now: Date) -> Date {
        let today = due(on: now)
        guard today > now else { return today }
        return due(on: calendar.date(byAdding: .day, value: -1, to: now) ?? now)
    }

    /// Whether a night is to be written now: the first from the first 04:10 after the edition was made. One that was made good
    /// between midnight and 04:10 has that day's date, so that the next is owed at 04:10 of the day after.
    public func isOwed(_ status: ExportStatus) -> Bool {
        let due = lastDue(at: status.now)
        guard let lastNight = status.lastNight else { return due > status.owedSince }
        return lastNight.days(until: CalendarDay(due, in: calendar.timeZone)) > 0
    }

    private func due(on day: Date) -> Date {
        // Where the clock is put forward over that time: as soon as it is later.
        calendar.date(
            bySettingHour: Self.hour, minute: Self.minute, second: 0, of: day, matchingPolicy: .nextTime) ?? day
    }
}
