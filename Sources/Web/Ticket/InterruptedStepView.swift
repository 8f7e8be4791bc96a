import Foundation
import Presentation
import Registration

extension TicketStepView {
    /// A step whose ticket nobody can be asked for just now: what was typed, and the button that sends it again. It says
    /// nothing of the ticket, since its secret has not been looked at.
    init(interrupted step: TicketStep, token: String, formToken: String, typed: String?, language: Language) {
        let texts = Texts.all.change
        notice = NoticeView(.busy, language: language)
        (back, backLabel) = (PageAddress.ticket(token: token).path(language), Texts.all.ticket.backToTicket[language])
        about = nil
        var (name, places): (NameField?, PlacesField?)
        let (title, submit, keep): (Localized, Localized, Localized)
        switch step {
        case .cancel:
            (title, submit, keep) = (texts.cancelTitle, texts.cancelSubmit, texts.keep)
            points = [texts.noWayBack[language]]
        case .places:
            (title, submit, keep) = (texts.fewerTitle, texts.fewerSubmit, texts.keepAll)
            points = []
            places = PlacesField(
                SignUp.placesAllowed.dropLast(), chosen: typed.flatMap { Int($0) }, label: texts.fewerField, language)
        case .name:
            (title, submit, keep) = (texts.nameTitle, texts.nameSubmit, texts.keepAll)
            points = [texts.nameBody[language]]
            name = NameField(text: typed ?? "", error: nil)
        }
        self.title = title[language]
        form = StepForm(
            action: PageAddress.ticketStep(token: token, step).path(language), formToken: formToken, name: name,
            places: places, submit: submit[language], keep: keep[language])
    }

    /// The same for exchanging places.
    init(
        interruptedSwitchTo wanted: Session, token: String, formToken: String, places: Int?, timeZone: TimeZone,
        language: Language
    ) {
        let moments = Moments(language, in: timeZone)
        let (texts, outcome) = (Texts.all.change, Texts.all.outcome)
        notice = NoticeView(.busy, language: language)
        (back, backLabel) = (PageAddress.ticket(token: token).path(language), Texts.all.ticket.backToTicket[language])
        about = nil
        title = texts.switchTitle[language]
        points = [wanted.line(moments), outcome.switchBody[language]]
        form = StepForm(
            action: PageAddress.ticketSwitch(token: token, slug: wanted.slug).path(language), formToken: formToken,
            name: nil,
            places: PlacesField(SignUp.placesAllowed, chosen: places, label: Texts.all.form.places, language),
            submit: outcome.switchSubmit[language], keep: texts.keepAll[language])
    }
}

extension Pages {
    /// A step of a ticket that nobody could be asked for.
    func interrupted(
        _ step: TicketStep, token: String, formToken: String, typed: String?, _ language: Language
    ) -> String {
        self.step(
            TicketStepView(interrupted: step, token: token, formToken: formToken, typed: typed, language: language),
            at: .ticketStep(token: token, step), language)
    }

    func interrupted(
        switchTo wanted: Session, token: String, formToken: String, places: Int?, timeZone: TimeZone,
        _ language: Language
    ) -> String {
        step(
            TicketStepView(
                interruptedSwitchTo: wanted, token: token, formToken: formToken, places: places, timeZone: timeZone,
                language: language),
            at: .ticketSwitch(token: token, slug: wanted.slug), language)
    }
}
