import Registration
import Testing

struct CalendarDayTests {
    @Test("Months are added as PostgreSQL adds them: to the same day, or the last of a shorter month")
    func months() throws {
        for (from, months, to) in [
            ("2026-12-26", 3, "2027-03-26"), ("2026-11-30", 3, "2027-02-28"), ("2027-11-30", 3, "2028-02-29"),
            ("2026-01-31", 1, "2026-02-28"), ("2026-05-15", 12, "2027-05-15"), ("2026-12-31", 36, "2029-12-31"),
        ] {
            #expect(try #require(CalendarDay(from)).adding(months: months).description == to)
        }
    }

    @Test("Days are added over the ends of months and years")
    func days() throws {
        for (from, days, to) in [
            ("2026-12-26", 7, "2027-01-02"), ("2026-02-22", 7, "2026-03-01"), ("2028-02-22", 7, "2028-02-29"),
            ("2026-11-14", 0, "2026-11-14"),
        ] {
            #expect(try #require(CalendarDay(from)).adding(days: days).description == to)
        }
    }

    @Test("Days that the calendar has are read, others are not")
    func read() {
        #expect(CalendarDay("2028-02-29")?.description == "2028-02-29")
        for wrong in ["2027-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026-1-01", "+026-01-01", "2026-01-01T", ""]
        {
            #expect(CalendarDay(wrong) == nil, "\(wrong)")
        }
    }
}
