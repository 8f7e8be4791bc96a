import Foundation
import Presentation
import Registration

/// Sessions to choose from.
struct SessionOptions: Sendable {
    private let language: Language
    private let moments: Moments

    private let sessions: [SessionCount]
    private let isOneDay: Bool

    init(_ sessions: [SessionCount], _ language: Language, in timeZone: TimeZone) {
        self.language = language
        moments = Moments(language, in: timeZone)
        self.sessions = sessions
        isOneDay = Set(sessions.map { CalendarDay($0.startsAt, in: timeZone) }).count == 1
    }

    /// Those that people can still sign up for, with the places left.
    func open(chosen: String) -> [SignUpStepView.Option] {
        let none = SignUpStepView.Option(
            value: "", label: Texts.all.assist.sessionChoose[language], isChosen: chosen.isEmpty)
        return [none]
            + sessions.filter { $0.isOn && $0.phase == .open }.map { session in
                let left = language.count(
                    session.tally.placesLeft, Localized(french: "libre", english: "left"),
                    Localized(french: "libres", english: "left"))
                return SignUpStepView.Option(
                    value: session.slug, label: "\(label(session)) (\(left))", isChosen: session.slug == chosen)
            }
    }

    /// `9 h 30 – Réparer ensemble, Mairie du 11e`; with the day before it where there are several.
    func label(_ session: SessionCount) -> String {
        let time = moments.time(session.startsAt)
        let start = isOneDay ? time : moments.dayAndMonth(session.startsAt) + ", " + time
        return "\(start) – \(session.title.typeset[language]), \(session.venue)"
    }
}
