import Foundation
import Presentation
import Registration
import RegistrationStore

/// The sessions at whose doors somebody may work, at one venue on one day.
struct DoorChoiceView: Sendable {
    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Slot: Sendable {
        let path: String
        let times: String
        let room: String
        let title: String
        let isNow: Bool
        let isCancelled: Bool
    }

    let heading: String
    /// `nil` where there is nothing to choose.
    let choices: Choices?
    let slots: [Slot]
    let isEmpty: Bool
    /// Where the visitor may give stewards a link to these doors.
    let offer: Offer?
    /// What was scanned, where it belongs to another door.
    var elsewhere: DoorOutcomeView?

    struct Offer: Sendable {
        let venue: String
        let day: String
        /// Whose doors one link may open, where there are several: all of the venue's, or one room's.
        let rooms: [Choice]
        let hasRooms: Bool

        fileprivate init(venue: String, day: CalendarDay, rooms: [String], language: Language) {
            self.venue = venue
            self.day = "\(day)"
            let all = Choice(value: "", label: Texts.all.doorLink.everyDoor[language], isChosen: true)
            self.rooms = [all] + rooms.map { Choice(value: $0, label: $0, isChosen: false) }
            hasRooms = rooms.count > 1
        }
    }

    struct Choices: Sendable {
        let action: String
        let venues: [Choice]
        let days: [Choice]
    }

    /// - Parameters:
    ///   - venue: Its slug; `nil`, or one that is not theirs: the first of theirs.
    ///   - day: `nil`: today, or else the edition's first.
    init(_ programme: Programme, for visit: StaffVisit, venue: String?, day: CalendarDay?) {
        let language = visit.language
        let zone = programme.timeZone
        let moments = Moments(language, in: zone)
        let theirs = programme.sessions.filter { visit.works(at: $0, in: zone) }
        let venues = Dictionary(grouping: theirs, by: \.venue).keys.sorted { $0.stands(before: $1) }
        let chosen = venues.first { $0.slug == venue } ?? venues.first
        let here = theirs.filter { $0.venue == chosen }
        let days = Set(here.map { CalendarDay($0.startsAt, in: zone) }).sorted()
        let today = CalendarDay(visit.now, in: zone)
        let date = [day, visit.door?.day, today].compactMap(\.self).first(where: days.contains) ?? days.first
        let shown = here.filter { CalendarDay($0.startsAt, in: zone) == date }
        heading = [chosen?.name, date.map { SessionView.capitalized(moments.day($0)) }].compactMap(\.self)
            .joined(separator: " – ")
        choices =
            venues.count > 1 || days.count > 1
            ? Choices(
                action: StaffAddress.door.path,
                venues: venues.map { Choice(value: $0.slug, label: $0.name, isChosen: $0 == chosen) },
                days: Set(theirs.map { CalendarDay($0.startsAt, in: zone) }).sorted().map {
                    Choice(value: "\($0)", label: SessionView.capitalized(moments.day($0)), isChosen: $0 == date)
                })
            : nil
        slots = shown.map { session in
            Slot(
                path: StaffAddress.doorSession(slug: session.slug).path,
                times: moments.times(session.startsAt, session.endsAt), room: session.room,
                title: session.title.typeset[language], isNow: session.isOn(at: visit.now),
                isCancelled: session.isCancelled)
        }
        isEmpty = slots.isEmpty
        if let chosen, let date, visit.may(.doorOpen, at: chosen.slug) {
            offer = Offer(venue: chosen.slug, day: date, rooms: Set(shown.map(\.room)).sorted(), language: language)
        } else {
            offer = nil
        }
    }
}
