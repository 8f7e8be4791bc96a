import Foundation
import Presentation
import Registration
import RegistrationStore

/// What the day is, in one screen, and where it leads on.
struct HomeView: Sendable {
    let date: String?
    let hours: String?
    let extent: String?
    let signUps: String?
    /// How long it is until they open.
    let countdown: String?
    let programme: String
    let timetable: String
    let map: String
    let myDay: String
    let lostTicket: String
    /// In editions of several days.
    let hasDays: Bool
    let days: [DayLink]
    let hasThemes: Bool
    let themes: [ThemeLink]

    struct DayLink: Sendable {
        let name: String
        let path: String
        let count: String
    }

    struct ThemeLink: Sendable {
        let theme: String
        let name: String
        let path: String
        let count: String
    }

    /// Those on which something is on.
    private static func days(of programme: Programme, _ language: Language) -> [DayLink] {
        guard let edition = programme.edition else { return [] }
        return Dictionary(grouping: programme.sessions) { CalendarDay($0.startsAt, in: edition.timeZone) }
            .sorted { $0.key < $1.key }.map { day, sessions in
                DayLink(
                    name: Choice.day(day).name(in: language),
                    path: PageAddress.found(ProgrammeQuery(ProgrammeFilter(choices: [.day(day)]))).path(language),
                    count: SignUpPhrases(language).sessions(sessions.count))
            }
    }

    init(_ programme: Programme, language: Language, now: Date) {
        let found = { PageAddress.found($0).path(language) }
        self.programme = PageAddress.programme.path(language)
        timetable = found(ProgrammeQuery(view: .timetable))
        map = found(ProgrammeQuery(view: .map))
        myDay = PageAddress.day.path(language)
        lostTicket = PageAddress.lostTicket.path(language)
        let counts = Dictionary(grouping: programme.sessions, by: \.theme).mapValues(\.count)
        themes = Theme.allCases.compactMap { theme in
            guard let count = counts[theme] else { return nil }
            return ThemeLink(
                theme: theme.rawValue, name: theme.name[language],
                path: found(ProgrammeQuery(ProgrammeFilter(choices: [.theme(theme)]))),
                count: SignUpPhrases(language).sessions(count))
        }
        hasThemes = !themes.isEmpty
        days = Self.days(of: programme, language)
        hasDays = days.count > 1
        guard let edition = programme.edition else {
            (date, hours, extent, signUps, countdown) = (nil, nil, nil, nil, nil)
            return
        }
        let moments = Moments(language, in: edition.timeZone)
        date = SessionView.capitalized(moments.days(edition.firstDay, edition.lastDay))
        if edition.firstDay == edition.lastDay, let first = programme.sessions.map(\.startsAt).min(),
            let last = programme.sessions.map(\.endsAt).max()
        {
            hours = moments.times(first, last)
        } else {
            hours = nil
        }
        extent = programme.sessions.isEmpty ? nil : EditionPhrases(language).extent(of: programme.sessions)
        let texts = Texts.all.home
        if let opening = programme.opening(at: now) {
            signUps = SignUpPhrases(language).opens(moments.moment(opening))
            countdown = SessionView.capitalized(Countdown(language).until(opening, from: now))
        } else {
            let isOpen = programme.sessions.contains { $0.signUpPhase(at: now) == .open }
            signUps = programme.sessions.isEmpty ? nil : (isOpen ? texts.open : texts.over)[language]
            countdown = nil
        }
    }
}
