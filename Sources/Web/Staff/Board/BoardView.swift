import Presentation
import Registration
import RegistrationStore

/// How full a venue is, or all of somebody's venues: what is on now in large figures, then the whole day.
struct BoardView: Sendable {
    struct Place: Sendable {
        let name: String
        let path: String
        let isAlone: Bool
        let now: [Line]
        let hasNow: Bool
        let lines: [Line]
        let isEmpty: Bool
    }

    struct Line: Sendable {
        let slug: String
        let title: String
        let times: String
        let room: String
        let isCancelled: Bool
        let capacity: String
        let confirmed: String
        let waiting: String
        let arrived: String
        let inside: String
        let roomCapacity: String
        let permitted: String
        let crowding: String
        let crowdingWord: String
        let flagged: String
        let hasFlags: Bool
        let share: Int
        let door: String?
        let sheet: String?
        let change: String?
    }

    let title: String
    let done: DoneView?
    let readAt: String
    let here: String
    let all: String?
    let stream: String
    let script: String
    let places: [Place]
    let none: String
    let near: String
    let atLimit: String
    let flaggedWord: String
    let locale: String

    /// - Parameter venue: `nil`: all that the visitor may see.
    init(
        _ programme: Programme, _ state: DoorBoard.State, venue: String?, done: DoneView?, for visit: StaffVisit,
        script: String
    ) {
        self.done = done
        let language = visit.language
        let texts = Texts.all.board
        let moments = Moments(language, in: programme.timeZone)
        let shown = programme.sessions.filter {
            visit.may(.countsRead, at: $0.venue.slug) && (venue == nil || $0.venue.slug == venue)
        }
        let venues = Dictionary(grouping: shown, by: \.venue).sorted { $0.key.stands(before: $1.key) }
        let isAlone = venue != nil
        let named = venue.flatMap { programme.venue(slug: $0) }
        title = named?.name ?? texts.title[language]
        readAt = texts.readAt[language].filled(["time": moments.time(visit.now)])
        here = StaffAddress.board(venue: venue).path
        all = isAlone && visit.login != nil ? StaffAddress.board(venue: nil).path : nil
        stream = here + "/stream"
        self.script = script
        near = texts.near[language]
        atLimit = texts.atLimit[language]
        flaggedWord = texts.flagged[language]
        none = (isAlone ? texts.none : texts.noneAnywhere)[language]
        locale = language == .french ? "fr-FR" : "en-GB"
        places =
            venues.isEmpty
            ? [
                Place(
                    name: named?.name ?? "", path: here, isAlone: isAlone, now: [], hasNow: false, lines: [],
                    isEmpty: true)
            ]
            : venues.map { venue, sessions in
                let lines = sessions.map { Line($0, state.tally(of: $0), moments: moments, for: visit) }
                let now = zip(sessions, lines).filter { $0.0.isOn(at: visit.now) }.map(\.1)
                return Place(
                    name: venue.name, path: StaffAddress.board(venue: venue.slug).path, isAlone: isAlone, now: now,
                    hasNow: !now.isEmpty, lines: lines, isEmpty: false)
            }
    }
}

extension BoardView.Line {
    init(_ session: Session, _ tally: DoorTally, moments: Moments, for visit: StaffVisit) {
        let language = moments.language
        let texts = Texts.all.board
        slug = session.slug
        title = session.title.typeset[language]
        times = moments.times(session.startsAt, session.endsAt)
        room = session.room
        isCancelled = session.isCancelled
        capacity = language.number(tally.capacity)
        confirmed = language.number(tally.confirmed)
        waiting = language.number(tally.waiting)
        arrived = language.number(tally.arrived)
        inside = language.number(tally.allInside)
        roomCapacity = language.number(tally.roomCapacity)
        permitted = texts.permitted[language].filled(["capacity": language.number(tally.roomCapacity)])
        crowding = tally.crowding.rawValue
        crowdingWord = DoorPhrases(language).crowding(tally.crowding) ?? ""
        flagged = texts.flagged[language].filled(["count": language.number(tally.flagged)])
        hasFlags = tally.flagged > 0
        share = min(100, tally.roomCapacity > 0 ? tally.allInside * 100 / tally.roomCapacity : 0)
        let isTheirs = visit.works(at: session, in: moments.timeZone) && !session.isCancelled
        door = isTheirs ? StaffAddress.doorSession(slug: session.slug).path : nil
        sheet = isTheirs ? StaffAddress.sheet(slug: session.slug).path : nil
        change =
            visit.may(.capacityChange, at: session.venue.slug) && !session.isCancelled
            ? StaffAddress.capacity(venue: session.venue.slug, slug: session.slug).path : nil
    }
}
