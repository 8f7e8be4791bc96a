import Foundation
import Presentation
import Registration

/// The timetable as tables, one for each day.
struct TimetableView: Sendable {
    let days: [Day]

    struct Day: Sendable {
        let id: String
        /// In editions of several days.
        let title: String?
        let columns: Int
        let span: Int
        let hours: [String]
        let venues: [Group]
    }

    /// The rows of one venue.
    struct Group: Sendable {
        let name: String
        let district: String
        let path: String
        let rows: [Row]
    }

    struct Row: Sendable {
        /// The rows that the venue's name stands beside, where this is the first of them.
        let venueRows: Int?
        let cells: [Cell]
    }

    struct Cell: Sendable {
        let span: Int
        let session: Entry?
    }

    struct Entry: Sendable {
        let title: String
        let path: String
        let theme: String
        let times: String
        let availability: String
        let mark: String
    }

    init(
        _ sessions: [Session], edition: Edition, language: Language, now: Date, tally: (Session) -> Tally
    ) {
        let moments = Moments(language, in: edition.timeZone)
        let byDay = Dictionary(grouping: sessions) { CalendarDay($0.startsAt, in: edition.timeZone) }
        days = byDay.sorted { $0.key < $1.key }.map { day, sessions in
            let timetable = Timetable(sessions, minutes: moments.minutes)
            let midnight = sessions[0].startsAt - TimeInterval(moments.minutes(sessions[0].startsAt) * 60)
            return Day(
                id: "d\(day)", title: edition.firstDay == edition.lastDay ? nil : moments.day(day),
                columns: timetable.columns, span: 60 / timetable.step,
                hours: stride(from: timetable.start, to: timetable.end, by: 60).map {
                    moments.time(midnight + TimeInterval($0 * 60))
                },
                venues: timetable.venues.map { row in
                    Group(row, columns: timetable.columns, language) { session in
                        Entry(session, moments: moments, availability: Availability(session, tally(session), at: now))
                    }
                })
        }
    }
}

extension TimetableView.Group {
    init(_ row: Timetable.Row, columns: Int, _ language: Language, entry: (Session) -> TimetableView.Entry) {
        name = row.venue.name
        district = row.venue.district(in: language)
        path = PageAddress.venue(slug: row.venue.slug).path(language)
        rows = row.lanes.enumerated().map { number, slots in
            var cells: [TimetableView.Cell] = []
            var column = 0
            for slot in slots {
                let gap = slot.columns.lowerBound - column
                if gap > 0 { cells.append(TimetableView.Cell(span: gap, session: nil)) }
                cells.append(TimetableView.Cell(span: slot.columns.count, session: entry(slot.session)))
                column = slot.columns.upperBound
            }
            if column < columns { cells.append(TimetableView.Cell(span: columns - column, session: nil)) }
            return TimetableView.Row(venueRows: number == 0 ? row.lanes.count : nil, cells: cells)
        }
    }
}

extension TimetableView.Entry {
    init(_ session: Session, moments: Moments, availability: Availability) {
        title = session.title.typeset[moments.language]
        path = PageAddress.session(slug: session.slug).path(moments.language)
        theme = session.theme.rawValue
        times = moments.times(session.startsAt, session.endsAt)
        self.availability = availability.text(in: moments.language)
        mark = availability.mark ?? ""
    }
}

extension Moments {
    /// Minutes from midnight on the edition's clock.
    fileprivate func minutes(_ instant: Date) -> Int {
        let clock = clock(instant)
        return clock.hour * 60 + clock.minute
    }
}
