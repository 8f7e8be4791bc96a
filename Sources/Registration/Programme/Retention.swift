extension Edition {
    /// The first day on which nothing personal of the edition is kept any more: long enough after it for questions and
    /// certificates of attendance, and no longer.
    public var deletionDay: CalendarDay { lastDay.adding(months: duties.retentionMonths) }

    /// The first day on which nothing is kept of a sign-up without a place.
    public var withoutPlaceDeletionDay: CalendarDay {
        lastDay.adding(months: min(duties.waitingRetentionMonths, duties.retentionMonths))
    }

    /// The first day on which nothing is kept of a sign-up, as it stands.
    public func deletionDay(of status: SignUp.Status) -> CalendarDay {
        status == .confirmed ? deletionDay : withoutPlaceDeletionDay
    }

    /// The first day on which what people said they need is kept no more.
    public var needsDeletionDay: CalendarDay { lastDay.adding(days: duties.needsRetentionDays) }
}

extension CalendarDay {
    /// The same day so many months later, or that month's last day where it is shorter: as PostgreSQL adds an interval.
    public func adding(months: Int) -> CalendarDay {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        return (1...day).reversed().lazy.compactMap { CalendarDay(year: year, month: month, day: $0) }.first ?? self
    }

    /// - Parameter days: At least 0.
    public func adding(days: Int) -> CalendarDay {
        (0..<days).reduce(self) { day, _ in
            CalendarDay(year: day.year, month: day.month, day: day.day + 1)
                ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
                ?? CalendarDay(year: day.year + 1, month: 1, day: 1) ?? day
        }
    }
}
