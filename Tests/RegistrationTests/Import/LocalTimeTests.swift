import Foundation
import Registration
import Testing

struct LocalTimeTests {
    @Test(
        "A time is read on the edition's clock, or by its own offset",
        arguments: [
            ("2026-11-28T09:30", "2026-11-28T08:30:00Z"), ("2026-11-28 09:30", "2026-11-28T08:30:00Z"),
            ("2026-11-28T09:30:15", "2026-11-28T08:30:15Z"), ("2026-07-01T09:30", "2026-07-01T07:30:00Z"),
            ("2026-11-28T09:30Z", "2026-11-28T09:30:00Z"), ("2026-11-28T09:30+05:30", "2026-11-28T04:00:00Z"),
            ("2026-11-28T09:30-0800", "2026-11-28T17:30:00Z"), ("2026-11-28T09:30:15+01:00", "2026-11-28T08:30:15Z"),
            ("2026-11-28T00:00", "2026-11-27T23:00:00Z"), ("2028-02-29T23:59:59", "2028-02-29T22:59:59Z"),
        ])
    func read(text: String, instant: String) throws {
        #expect(try LocalTime.parse(text, in: paris()) == Date(instant, strategy: .iso8601))
    }

    @Test(
        "What is no time is refused, and nothing is guessed",
        arguments: [
            "", "soon", "2026-11-28", "09:30", "28/11/2026 09:30", "2026-11-28T9:30", "2026-11-28T24:00",
            "2026-11-28T09:60", "2026-11-28T09:30:60", "2027-02-29T09:30", "2026-13-01T09:30", "2026-11-28T09:30 CET",
            "2026-11-28T09:30+1", "2026-11-28T09:30+15:00", "2026-11-28T09:30+01:60", " 2026-11-28T09:30",
            "2026-11-28T09:30\n", "2026-11-28T٠٩:٣٠", "2026-11-28T09:30:٥٩", "2026-11-28T09:30:15.5",
        ])
    func refused(text: String) throws {
        #expect(throws: LocalTime.Problem.notATime) { try LocalTime.parse(text, in: paris()) }
    }

    @Test(
        "A time that the clocks skip in spring does not exist, unless it has an offset",
        arguments: ["2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T02:59:59"])
    func skipped(text: String) throws {
        #expect(throws: LocalTime.Problem.skipped) { try LocalTime.parse(text, in: paris()) }
        #expect(try LocalTime.parse(text + "+01:00", in: paris()) != .distantPast)
    }

    @Test(
        "A time that comes twice in autumn needs an offset",
        arguments: ["2026-10-25T02:00", "2026-10-25T02:30", "2026-10-25T02:59:59"])
    func twice(text: String) throws {
        #expect(throws: LocalTime.Problem.twice) { try LocalTime.parse(text, in: paris()) }
        let first = try LocalTime.parse(text + "+02:00", in: paris())
        let second = try LocalTime.parse(text + "+01:00", in: paris())
        #expect(second.timeIntervalSince(first) == 3600)
    }

    @Test("The minutes beside a change of the clocks are read")
    func besideChanges() throws {
        let times = [
            ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25T01:59:59", "2026-10-24T23:59:59Z"), ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ]
        for (text, instant) in times {
            #expect(try LocalTime.parse(text, in: paris()) == Date(instant, strategy: .iso8601), "\(text)")
        }
    }

    private func paris() throws -> TimeZone { try #require(TimeZone(identifier: "Europe/Paris")) }
}
