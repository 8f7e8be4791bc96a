import Presentation
import Registration

/// A ticket on paper, for whoever has no address to mail it to; in their language.
struct PrintedTicketView: Sendable {
    let back: String
    let language: String
    let code: String
    let day: String
    let heading: String
    let places: String
    let name: String
    let reference: String
    let facts: [Fact]
    let use: String

    struct Fact: Sendable {
        let label: String
        let text: String
    }

    init(_ ticket: HeldTicket, code: String, person: Int64, language: Language) {
        let (session, labels) = (ticket.session, Texts.all.session)
        let phrases = LetterPhrases(language, in: ticket.edition.timeZone)
        back = PeopleAddress.person(person).path
        self.language = language.rawValue
        self.code = code
        day = Texts.all.site.dayName[language]
        heading = session.title.typeset[language]
        places = SignUpPhrases(language).places(ticket.places)
        name = ticket.name
        reference = "\(ticket.reference)"
        let access = SessionPhrases(language).access(to: session.venue)
        facts =
            [
                Fact(label: labels.when[language], text: phrases.when(session)),
                Fact(label: labels.place[language], text: phrases.place(session)),
            ] + (access.isEmpty ? [] : [Fact(label: labels.access[language], text: access.joined(separator: " · "))])
        use = Texts.all.mail.codeUse[language]
    }
}
