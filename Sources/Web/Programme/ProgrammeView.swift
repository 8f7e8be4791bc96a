import Foundation
import Presentation
import Registration
import RegistrationStore

/// The programme, hour by hour.
struct ProgrammeView: Sendable {
    let date: String?
    let extent: String?
    let opening: String?
    let hasHours: Bool
    let hours: [Hour]
    /// One for each hour of the clock at which something starts, however many starts it has.
    let jumps: [Jump]
    let views: [ViewLink]
    let cut = ProgrammePage.cut

    /// A link to the first start within an hour.
    struct Jump: Sendable {
        /// At the first of each day, in editions of several.
        let day: String?
        let anchor: String
        let time: String
    }

    /// The sessions that start at one time.
    struct Hour: Sendable {
        let anchor: String
        let time: String
        /// In editions of several days.
        let day: String?
        let sessions: [Entry]
    }

    struct Entry: Sendable {
        let path: String
        let title: String
        let theme: String
        let kind: String
        let place: String
        let venue: String
        let until: String
    }

    /// Sessions are shown by start, then title.
    init(_ programme: Programme, language: Language, now: Date) {
        views = ViewLink.all(for: ProgrammeQuery(), language)
        guard let edition = programme.edition else {
            (date, extent, opening, hasHours, hours, jumps) = (nil, nil, nil, false, [], [])
            return
        }
        let moments = Moments(language, in: edition.timeZone)
        let hasSeveralDays = edition.firstDay != edition.lastDay
        date = moments.days(edition.firstDay, edition.lastDay)
        extent = programme.sessions.isEmpty ? nil : EditionPhrases(language).extent(of: programme.sessions)
        opening = programme.opening(at: now).map { SignUpPhrases(language).opens(moments.moment($0)) }
        let starts = Self.byStart(programme.sessions, language)
        hours = starts.map { start, sessions in
            let clock = moments.clock(start)
            let day = CalendarDay(start, in: edition.timeZone)
            return Hour(
                anchor: (hasSeveralDays ? "d\(day)-" : "h") + String(format: "%02d%02d", clock.hour, clock.minute),
                time: moments.time(start), day: hasSeveralDays ? moments.day(day) : nil,
                sessions: sessions.map { Entry($0, moments: moments) })
        }
        hasHours = !hours.isEmpty
        jumps = Self.jumps(to: zip(starts.map(\.start), hours), moments)
    }

    private static func jumps(to hours: some Sequence<(Date, Hour)>, _ moments: Moments) -> [Jump] {
        var last: Date?
        var day: CalendarDay?
        return hours.compactMap { start, hour in
            let fullHour = start - TimeInterval(moments.clock(start).minute * 60)
            guard fullHour != last else { return nil }
            last = fullHour
            let today = CalendarDay(start, in: moments.timeZone)
            let isFirst = hour.day != nil && day != today
            day = today
            return Jump(
                day: isFirst ? moments.dayAndMonth(today) : nil, anchor: hour.anchor, time: moments.time(fullHour))
        }
    }

    /// The sessions as the page shows them: by start, then title.
    static func byStart(_ sessions: [Session], _ language: Language) -> [(start: Date, sessions: [Session])] {
        Dictionary(grouping: sessions, by: \.startsAt).sorted { $0.key < $1.key }.map { start, sessions in
            (start, sessions.sorted { ($0.title[language], $0.slug) < ($1.title[language], $1.slug) })
        }
    }
}

extension ProgrammeView.Entry {
    init(_ session: Session, moments: Moments) {
        let language = moments.language
        path = PageAddress.session(slug: session.slug).path(language)
        title = session.title.typeset[language]
        theme = session.theme.rawValue
        kind = SessionPhrases(language).kind(of: session)
        place = session.venue.nameAndDistrict(in: language)
        venue = PageAddress.venue(slug: session.venue.slug).path(language)
        until = Texts.all.programme.until[language] + " " + moments.time(session.endsAt)
    }
}
