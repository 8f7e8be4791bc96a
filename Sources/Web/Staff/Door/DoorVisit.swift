internal import Foundation
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Somebody of the staff at a session's door.
struct DoorVisit: Sendable {
    let visit: StaffVisit
    let session: Session
    let programme: Programme

    var moments: Moments { Moments(visit.language, in: programme.timeZone) }

    /// The other sessions of this venue's day at whose doors the visitor may work.
    var others: [Session] {
        let day = CalendarDay(session.startsAt, in: programme.timeZone)
        return programme.sessions.filter {
            $0.id != session.id && $0.venue == session.venue && CalendarDay($0.startsAt, in: programme.timeZone) == day
                && visit.works(at: $0, in: programme.timeZone)
        }
    }

    /// - Throws: `Refusal.notFound` for a session that is not there, or is not this visitor's to see.
    init(_ visit: StaffVisit, slug: String?, in programme: Programme) throws(Refusal) {
        guard let session = slug.flatMap({ programme.session(slug: $0) }),
            visit.works(at: session, in: programme.timeZone)
        else { throw .notFound }
        self.visit = visit
        self.session = session
        self.programme = programme
    }
}

extension Programme {
    var timeZone: TimeZone { edition?.timeZone ?? .gmt }
}

extension StaffVisit {
    /// Whether a session's door is this visitor's: its venue and, with a steward's link, its room and its day.
    func works(at session: Session, in timeZone: TimeZone) -> Bool {
        guard may(.doorWork, at: session.venue.slug) else { return false }
        guard let door else { return true }
        return (door.room.map { $0.name == session.room } ?? true)
            && CalendarDay(session.startsAt, in: timeZone) == door.day
    }
}

extension Session {
    /// Whether its door is worked at: from an hour before it starts to its end.
    func isOn(at now: Date) -> Bool { startsAt.addingTimeInterval(-3600) <= now && now < endsAt && !isCancelled }
}

/// What a form at a door asks for, as its buttons say it: `in`, `in:2`, `out:1`, `walk_in:1`, `undo`.
struct DoorDeed: Hashable, Sendable {
    let direction: CheckIn.Direction
    let isWalkIn: Bool
    let people: Int?

    static let arrival = DoorDeed(direction: .arrival, isWalkIn: false, people: nil)

    init(direction: CheckIn.Direction, isWalkIn: Bool = false, people: Int?) {
        self.direction = direction
        self.isWalkIn = isWalkIn
        self.people = people
    }

    /// `nil` for what no button says.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard let word = parts.first else { return nil }
        isWalkIn = word.hasPrefix("walk_")
        guard let direction = CheckIn.Direction(rawValue: String(isWalkIn ? word.dropFirst(5) : word)) else {
            return nil
        }
        self.direction = direction
        guard parts.count == 2 else {
            people = nil
            return
        }
        guard let people = Int(parts[1]), CheckIn.peopleAllowed.contains(people) else { return nil }
        self.people = people
    }

    var text: String {
        (isWalkIn ? "walk_" : "") + direction.rawValue + (people.map { ":\($0)" } ?? "")
    }
}

extension StaffDesk {
    /// Whether whoever asks may work at some door.
    func isAtDoor(_ request: Request, _ context: WebContext) async -> Bool {
        guard StaffCookie.door.value(in: request) != nil || StaffCookie.login.value(in: request) != nil else {
            return false
        }
        let visit = try? await visit(request, context, .doorWork)
        return visit.map { !$0.lacksFactor(for: .doorWork) } ?? false
    }
}
