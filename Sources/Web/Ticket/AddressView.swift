import Foundation
import Presentation
import Registration

/// All sign-ups under an address, and what can be done with everything there.
struct AddressView: Sendable {
    let until: String
    let hasTickets: Bool
    let tickets: [Entry]
    let deleted: String?
    let data: String
    let erase: String

    struct Entry: Sendable {
        let path: String
        let theme: String
        let title: String
        let when: String
        let place: String
        let state: String
        /// How the state is coloured.
        let mark: String
    }

    /// - Parameter timeZone: Of the programme, for the hour at which the link runs out.
    init(
        _ tickets: [HeldTicket], link: AddressLink, token: String, key: TicketKey, timeZone: TimeZone,
        language: Language, now: Date
    ) {
        until = TicketPhrases(language).opens(until: Moments(language, in: timeZone).time(link.expiresAt))
        hasTickets = !tickets.isEmpty
        self.tickets = tickets.map { Entry($0, key: key, language: language, now: now) }
        // The latest is when the last of it goes.
        let last = tickets.map(\.edition).max { $0.lastDay < $1.lastDay }
        deleted = last.map {
            TicketPhrases(language).deleted(on: Moments(language, in: $0.timeZone).day($0.deletionDay))
        }
        data = PageAddress.addressData(token: token).path(language)
        erase = PageAddress.erase(token: token).path(language)
    }
}

extension AddressView.Entry {
    fileprivate init(_ ticket: HeldTicket, key: TicketKey, language: Language, now: Date) {
        let moments = Moments(language, in: ticket.edition.timeZone)
        let session = ticket.session
        let state = ticket.state(at: now)
        path = PageAddress.ticket(token: ticket.token(.manage, key: key)).path(language)
        theme = session.theme.rawValue
        title = session.title.typeset[language]
        when =
            SessionView.capitalized(moments.day(session.startsAt)) + ", "
            + moments.times(session.startsAt, session.endsAt)
        place = session.venue.nameAndDistrict(in: language)
        self.state = TicketPhrases(language).state(state, places: ticket.places)
        mark = state == .confirmed ? "" : state.isLive ? "few" : "none"
    }
}

extension TicketStepView {
    /// Erasing asks once, like a ticket's steps.
    init(erasing token: String, formToken: String, because returned: StepReturn? = nil, language: Language) {
        let texts = Texts.all.address
        notice = returned.map { NoticeView($0, of: .cancel, language: language) }
        back = PageAddress.address(token: token).path(language)
        backLabel = texts.title[language]
        about = texts.dataTitle[language]
        title = texts.eraseTitle[language]
        points = [texts.erasePlaces, texts.eraseAll, texts.eraseLists, texts.eraseForGood].map { $0[language] }
        form = StepForm(
            action: PageAddress.erase(token: token).path(language), formToken: formToken, name: nil, places: nil,
            submit: texts.eraseSubmit[language], keep: texts.eraseKeep[language])
    }
}
