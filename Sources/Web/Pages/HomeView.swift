import Foundation
import Presentation
import Registration

/// What the day is, in one screen.
struct HomeView: Sendable {
    let date: String?
    let hours: String?
    let extent: String?
    let opening: String?
    let programme: String
    let themes: [ThemeName]

    struct ThemeName: Sendable {
        let theme: String
        let name: String
    }

    init(edition: Edition?, sessions: [Session], language: Language, now: Date) {
        programme = PageAddress.programme.path(language)
        themes = Theme.allCases.map { ThemeName(theme: $0.rawValue, name: $0.name[language]) }
        guard let edition else {
            (date, hours, extent, opening) = (nil, nil, nil, nil)
            return
        }
        let moments = Moments(language, in: edition.timeZone)
        let day = SessionView.capitalized(moments.days(edition.firstDay, edition.lastDay))
        date = day
        if edition.firstDay == edition.lastDay, let first = sessions.map(\.startsAt).min(),
            let last = sessions.map(\.endsAt).max()
        {
            hours = day + ", " + moments.times(first, last)
        } else {
            hours = day
        }
        extent = EditionPhrases(language).extent(of: sessions)
        opening = edition.signUpsOpenAt.flatMap { $0 > now ? SignUpPhrases(language).opens(moments.moment($0)) : nil }
    }
}
