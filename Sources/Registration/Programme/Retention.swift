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
