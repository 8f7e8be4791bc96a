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

extension Edition {
    /// Of an edition where nobody says otherwise; and of what is told while there is none.
    public static let usualTimeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
}
