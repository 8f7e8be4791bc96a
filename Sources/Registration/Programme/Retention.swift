extension Edition {
    /// The first day on which nothing personal of the edition is kept any more, three months after its last day: long enough
    /// for questions and certificates of attendance, and no longer.
    public var deletionDay: CalendarDay { lastDay.adding(months: 3) }
}

extension CalendarDay {
    /// The same day so many months later, or that month's last day where it is shorter.
    func adding(months: Int) -> CalendarDay {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        return (1...day).reversed().lazy.compactMap { CalendarDay(year: year, month: month, day: $0) }.first ?? self
    }
}
