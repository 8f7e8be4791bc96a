internal import Foundation
internal import Registration

/// When the demo's day is: the first Saturday at least 30 days away, so that there is always time to sign up.
enum DemoDay {
    static func day(from now: Date = Date()) -> CalendarDay {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = Edition.usualTimeZone
        let saturday = 7
        // At noon, so that no daylight-saving night moves the day.
        var day = calendar.date(bySettingHour: 12, minute: 0, second: 0, of: now) ?? now
        day = calendar.date(byAdding: .day, value: 30, to: day) ?? day
        while calendar.component(.weekday, from: day) != saturday {
            day = calendar.date(byAdding: .day, value: 1, to: day) ?? day.addingTimeInterval(86_400)
        }
        return CalendarDay(day, in: Edition.usualTimeZone)
    }
}
