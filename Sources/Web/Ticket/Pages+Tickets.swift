import Foundation
import Presentation
import Registration
import RegistrationStore

extension Pages {
    func ticket(
        _ ticket: HeldTicket, token: String, key: TicketKey, result: TicketResult?, around: ProgrammeState,
        _ language: Language, now: Date
    ) throws -> String {
        let view = TicketView(
            ticket, token: token, code: try code(of: ticket, key: key, language), result: result,
            around: around, language: language, now: now)
        return page(
            .ticket, language, title: view.title, description: view.lead, at: .ticket(token: token), isIndexed: false,
            notices: around.programme.notices(
                at: now, venue: ticket.session.venue.slug, session: ticket.session.slug), view)
    }

    func doorTicket(
        _ ticket: HeldTicket, token: String, key: TicketKey, _ language: Language, now: Date
    ) throws -> String {
        let view = DoorTicketView(
            ticket, code: try code(of: ticket, key: key, language), language: language, now: now)
        return page(
            .doorTicket, language, title: Texts.all.ticket.doorTitle[language], description: view.state,
            at: .ticket(token: token), isIndexed: false, view)
    }

    /// The address that the code at the door holds, which opens nothing but the door.
    private func code(of ticket: HeldTicket, key: TicketKey, _ language: Language) throws -> String {
        let address = PageAddress.ticket(token: ticket.token(.door, key: key))
        return try QRCode(publicURL + address.path(language)).svg(title: Texts.all.ticket.code[language])
    }

    /// A step of a ticket, or the form again with the reason above it.
    func step(
        _ step: TicketStep, of ticket: HeldTicket, token: String, formToken: String, typed: String? = nil,
        because returned: StepReturn? = nil, _ language: Language, now: Date
    ) -> String {
        let view = TicketStepView(
            step, of: ticket, token: token, formToken: formToken, typed: typed, because: returned, language: language,
            now: now)
        return self.step(view, at: .ticketStep(token: token, step), language)
    }

    func erasing(
        token: String, formToken: String, because returned: StepReturn? = nil, _ language: Language
    ) -> String {
        let view = TicketStepView(erasing: token, formToken: formToken, because: returned, language: language)
        return step(view, at: .erase(token: token), language)
    }

    func step(_ view: TicketStepView, at address: PageAddress, _ language: Language) -> String {
        let prefix = view.notice?.hasErrors == true ? Texts.all.form.error[language] : ""
        return page(
            .ticketStep, language, title: prefix + view.title, description: view.points.first ?? "", at: address,
            isIndexed: false, view)
    }

    func unknownTicket(_ language: Language) -> String {
        let texts = Texts.all.ticket
        return message(
            MessageView(texts.unknownTitle, texts.unknownBody, to: (.lostTicket, texts.mailAgain), language),
            at: .lostTicket, language)
    }

    /// The form that has a letter written, empty or with the reason why it comes back.
    func letterForm(
        _ letter: LetterOnRequest, formToken: String, email: String = "", because reason: FormReturn? = nil,
        _ language: Language
    ) -> String {
        let view = LetterFormView(letter, formToken: formToken, email: email, because: reason, language: language)
        let prefix = view.error == nil ? "" : Texts.all.form.error[language]
        return page(
            .letterForm, language, title: prefix + view.title, description: view.lead, at: letter.address,
            isIndexed: false, view)
    }

    /// The same whether the address is known or not.
    func letterSent(_ letter: LetterOnRequest, _ language: Language) -> String {
        let texts = Texts.all.letter
        let body = letter == .tickets ? texts.ticketsSent : texts.linkSent
        return message(
            MessageView(texts.sentTitle, body, points: [texts.sentLate, texts.sentSecret], language),
            at: letter.address, language)
    }

    func address(
        _ tickets: [HeldTicket], link: AddressLink, token: String, key: TicketKey, timeZone: TimeZone,
        _ language: Language, now: Date
    ) -> String {
        let view = AddressView(
            tickets, link: link, token: token, key: key, timeZone: timeZone, language: language, now: now)
        return page(
            .address, language, title: Texts.all.address.title[language], description: view.until,
            at: .address(token: token), isIndexed: false, view)
    }

    func expiredLink(_ language: Language) -> String {
        let texts = Texts.all.address
        return message(
            MessageView(texts.expiredTitle, texts.expiredBody, to: (.mySignUps, texts.another), language),
            at: .mySignUps, language)
    }

    func nothingKept(_ language: Language) -> String {
        let texts = Texts.all.address
        return message(MessageView(texts.nothingTitle, texts.nothingBody, language), at: .mySignUps, language)
    }

    func farewell(_ language: Language) -> String {
        let texts = Texts.all.address
        return message(MessageView(texts.farewellTitle, texts.farewellBody, language), at: .farewell, language)
    }

    private func message(_ view: MessageView, at address: PageAddress, _ language: Language) -> String {
        page(.message, language, title: view.title, description: view.body, at: address, isIndexed: false, view)
    }
}
