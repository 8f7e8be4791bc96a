import Foundation
import Presentation
import Registration
import RegistrationStore

/// The form by which staff sign somebody up.
struct DeskSignUpView: Sendable {
    let notice: NoticeView?
    let action = PeopleAddress.signUp(session: nil, person: nil).path
    let formToken: String
    let requestKey: String
    /// Somebody known, who is not asked how to be reached.
    let person: KnownPerson?
    let alike: [KnownPerson]
    let hasAlike: Bool
    let sessions: [SignUpStepView.Option]
    let name: String
    let email: String
    let telephone: String
    let places: [SignUpStepView.Option]
    let languages: [SignUpStepView.Option]
    let needs: [SignUpFormView.NeedChoice]
    let needsNote: String
    let areNeedsOpen: Bool
    let consent: String
    let isConsentGiven: Bool
    let note: String
    let errors: Errors

    /// What is wrong with each field.
    struct Errors: Sendable {
        let session: String?
        let name: String?
        let email: String?
        let telephone: String?
        let places: String?
        let needs: String?
        let needsConsent: String?
        let note: String?

        init(_ message: (DeskSignUp.Field) -> String?) {
            (session, name, email, telephone) = (
                message(.session), message(.name), message(.email), message(.telephone)
            )
            (places, needs, needsConsent) = (message(.places), message(.needs), message(.needsConsent))
            note = message(.note)
        }
    }

    struct KnownPerson: Sendable {
        let id: Int64
        let name: String
        let about: String
        let path: String
    }

    init(
        _ form: DeskSignUp.Form, person: Person?, sessions: [SessionCount], edition: Edition?,
        problems: [DeskSignUp.Field: FieldProblem], alike: [FoundPerson], refusal: DeskSignUp.Refusal?,
        _ visit: StaffVisit
    ) {
        let language = visit.language
        let phrases = PeoplePhrases(language)
        formToken = visit.formToken
        requestKey = form.requestKey
        self.person = person.map {
            KnownPerson(
                id: $0.id, name: $0.name, about: $0.email ?? Texts.all.people.noEmail[language],
                path: PeopleAddress.person($0.id).path)
        }
        self.alike = alike.map {
            let holdings = phrases.holdings(confirmed: $0.confirmed, waiting: $0.waiting, cancelled: $0.cancelled)
            return KnownPerson(
                id: $0.id, name: $0.name,
                about: [$0.email ?? Texts.all.people.noEmail[language], $0.telephone?.spaced, holdings]
                    .compactMap(\.self).joined(separator: " · "),
                path: PeopleAddress.person($0.id).path)
        }
        hasAlike = !alike.isEmpty
        self.sessions = SessionOptions(sessions, language, in: edition?.timeZone ?? .gmt).open(chosen: form.session)
        (name, email, telephone, note) = (form.name, form.email, form.telephone, form.note)
        places = SignUp.placesAllowed.map {
            SignUpStepView.Option(
                value: String($0), label: SignUpPhrases(language).places($0), isChosen: String($0) == form.places)
        }
        languages = Language.allCases.map {
            SignUpStepView.Option(
                value: $0.rawValue, label: $0.ownName, isChosen: $0.rawValue == form.language)
        }
        needs = Needs.Kind.allCases.map {
            SignUpFormView.NeedChoice(
                code: $0.rawValue, label: $0.label.typeset[language], isChosen: form.needs.contains($0.rawValue))
        }
        needsNote = form.needsNote
        areNeedsOpen = !form.needs.isEmpty || !form.needsNote.isEmpty
        consent =
            edition.map {
                NeedsPhrases(language).consent(until: Moments(language, in: $0.timeZone).day($0.needsDeletionDay))
            } ?? ""
        isConsentGiven = form.consentsToNeeds
        errors = Errors { field in problems[field]?.deskMessage(for: field, in: language) }
        notice = Self.notice(problems, refusal, language)
    }

    private static func notice(
        _ problems: [DeskSignUp.Field: FieldProblem], _ refusal: DeskSignUp.Refusal?, _ language: Language
    ) -> NoticeView? {
        if let refusal {
            let body = AssistPhrases(language).refusal(refusal.rawValue)
            return NoticeView(Texts.all.assist.refusedTitle[language], body, kind: "bad")
        }
        guard !problems.isEmpty else { return nil }
        let fields = DeskSignUp.Field.allCases.filter { problems[$0] != nil }
        return NoticeView(
            kind: "bad", title: SignUpPhrases(language).problems(fields.count), body: nil,
            errors: fields.map {
                .init(field: $0.anchor, message: problems[$0]?.deskMessage(for: $0, in: language) ?? "")
            })
    }
}

extension DeskSignUp.Field {
    /// The element that an error leads to.
    fileprivate var anchor: String {
        switch self {
        case .needs: "needs-note"
        case .needsConsent: "needs-consent"
        case .requestKey: "name"
        default: rawValue
        }
    }
}

extension FieldProblem {
    fileprivate func deskMessage(for field: DeskSignUp.Field, in language: Language) -> String {
        switch field {
        case .name: message(for: .name, in: language)
        case .needs: message(for: .needs, in: language)
        case .needsConsent: message(for: .needsConsent, in: language)
        case .requestKey: message(for: .requestKey, in: language)
        default: staffMessage(in: language)
        }
    }
}
