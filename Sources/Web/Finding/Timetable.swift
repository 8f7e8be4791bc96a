import Foundation
import Registration

/// Sessions laid out by place and time: venues down, the clock across, each venue on as many rows as things go on in it at
/// once.
struct Timetable: Sendable {
    /// Minutes from midnight, on full hours.
    let start: Int
    let end: Int
    /// Minutes that a column stands for.
    let step: Int
    let venues: [Row]

    struct Row: Sendable {
        let venue: Venue
        let lanes: [[Slot]]
    }

    /// A session, in columns from the start: at least half an hour's, so that its words have room.
    struct Slot: Sendable {
        let session: Session
        let columns: Range<Int>
    }

    /// - Parameters:
    ///   - sessions: Of one day.
    ///   - minutes: The minutes from the day's midnight at an instant.
    init(_ sessions: [Session], minutes: (Date) -> Int) {
        let times = sessions.map { session in
            let start = minutes(session.startsAt)
            return start..<start + max(1, Int(session.endsAt.timeIntervalSince(session.startsAt) / 60))
        }
        step = times.allSatisfy { $0.lowerBound % 30 == 0 && $0.upperBound % 30 == 0 } ? 30 : 15
        start = (times.map(\.lowerBound).min() ?? 0) / 60 * 60
        end = ((times.map(\.upperBound).max() ?? 0) + 59) / 60 * 60
        let (least, all) = (30 / step, (end - start) / step)
        let slots = zip(sessions, times).map { [start, step] session, time in
            let first = min((time.lowerBound - start) / step, all - least)
            let last = (time.upperBound - start + step - 1) / step
            return Slot(session: session, columns: first..<max(last, first + least))
        }
        venues = Dictionary(grouping: slots, by: \.session.venue).map { venue, slots in
            Row(venue: venue, lanes: Self.lanes(slots))
        }.sorted { left, right in
            (left.venue.arrondissement, left.venue.name, left.venue.slug)
                < (right.venue.arrondissement, right.venue.name, right.venue.slug)
        }
    }

    var columns: Int { (end - start) / step }

    /// Puts each session on the first row that is free at its start.
    private static func lanes(_ slots: [Slot]) -> [[Slot]] {
        var lanes: [[Slot]] = []
        let inOrder = slots.sorted {
            ($0.columns.lowerBound, $0.session.room, $0.session.slug)
                < ($1.columns.lowerBound, $1.session.room, $1.session.slug)
        }
        for slot in inOrder {
            let free = lanes.firstIndex { ($0.last?.columns.upperBound ?? 0) <= slot.columns.lowerBound }
            if let free { lanes[free].append(slot) } else { lanes.append([slot]) }
        }
        return lanes
    }
}
