internal import Foundation

/// What a calendar has to know of a time zone to place events of a given span (RFC 5545, section 3.6.5): each change of its
/// clock by itself, from the last before the span to the last in it. That needs no rule of repetition, which zones don't have
/// and readers understand differently.
struct ZoneTransitions {
    private struct Observance {
        let beginsAt: Date
        let offsetBefore: Int
        let offset: Int
        let isDaylight: Bool
    }

    private let timeZone: TimeZone
    private let observances: [Observance]

    init(_ timeZone: TimeZone, over span: ClosedRange<Date>) {
        self.timeZone = timeZone
        let year: TimeInterval = 366 * 86_400
        var changes: [Date] = []
        var moment = span.lowerBound - year
        while let next = timeZone.nextDaylightSavingTimeTransition(after: moment), next <= span.upperBound,
            next > moment
        {
            changes.append(next)
            moment = next
        }
        let before = changes.lastIndex { $0 <= span.lowerBound } ?? 0
        var observances = changes.dropFirst(before).map { change in
            Observance(
                beginsAt: change, offsetBefore: timeZone.secondsFromGMT(for: change - 1),
                offset: timeZone.secondsFromGMT(for: change), isDaylight: timeZone.isDaylightSavingTime(for: change))
        }
        if changes.first.map({ $0 > span.lowerBound }) ?? true {
            // No change for a year: as if the zone had always been so.
            let offset = timeZone.secondsFromGMT(for: span.lowerBound)
            let start = span.lowerBound - year
            observances.insert(
                Observance(beginsAt: start, offsetBefore: offset, offset: offset, isDaylight: false), at: 0)
        }
        self.observances = observances
    }

    func component() -> CalendarComponent {
        let zone = CalendarComponent(.timeZone)
        zone.add("TZID", text: timeZone.identifier)
        for observance in observances {
            let part = CalendarComponent(observance.isDaylight ? .daylight : .standard)
            // On the clock as it was until then.
            part.add("DTSTART", CalendarTime(offset: observance.offsetBefore).text(observance.beginsAt))
            part.add("TZOFFSETFROM", Self.offset(observance.offsetBefore))
            part.add("TZOFFSETTO", Self.offset(observance.offset))
            zone.add(part)
        }
        return zone
    }

    /// `+0100`.
    private static func offset(_ seconds: Int) -> String {
        String(format: "%@%02d%02d", seconds < 0 ? "-" : "+", abs(seconds) / 3600, abs(seconds) / 60 % 60)
    }
}

/// Instants as calendars write them: `20261226T093000` on a zone's clock.
struct CalendarTime {
    private let calendar: Calendar

    init(_ timeZone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        self.calendar = calendar
    }

    init(offset: Int) { self.init(TimeZone(secondsFromGMT: offset) ?? .gmt) }

    func text(_ instant: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: instant)
        return String(
            format: "%04d%02d%02dT%02d%02d%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0,
            parts.minute ?? 0, parts.second ?? 0)
    }
}
