import Presentation
import Registration
import RegistrationStore

/// Why the form that exchanges places comes back.
enum SwitchReturn: Sendable {
    case full
    case closed
    case form(FormReturn)
}

extension Pages {
    /// The step that exchanges a ticket's places for some in another session.
    func switching(
        _ ticket: HeldTicket, to wanted: Session, token: String, formToken: String, places: Int?,
        because returned: SwitchReturn?, _ language: Language
    ) -> String {
        let view = TicketStepView(
            switching: ticket, to: wanted, token: token, formToken: formToken, places: places, because: returned,
            language: language)
        return page(
            .ticketStep, language, title: view.title, description: view.points.first ?? "",
            at: .ticketSwitch(token: token, slug: wanted.slug), isIndexed: false, view)
    }
}

extension TicketStepView {
    init(
        switching ticket: HeldTicket, to wanted: Session, token: String, formToken: String, places: Int?,
        because returned: SwitchReturn?, language: Language
    ) {
        let moments = Moments(language, in: ticket.edition.timeZone)
        let (texts, outcome) = (Texts.all.change, Texts.all.outcome)
        notice = returned.map { NoticeView($0, language: language) }
        back = PageAddress.ticket(token: token).path(language)
        backLabel = Texts.all.ticket.backToTicket[language]
        about = ticket.session.line(moments)
        title = texts.switchTitle[language]
        points = [wanted.line(moments), outcome.switchBody[language]]
        form = StepForm(
            action: PageAddress.ticketSwitch(token: token, slug: wanted.slug).path(language), formToken: formToken,
            name: nil,
            places: PlacesField(
                SignUp.placesAllowed, chosen: places ?? ticket.places, label: Texts.all.form.places, language),
            submit: outcome.switchSubmit[language], keep: texts.keepAll[language])
    }
}

extension Session {
    /// What, when and where, in a line.
    func line(_ moments: Moments) -> String {
        title.typeset[moments.language] + ", " + moments.times(startsAt, endsAt) + ", "
            + venue.nameAndDistrict(in: moments.language)
    }
}

extension NoticeView {
    fileprivate init(_ returned: SwitchReturn, language: Language) {
        let texts = Texts.all.outcome
        switch returned {
        case .full:
            self.init(kind: "info", title: texts.notSwitchedTitle[language], body: texts.notSwitchedBody[language])
        case .closed:
            self.init(kind: "info", title: texts.closedTitle[language], body: texts.switchClosed[language])
        case .form(let reason): self.init(reason, language: language)
        }
    }
}
