import Presentation
import Registration

/// One change to somebody's sign-up: what it does, and the form that does it.
struct SignUpStepView: Sendable {
    let action: String
    let formToken: String
    let back: String
    let about: String
    let title: String
    let points: [String]
    let select: Select?
    let note: NoteField?
    let submit: String

    struct Select: Sendable {
        let name: String
        let label: String
        let error: String?
        let options: [Option]
    }

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct NoteField: Sendable {
        let text: String
        let hint: String
        let error: String?
    }

    init(
        _ step: SignUpStep, _ signUp: PersonSignUp, of person: Person, sessions: [SessionCount], typed: SignUpStepForm,
        _ visit: StaffVisit
    ) {
        let language = visit.language
        let texts = Texts.all.assist
        let moments = Moments(language, in: person.timeZone)
        action = PeopleAddress.step(person.id, signUp.reference, step).path
        formToken = visit.formToken
        back = PeopleAddress.person(person.id).path
        about = "\(signUp.name) – \(signUp.session.title.typeset[language]), \(moments.moment(signUp.session.startsAt))"
        let problem = typed.problem?.staffMessage(in: language)
        var (select, note): (Select?, NoteField?)
        let (title, points, submit): (Localized, [Localized], Localized)
        switch step {
        case .places:
            (title, points, submit) = (texts.placesTitle, [texts.placesBody], texts.placesSubmit)
            select = Select(
                name: "places", label: texts.places[language], error: problem,
                options: SignUp.placesAllowed.map {
                    Option(
                        value: String($0), label: SignUpPhrases(language).places($0),
                        isChosen: String($0) == typed.places || typed.places.isEmpty && $0 == signUp.places)
                })
        case .move:
            (title, points, submit) = (texts.moveTitle, [texts.moveBody], texts.moveSubmit)
            let others = sessions.filter { $0.slug != signUp.session.slug }
            select = Select(
                name: "session", label: texts.session[language], error: problem,
                options: SessionOptions(others, language, in: person.timeZone).open(chosen: typed.session))
        case .moveUp:
            (title, submit) = (texts.moveUpTitle, texts.moveUpSubmit)
            points = [texts.moveUpBody, texts.moveUpRecord]
            let none = Option(value: "", label: "–", isChosen: typed.reason.isEmpty)
            select = Select(
                name: "reason", label: texts.reason[language],
                error: typed.lacksReason ? texts.reasonMissing[language] : nil,
                options: [none]
                    + MoveUpReason.allCases.map {
                        Option(value: $0.rawValue, label: $0.name[language], isChosen: $0.rawValue == typed.reason)
                    })
            note = NoteField(text: typed.note, hint: Texts.all.person.noteHint[language], error: problem)
        case .cancel, .restore, .putBack:
            let fate = signUp.status == .waiting ? texts.cancelRank : texts.cancelPlaces
            (title, points, submit) = (
                texts.cancelTitle, [fate, texts.cancelMail, texts.cancelledHint], texts.cancelSubmit
            )
        }
        self.title = title[language]
        self.points = points.map { $0[language] }
        self.submit = submit[language]
        (self.select, self.note) = (select, note)
    }
}
