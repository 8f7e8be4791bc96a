public import Foundation

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

    private func due(on day: Date) -> Date {
        // Where the clock is put forward over that time: as soon as it is later.
        calendar.date(
            bySettingHour: Self.hour, minute: Self.minute, second: 0, of: day, matchingPolicy: .nextTime) ?? day
    }
}
