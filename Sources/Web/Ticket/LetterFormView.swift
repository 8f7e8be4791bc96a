import Presentation
import Registration
import RegistrationStore

/// The form that has a letter written to an address.
struct LetterFormView: Sendable {
    let notice: NoticeView?
    let title: String
    let lead: String
    let action: String
    let formToken: String
    let email: String
    let error: String?
    let submit: String

    init(
        _ letter: LetterOnRequest, formToken: String, email: String = "", because reason: FormReturn? = nil,
        language: Language
    ) {
        let texts = Texts.all.letter
        notice = reason.map { NoticeView($0, language: language) }
        (title, lead, submit) =
            switch letter {
            case .tickets: (texts.ticketsTitle[language], texts.ticketsBody[language], texts.ticketsSubmit[language])
            case .addressLink: (texts.linkTitle[language], texts.linkBody[language], texts.linkSubmit[language])
            }
        action = letter.address.path(language)
        self.formToken = formToken
        self.email = email
        error =
            if case .invalid(let invalid) = reason { invalid[.email]?.message(for: .email, in: language) } else { nil }
    }
}

extension LetterOnRequest {
    /// The page of its form.
    var address: PageAddress {
        switch self {
        case .tickets: .lostTicket
        case .addressLink: .mySignUps
        }
    }
}

/// A page that says one thing and leads on.
struct MessageView: Sendable {
    let title: String
    let body: String
    var points: [String] = []
    var action: Action?
    let programme: String

    struct Action: Sendable {
        let path: String
        let label: String
    }

    init(
        _ title: Localized, _ body: Localized, points: [Localized] = [], to action: (PageAddress, Localized)? = nil,
        _ language: Language
    ) {
        self.title = title[language]
        self.body = body[language]
        self.points = points.map { $0[language] }
        self.action = action.map { Action(path: $0.path(language), label: $1[language]) }
        programme = PageAddress.programme.path(language)
    }
}
