import Foundation
import Presentation
import Registration

/// One change to a sign-up: what it does, and the form that does it.
struct TicketStepView: Sendable {
    let notice: NoticeView?
    let back: String
    let backLabel: String
    /// The session that it is about, where that is known.
    let about: String?
    let title: String
    let points: [String]
    let form: StepForm?

    struct StepForm: Sendable {
        let action: String
        let formToken: String
        let name: NameField?
        let places: PlacesField?
        let submit: String
        let keep: String
    }

    struct NameField: Sendable {
        let text: String
        let error: String?
    }

    struct PlacesField: Sendable {
        let choices: [SignUpFormView.Choice]
        let error: String?
        let label: String

        init(
            _ allowed: some Sequence<Int>, chosen: Int?, error: String? = nil, label: Localized, _ language: Language
        ) {
            choices = allowed.map {
                SignUpFormView.Choice(value: $0, label: SignUpPhrases(language).places($0), isChosen: $0 == chosen)
            }
            self.error = error
            self.label = label[language]
        }
    }

    /// - Parameters:
    ///   - typed: What stands in the step's field.
    ///   - returned: Why the form comes back.
    init(
        _ step: TicketStep, of ticket: HeldTicket, token: String, formToken: String, typed: String? = nil,
        because returned: StepReturn? = nil, language: Language, now: Date
    ) {
        let moments = Moments(language, in: ticket.edition.timeZone)
        let texts = Texts.all.change
        let isClosed = now >= ticket.session.signUpsCloseAt
        let isWaiting = ticket.status == .waiting
        let error = returned?.fieldError(language)
        notice = returned.map { NoticeView($0, of: step, language: language) }
        back = PageAddress.ticket(token: token).path(language)
        backLabel = Texts.all.ticket.backToTicket[language]
        about = ticket.session.title.typeset[language] + ", " + moments.moment(ticket.session.startsAt)
        var (name, places): (NameField?, PlacesField?)
        let (title, points, submit, keep): (Localized, [String], Localized, Localized)
        switch step {
        case .cancel:
            title = isWaiting ? texts.leaveTitle : texts.cancelTitle
            let fate =
                isWaiting
                ? texts.loseRank[language]
                : isClosed ? texts.atTheDoor[language] : TicketPhrases(language).letGo(ticket.places)
            points = [fate, texts.noWayBack[language]] + (isClosed ? [] : [texts.signUpAgain[language]])
            (submit, keep) = (isWaiting ? texts.leaveSubmit : texts.cancelSubmit, texts.keep)
        case .places:
            title = texts.fewerTitle
            points =
                ticket.places == 1
                ? [texts.fewerOne[language]]
                : [(isWaiting ? texts.fewerWaiting : isClosed ? texts.atTheDoor : texts.fewerBody)[language]]
            (submit, keep) = (texts.fewerSubmit, texts.keepAll)
            places = PlacesField(
                1..<max(2, ticket.places), chosen: typed.flatMap { Int($0) } ?? ticket.places - 1, error: error,
                label: texts.fewerField, language)
        case .name:
            title = texts.nameTitle
            points = [texts.nameBody[language]]
            (submit, keep) = (texts.nameSubmit, texts.keepAll)
            name = NameField(text: typed ?? ticket.name, error: error)
        }
        self.title = title[language]
        self.points = points
        form =
            step == .places && ticket.places == 1
            ? nil
            : StepForm(
                action: PageAddress.ticketStep(token: token, step).path(language), formToken: formToken, name: name,
                places: places, submit: submit[language], keep: keep[language])
    }
}

/// The reasons for which a step's form comes back, with what was typed.
enum StepReturn: Sendable {
    /// What is wrong with the name.
    case name(FieldProblem)
    case notFewer
    /// More people were let in by the ticket already.
    case inside
    /// What every form may come back for.
    case form(FormReturn)

    fileprivate func fieldError(_ language: Language) -> String? {
        switch self {
        case .name(let problem): problem.message(for: .name, in: language)
        case .notFewer: Texts.all.change.notFewer[language]
        case .inside: Texts.all.change.inside[language]
        case .form: nil
        }
    }
}

extension NoticeView {
    init(_ returned: StepReturn, of step: TicketStep, language: Language) {
        switch returned {
        case .name, .notFewer, .inside:
            self.init(
                kind: "bad", title: SignUpPhrases(language).problems(1), body: nil,
                errors: [FieldError(field: step.rawValue, message: returned.fieldError(language) ?? "")])
        case .form(let reason): self.init(reason, language: language)
        }
    }
}
