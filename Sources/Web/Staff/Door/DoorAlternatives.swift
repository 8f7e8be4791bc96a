import Foundation
import Presentation
import Registration
import RegistrationStore

/// Where somebody can still go who finds a door full: sessions of the same day, or within the hour, as midnight may be in
/// between, that have places free at the door: in this venue first, then what is nearest in time and on foot.
struct DoorAlternatives: Sendable {
    let programme: Programme
    let board: DoorBoard.State
    let moments: Moments
    let now: Date

    private static let most = 2
    /// In seconds.
    private static let soon: TimeInterval = 3600

    /// A line for each.
    func lines(beside session: Session) -> [String] {
        let day = CalendarDay(session.startsAt, in: programme.timeZone)
        let candidates = programme.sessions.filter { other in
            other.id != session.id && !other.isCancelled && other.claimsEnd > now
                && (CalendarDay(other.startsAt, in: programme.timeZone) == day || other.startsAt < now + Self.soon)
                && board.tally(of: other).remaining > 0
        }
        let nearest = candidates.map { (minutes: minutes(from: session, to: $0), session: $0) }
            .sorted { ($0.minutes, $0.session.slug) < ($1.minutes, $1.session.slug) }
        return nearest.prefix(Self.most).map { line($0.session) }
    }

    /// Until one of these begins and, from another venue, on foot there.
    private func minutes(from session: Session, to other: Session) -> Double {
        let wait = max(0, other.startsAt.timeIntervalSince(now)) / 60
        guard other.venue != session.venue else { return wait }
        return wait + 60 + session.venue.metres(to: other.venue) / 1000 / DayPlan.walkingSpeed * 60
    }

    private func line(_ session: Session) -> String {
        Texts.all.doorOutcome.stillFree[moments.language].filled([
            "times": moments.times(session.startsAt, session.endsAt),
            "session": session.title.typeset[moments.language], "place": session.room + " – " + session.venue.name,
        ])
    }
}

extension CheckIn.Outcome {
    /// Whether whoever gets it may be told of other sessions.
    var isForWantOfRoom: Bool { self == .full || self == .givenAway }
}

extension StaffDesk {
    /// What to offer those whom these outcomes leave outside; `nil` where there are none.
    func alternatives(
        for outcomes: [CheckIn.Outcome], in programme: Programme, moments: Moments, now: Date
    ) async -> DoorAlternatives? {
        guard outcomes.contains(where: \.isForWantOfRoom), let board = try? await store.board.current() else {
            return nil
        }
        return DoorAlternatives(programme: programme, board: board, moments: moments, now: now)
    }
}
