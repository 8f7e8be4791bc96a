import Foundation
import Presentation
import Registration
import RegistrationStore

/// How it is going, in numbers: what the staff's first page is made of.
struct Overview: Sendable {
    /// Those that the visitor may count, in the order of the day.
    let sessions: [SessionCount]
    /// Places given on each day of signing up.
    let growth: [(day: CalendarDay, places: Int)]
    let edition: Edition?
    /// `nil` for whoever has nothing to do with mails.
    let outbox: OutboxSummary?
    /// `nil` where none is on, today or over midnight.
    var inside: Int?
    /// `nil` for whoever has nothing to do with exports.
    var export: ExportStatus?

    /// Nine tenths taken.
    static func isNearlyFull(_ tally: Tally) -> Bool {
        tally.placesLeft > 0 && tally.confirmed * 10 >= tally.capacity * 9
    }

    /// Less than a fifth taken.
    static func isNearlyEmpty(_ tally: Tally) -> Bool { tally.confirmed * 5 < tally.capacity }

    /// The most that a list shows.
    static let listLength = 10

    var on: [SessionCount] { sessions.filter(\.isOn) }

    var nearlyFull: [SessionCount] {
        on.filter { Self.isNearlyFull($0.tally) }.sorted { $0.tally.placesLeft < $1.tally.placesLeft }
    }

    var nearlyEmpty: [SessionCount] {
        on.filter { Self.isNearlyEmpty($0.tally) && $0.phase == .open }.sorted {
            $0.tally.confirmed * $1.tally.capacity < $1.tally.confirmed * $0.tally.capacity
        }
    }

    var withWaitingList: [SessionCount] {
        on.filter { $0.tally.waiting > 0 }.sorted { $0.tally.waiting > $1.tally.waiting }
    }

    /// Of each theme that is on, in the order of the themes.
    var byTheme: [(theme: Theme, taken: Int, capacity: Int)] {
        Theme.allCases.compactMap { theme in
            let here = on.filter { $0.theme == theme }
            return here.isEmpty ? nil : (theme, Self.taken(here), Self.capacity(here))
        }
    }

    /// Of each day of the edition.
    var byDay: [(day: CalendarDay, taken: Int, capacity: Int)] {
        let zone = edition?.timeZone ?? .gmt
        let days = Dictionary(grouping: on) { CalendarDay($0.startsAt, in: zone) }
        return days.keys.sorted().map { day in
            let here = days[day] ?? []
            return (day, Self.taken(here), Self.capacity(here))
        }
    }

    static func taken(_ sessions: [SessionCount]) -> Int { sessions.reduce(0) { $0 + $1.tally.confirmed } }

    static func capacity(_ sessions: [SessionCount]) -> Int { sessions.reduce(0) { $0 + $1.tally.capacity } }

    /// Every day from the first sign-up to the last one, those without any included; the last sixty.
    var growthWithoutGaps: [(day: CalendarDay, places: Int)] {
        guard let first = growth.first?.day, let last = growth.last?.day else { return [] }
        let places = Dictionary(growth.map { ($0.day, $0.places) }) { $0 + $1 }
        var days: [(CalendarDay, Int)] = []
        var day = first
        while day <= last, days.count < 1000 {
            days.append((day, places[day] ?? 0))
            day = day.next
        }
        return days.suffix(60).map { (day: $0.0, places: $0.1) }
    }
}
