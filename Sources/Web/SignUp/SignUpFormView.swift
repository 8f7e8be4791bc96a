import Presentation
import Registration

/// The form by which one signs up, empty or as it was sent.
struct SignUpFormView: Sendable {
    let action: String
    let requestKey: String
    let formToken: String
    let name: String
    let nameError: String?
    let email: String
    let emailError: String?
    let placesError: String?
    let choices: [Choice]
    /// Folded away unless there is something in them.
    let areNeedsOpen: Bool
    let needs: [NeedChoice]
    let needsNote: String
    let needsError: String?
    let consent: String
    let isConsentGiven: Bool
    let consentError: String?
    let privacy: String
    let submit: String

    struct NeedChoice: Sendable {
        let code: String
        let label: String
        let isChosen: Bool
    }

    struct Choice: Sendable {
        let value: Int
        let label: String
        let isChosen: Bool
    }

    /// - Parameters:
    ///   - form: What stands in the fields, and the request key.
    ///   - token: What protects the form.
    ///   - invalid: What is wrong with a form that comes back.
    ///   - joinsWaitingList: What the button says, as far as the counters know.
    init(
        _ form: SignUp.Form, at address: PageAddress, edition: Edition, token: String,
        invalid: SignUp.Invalid? = nil, joinsWaitingList: Bool = false, language: Language
    ) {
        let texts = Texts.all.form
        let chosen = Int(form.places) ?? SignUp.placesAllowed.lowerBound
        let error = { (field: SignUp.Field) in invalid?[field]?.message(for: field, in: language) }
        action = address.path(language)
        requestKey = form.requestKey
        formToken = token
        (name, nameError) = (form.name, error(.name))
        (email, emailError) = (form.email, error(.email))
        placesError = error(.places)
        choices = SignUp.placesAllowed.map {
            Choice(value: $0, label: SignUpPhrases(language).places($0), isChosen: $0 == chosen)
        }
        needs = Needs.Kind.allCases.map {
            NeedChoice(
                code: $0.rawValue, label: $0.label.typeset[language], isChosen: form.needs.contains($0.rawValue))
        }
        // What is no code was typed: it comes back where one can type.
        needsNote = (form.needs.filter { Needs.Kind(rawValue: $0) == nil } + [form.needsNote])
            .filter { !$0.isEmpty }.joined(separator: " ")
        needsError = error(.needs)
        areNeedsOpen = !form.needs.isEmpty || !form.needsNote.isEmpty || form.consentsToNeeds
        let forgotten = Moments(language, in: edition.timeZone).day(edition.needsDeletionDay)
        consent = NeedsPhrases(language).consent(until: forgotten)
        (isConsentGiven, consentError) = (form.consentsToNeeds, error(.needsConsent))
        privacy = PageAddress.privacy.path(language)
        submit = (joinsWaitingList ? texts.submitWaiting : texts.submit)[language]
    }
}

/// A form that comes back, with the reason above it.
struct SignUpPageView: Sendable {
    let notice: NoticeView
    let sessionPath: String
    let signUpTitle: String
    let theme: String
    let title: String
    let when: String
    let place: String
    let form: SignUpFormView

    init(_ session: Session, edition: Edition, notice: NoticeView, form: SignUpFormView, language: Language) {
        let moments = Moments(language, in: edition.timeZone)
        self.notice = notice
        self.form = form
        sessionPath = PageAddress.session(slug: session.slug).path(language)
        signUpTitle = Texts.all.session.signUp[language]
        theme = session.theme.rawValue
        title = session.title.typeset[language]
        when =
            SessionView.capitalized(moments.day(session.startsAt)) + ", "
            + moments.times(session.startsAt, session.endsAt)
        place = session.venue.nameAndDistrict(in: language)
    }
}

/// Why a form comes back. It takes the focus.
struct NoticeView: Sendable {
    let kind: String
    let title: String
    let body: String?
    let hasErrors: Bool
    let errors: [FieldError]

    struct FieldError: Sendable {
        let field: String
        let message: String
    }

    init(_ reason: FormReturn, language: Language) {
        let texts = Texts.all.notice
        let phrases = SignUpPhrases(language)
        var errors: [FieldError] = []
        switch reason {
        case .invalid(let invalid):
            errors = invalid.problems.map { field, problem in
                FieldError(
                    field: field.anchor, message: problem.message(for: field, in: language))
            }
            (kind, title, body) = ("bad", phrases.problems(errors.count), nil)
        case .trapped:
            (kind, title, body) = ("info", texts.trappedTitle[language], texts.trapped[language])
        case .expired:
            (kind, title, body) = ("info", texts.expiredTitle[language], texts.expired[language])
        case .cookieless:
            (kind, title, body) = ("info", texts.cookielessTitle[language], texts.cookieless[language])
        case .keyReused:
            (kind, title, body) = ("info", texts.usedTitle[language], texts.used[language])
        case .busy:
            (kind, title, body) = ("info", texts.busyTitle[language], texts.busy[language])
        case .tooMany(let seconds):
            (kind, title, body) = ("info", texts.tooManyTitle[language], phrases.tooMany(afterSeconds: seconds))
        }
        self.errors = errors
        hasErrors = !errors.isEmpty
    }
}

extension SignUp.Field {
    /// The element that an error leads to.
    fileprivate var anchor: String {
        switch self {
        case .needs, .needsNote: "needs-note"
        case .needsConsent: "needs-consent"
        case .email, .places: rawValue
        // The key and the language have no field of their own to lead to.
        case .name, .session, .language, .requestKey: "name"
        }
    }
}
