import Foundation
import Registration
import Testing

@testable import Presentation

struct MomentsTests {
    private let french: Moments
    private let english: Moments

    init() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        french = Moments(.french, in: paris)
        english = Moments(.english, in: paris)
    }

    @Test(
        "A day has its name in both languages, with the month held to its number",
        arguments: [
            ("2026-12-26", "samedi 26_décembre 2026", "Saturday 26_December 2026"),
            ("2026-02-01", "dimanche 1er_février 2026", "Sunday 1_February 2026"),
            ("2028-02-29", "mardi 29_février 2028", "Tuesday 29_February 2028"),
            ("2026-08-03", "lundi 3_août 2026", "Monday 3_August 2026"),
        ])
    func day(text: String, inFrench: String, inEnglish: String) throws {
        let day = try #require(CalendarDay(text))
        #expect(french.day(day) == inFrench.replacing("_", with: "\u{A0}"))
        #expect(english.day(day) == inEnglish.replacing("_", with: "\u{A0}"))
    }

    @Test("The weekday is the calendar's for every day of a hundred years")
    func weekdays() throws {
        var day = try #require(CalendarDay("1999-12-31"))
        #expect(day.weekday == 4, "a Friday")
        for count in 1...36_525 {
            day = CalendarDay(Date(timeIntervalSince1970: Double(10_956 + count) * 86_400), in: .gmt)
            guard day.weekday == (4 + count) % 7 else {
                Issue.record("\(day): \(day.weekday)")
                return
            }
        }
        #expect(day.year == 2099)
    }

    @Test(
        "Several days are told without saying anything twice",
        arguments: [
            ("2026-12-26", "2026-12-26", "samedi 26_décembre 2026", "Saturday 26_December 2026"),
            (
                "2026-12-26", "2026-12-27", "du samedi 26 au dimanche 27_décembre 2026",
                "from Saturday 26 to Sunday 27_December 2026"
            ),
            (
                "2026-10-31", "2026-11-01", "du samedi 31_octobre au dimanche 1er_novembre 2026",
                "from Saturday 31_October to Sunday 1_November 2026"
            ),
            (
                "2026-12-31", "2027-01-01", "du jeudi 31_décembre 2026 au vendredi 1er_janvier 2027",
                "from Thursday 31_December 2026 to Friday 1_January 2027"
            ),
        ])
    func days(first: String, last: String, inFrench: String, inEnglish: String) throws {
        let (first, last) = (try #require(CalendarDay(first)), try #require(CalendarDay(last)))
        #expect(french.days(first, last) == inFrench.replacing("_", with: "\u{A0}"))
        #expect(english.days(first, last) == inEnglish.replacing("_", with: "\u{A0}"))
    }

    @Test(
        "Times follow the clocks of Paris through the year, before, at and after their changes",
        arguments: [
            ("2026-12-26T08:30:00Z", "9_h_30", "9:30", "2026-12-26T09:30+01:00"),
            ("2026-07-14T09:00:00Z", "11_h", "11:00", "2026-07-14T11:00+02:00"),
            ("2026-12-26T23:05:00Z", "0_h_05", "0:05", "2026-12-27T00:05+01:00"),
            ("2026-03-29T00:59:59Z", "1_h_59", "1:59", "2026-03-29T01:59+01:00"),
            ("2026-03-29T01:00:00Z", "3_h", "3:00", "2026-03-29T03:00+02:00"),
            ("2026-10-25T00:30:00Z", "2_h_30", "2:30", "2026-10-25T02:30+02:00"),
            ("2026-10-25T01:30:00Z", "2_h_30", "2:30", "2026-10-25T02:30+01:00"),
        ])
    func times(instant: String, inFrench: String, inEnglish: String, forMachines: String) throws {
        let instant = try Date(instant, strategy: .iso8601)
        #expect(french.time(instant) == inFrench.replacing("_", with: "\u{A0}"))
        #expect(english.time(instant) == inEnglish)
        #expect(french.machineReadable(instant) == forMachines && english.machineReadable(instant) == forMachines)
    }

    @Test("A moment and a span are told as one would say them")
    func moments() throws {
        let start = try Date("2026-12-26T08:30:00Z", strategy: .iso8601)
        #expect(french.moment(start) == "samedi 26\u{A0}décembre 2026 à 9\u{A0}h\u{A0}30")
        #expect(english.moment(start) == "Saturday 26\u{A0}December 2026 at 9:30")
        #expect(french.times(start, start + 5400) == "9\u{A0}h\u{A0}30\u{A0}– 11\u{A0}h")
        #expect(english.times(start, start + 5400) == "9:30\u{A0}– 11:00")
    }

    @Test("An instant falls on the day that it is in Paris, and zones west of Greenwich have their sign")
    func zones() throws {
        let late = try Date("2026-12-26T23:30:00Z", strategy: .iso8601)
        #expect(french.day(late) == "dimanche 27\u{A0}décembre 2026")
        let zone = try #require(TimeZone(identifier: "America/St_Johns"))
        #expect(Moments(.english, in: zone).machineReadable(late) == "2026-12-26T20:00-03:30")
        let before1970 = Date(timeIntervalSince1970: -86_400 * 365.5)
        #expect(french.time(before1970) == "13\u{A0}h")
    }
}
