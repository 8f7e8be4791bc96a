import Foundation
import Presentation
import Registration
import Testing

struct CalendarFileTests {
    private static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt

    private func event(
        at start: String = "2026-12-26T09:00:00Z", hours: Double = 1.5, summary: String = "Réparer, réemployer",
        status: CalendarEvent.Status = .confirmed
    ) throws -> CalendarEvent {
        let start = try Date(start, strategy: .iso8601)
        return CalendarEvent(
            uid: "session-7@socialday.example", stamp: start - 86_400, sequence: 3, startsAt: start,
            endsAt: start + hours * 3600, summary: summary, location: "Mairie du 11e; salle des fêtes, Paris",
            latitude: 48.858, longitude: 2.379, description: "Première ligne\nSeconde ligne, avec \\",
            url: "https://socialday.example/fr/sessions/reparer", status: status)
    }

    private func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("An event is written as RFC 5545 wants it, in its edition's time zone, its text escaped")
    func event() throws {
        let text = CalendarFile(
            method: .request, timeZone: Self.paris, events: [try event()], organizer: "bonjour@socialday.example",
            attendee: "ines@example.fr"
        ).text()
        let lines = unfolded(text)
        for line in [
            "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "UID:session-7@socialday.example",
            "DTSTAMP:20261225T090000Z", "SEQUENCE:3", "DTSTART;TZID=Europe/Paris:20261226T100000",
            "DTEND;TZID=Europe/Paris:20261226T113000", "SUMMARY:Réparer\\, réemployer",
            "LOCATION:Mairie du 11e\\; salle des fêtes\\, Paris", "GEO:48.858000;2.379000",
            "DESCRIPTION:Première ligne\\nSeconde ligne\\, avec \\\\",
            "URL:https://socialday.example/fr/sessions/reparer", "STATUS:CONFIRMED",
            "ORGANIZER:mailto:bonjour@socialday.example", "END:VCALENDAR",
        ] { #expect(lines.contains(line), "\(line)") }
        let attendee = try #require(lines.first { $0.hasPrefix("ATTENDEE") })
        #expect(attendee.hasSuffix(":mailto:ines@example.fr"))
        #expect(attendee.contains(";PARTSTAT=ACCEPTED"))
    }

    @Test("Lines end with CR LF, hold at most 75 bytes, and are cut between characters")
    func folding() throws {
        for length in 60...90 {
            let summary = String(repeating: "é", count: length) + "🌍" + String(repeating: "漢", count: length)
            let bytes = Array(
                CalendarFile(method: .publish, timeZone: Self.paris, events: [try event(summary: summary)]).text().utf8)
            #expect(bytes.suffix(2) == [13, 10])
            let lines = bytes.split(separator: 10).map { $0.dropLast() }
            #expect(
                lines.allSatisfy { $0.count <= 75 && !$0.contains(13) && String(validating: $0, as: UTF8.self) != nil })
            #expect(unfolded(String(decoding: bytes, as: UTF8.self)).contains("SUMMARY:\(summary)"))
        }
    }

    @Test("A time zone comes with each change of its clock that the events need")
    func zones() throws {
        let winter = CalendarFile(method: .publish, timeZone: Self.paris, events: [try event()])
        let lines = unfolded(winter.text())
        #expect(lines.filter { $0 == "BEGIN:STANDARD" || $0 == "BEGIN:DAYLIGHT" } == ["BEGIN:STANDARD"])
        #expect(lines.contains("DTSTART:20261025T030000"))
        #expect(lines.contains("TZOFFSETFROM:+0200") && lines.contains("TZOFFSETTO:+0100"))
        let both = CalendarFile(
            method: .publish, timeZone: Self.paris, events: [try event(), try event(at: "2027-06-05T08:00:00Z")])
        #expect(unfolded(both.text()).contains("DTSTART;TZID=Europe/Paris:20270605T100000"))
        #expect(unfolded(both.text()).contains("DTSTART:20270328T020000"))
        let fixed = CalendarFile(
            method: .publish, timeZone: try #require(TimeZone(identifier: "Africa/Abidjan")), events: [try event()])
        #expect(
            unfolded(fixed.text()).filter { $0.hasPrefix("TZOFFSET") } == ["TZOFFSETFROM:+0000", "TZOFFSETTO:+0000"])
    }

    @Test("What was typed begins no property of its own")
    func injection() throws {
        let nasty = "A\r\nATTENDEE:mailto:x@example.org\u{0}\u{7}\r\rEND:VEVENT\u{2028}B"
        let event = CalendarEvent(
            uid: nasty, stamp: Date(), sequence: 0, startsAt: Date(), endsAt: Date() + 60, summary: nasty,
            location: nasty, description: nasty, url: nasty)
        let text = CalendarFile(
            method: .cancel, timeZone: Self.paris, events: [event], name: nasty, organizer: nasty
        ).text()
        let lines = unfolded(text)
        #expect(!lines.contains { $0.hasPrefix("ATTENDEE") })
        #expect(lines.filter { $0.hasPrefix("END:VEVENT") }.count == 1)
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\r" && $0 != "\n" })
    }

    @Test("A cancelled event says so, and the sequence of a sign-up's entry grows with what happens to it")
    func cancelled() throws {
        let text = CalendarFile(
            method: .cancel, timeZone: Self.paris, events: [try event(status: .cancelled)]
        ).text()
        #expect(unfolded(text).contains("STATUS:CANCELLED"))
        let made = Date(timeIntervalSince1970: 1_000_000.9)
        #expect(CalendarEvent.sequence(signedUpAt: made, changedAt: made) == 0)
        #expect(CalendarEvent.sequence(signedUpAt: made, changedAt: made + 90) == 90)
        #expect(CalendarEvent.uid(signUp: 1, host: "socialday.example").hasSuffix("@socialday.example"))
    }
}
