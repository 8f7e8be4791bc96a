import Foundation
import RegistrationStore
import Testing

@testable import Export
@testable import Registration

@Suite("When nights are written")
struct NightScheduleTests {
    private static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt

    @Test(
        "The last night that is due is that of today's 04:10 on the clock in Paris, or of yesterday's before it",
        arguments: [
            ("2026-11-26T04:09:59+01:00", "2026-11-25T04:10:00+01:00"),
            ("2026-11-26T04:10:00+01:00", "2026-11-26T04:10:00+01:00"),
            ("2026-11-26T23:59:59+01:00", "2026-11-26T04:10:00+01:00"),
            // The clock is put back at 03:00 on 25 October, and forward at 02:00 on 29 March.
            ("2026-10-25T04:09:00+01:00", "2026-10-24T04:10:00+02:00"),
            ("2026-10-25T04:11:00+01:00", "2026-10-25T04:10:00+01:00"),
            ("2026-03-29T04:09:00+02:00", "2026-03-28T04:10:00+01:00"),
            ("2026-03-29T04:11:00+02:00", "2026-03-29T04:10:00+02:00"),
        ])
    func due(now: String, last: String) throws {
        let now = try LocalTime.parse(now, in: .gmt)
        let expected = try LocalTime.parse(last, in: .gmt)
        #expect(NightSchedule(timeZone: Self.paris).lastDue(at: now) == expected)
    }

    @Test(
        "A night is owed once for each date: one that was made good after midnight is that date's, and the next is owed at its hour",
        arguments: [
            // The edition is made, and its first 04:10 comes.
            (nil, "2026-11-20T04:09:59+01:00", false), (nil, "2026-11-20T04:10:00+01:00", true),
            (nil, "2026-11-23T01:00:00+01:00", true),
            ("2026-11-24T04:10:20+01:00", "2026-11-25T00:30:00+01:00", false),
            ("2026-11-24T04:10:20+01:00", "2026-11-25T04:10:00+01:00", true),
            // That of the 25th was slept through.
            ("2026-11-24T04:10:20+01:00", "2026-11-26T02:00:00+01:00", true),
            ("2026-11-26T02:00:10+01:00", "2026-11-26T04:10:00+01:00", false),
            ("2026-11-26T02:00:10+01:00", "2026-11-27T00:00:10+01:00", false),
            ("2026-11-26T02:00:10+01:00", "2026-11-27T04:10:00+01:00", true),
        ])
    func owed(last: String?, now: String, expected: Bool) throws {
        let last = try last.map { try LocalTime.parse($0, in: .gmt) }
        let status = ExportStatus(
            timeZone: Self.paris, owedSince: try LocalTime.parse("2026-11-19T12:00:00+01:00", in: .gmt),
            lastNight: last.map { CalendarDay($0, in: Self.paris) }, lastGoodAt: last, failedAt: nil, failure: nil,
            isLate: false, now: try LocalTime.parse(now, in: .gmt))
        #expect(NightSchedule(timeZone: Self.paris).isOwed(status) == expected)
    }

    @Test("A year has a night for each of its days, whatever the clocks do")
    func year() throws {
        let schedule = NightSchedule(timeZone: Self.paris)
        let start = try LocalTime.parse("2026-01-01T00:00", in: Self.paris)
        let nights = stride(from: 0.0, to: 365 * 86_400, by: 1200).map { schedule.lastDue(at: start + $0) }
        #expect(nights == nights.sorted())
        let days = Set(nights.map { CalendarDay($0, in: Self.paris) })
        #expect(Set(nights).count == 366 && days.count == 366)
    }

    @Test("Over a year of nights the retention holds, and the last good one stays however old it is")
    func retention() throws {
        try withFolder { root in
            let nights = Nights(root: root)
            try nights.prepare()
            var day = try #require(CalendarDay("2026-01-01"))
            let start = try LocalTime.parse("2026-01-01T12:00", in: Self.paris)
            for number in 0..<365 {
                day = CalendarDay(start + Double(number) * 86_400, in: Self.paris)
                nights.removeOld(before: day, keeping: 30)
                try write(day, in: nights)
                #expect(nights.all.count == min(number + 1, 30))
            }
            #expect(nights.all.last == day)
            // Half a year of failed nights.
            let later = CalendarDay(start + 540 * 86_400, in: Self.paris)
            nights.removeOld(before: later, keeping: 30)
            #expect(nights.all == [day])
            #expect(try contents(of: root) == [day.description])
        }
    }

    @Test("A folder without a manifest is no night, and is left alone")
    func unknownFolder() throws {
        try withFolder { root in
            let nights = Nights(root: root)
            let stray = root.appending(component: "2020-01-01")
            try FileManager.default.createDirectory(at: stray, withIntermediateDirectories: false)
            nights.removeOld(before: try #require(CalendarDay("2026-01-01")), keeping: 1)
            #expect(nights.all.isEmpty)
            #expect(try contents(of: root) == ["2020-01-01"])
        }
    }

    private func write(_ day: CalendarDay, in nights: Nights) throws {
        let folder = try NightFolder(day, in: nights, for: nil)
        let file = try folder.open("_edition.csv")
        try file.append(Array("name\r\n".utf8))
        _ = try file.finish(rows: 0)
        try folder.write(
            Manifest(
                night: day.description, snapshot: "", timeZone: "", edition: "", columns: [], encryptedFor: [], rows: 0,
                agrees: true, since: nil, changes: nil,
                record: RecordDigest(entries: 0, sha256: ""), files: [], sessions: []))
        try folder.appear()
    }
}
