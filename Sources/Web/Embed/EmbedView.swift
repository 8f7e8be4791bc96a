import Foundation
import Presentation
import Registration

/// Sessions in order, each with a link to its page.
struct EmbedView: Sendable {
    let date: String?
    let sessions: [Entry]
    let programme: String

    struct Entry: Sendable {
        let path: String
        let title: String
        let theme: String
        let when: String
        let place: String
        let kind: String
        let availability: String
        let mark: String
    }

    init(sessions: [Session], tally: (Session) -> Tally, edition: Edition?, language: Language, now: Date) {
        programme = PageAddress.programme.path(language)
        guard let edition else {
            (date, self.sessions) = (nil, [])
            return
        }
        let moments = Moments(language, in: edition.timeZone)
        let hasSeveralDays = edition.firstDay != edition.lastDay
        date = SessionView.capitalized(moments.days(edition.firstDay, edition.lastDay))
        self.sessions = sessions.sorted { left, right in
            (left.startsAt, left.title[language], left.slug) < (right.startsAt, right.title[language], right.slug)
        }.map { session in
            let availability = Availability(session, tally(session), at: now)
            let times = moments.times(session.startsAt, session.endsAt)
            return Entry(
                path: PageAddress.session(slug: session.slug).path(language), title: session.title.typeset[language],
                theme: session.theme.rawValue,
                when: hasSeveralDays ? moments.day(session.startsAt) + ", " + times : times,
                place: session.venue.nameAndDistrict(in: language), kind: SessionPhrases(language).kind(of: session),
                availability: availability.text(in: language), mark: availability.mark ?? "")
        }
    }
}
