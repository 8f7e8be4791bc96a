import Foundation
import Presentation
import Registration

/// A person's page.
struct PersonView: Sendable {
    let formToken: String
    let notice: PersonNotice.View?
    let name: String
    let email: String?
    let telephone: String?
    let telephoneLink: String?
    let canChange: Bool
    let contact: Contact
    let signUps: [SignUpRow]
    let signUpElsewhere: String
    let notes: [NoteRow]
    let noteAction: String
    let note: String
    let noteError: String?
    let letters: [LetterRow]
    let hasLetters: Bool
    let history: [HistoryRow]
    let hasHistory: Bool
    let search = PeopleAddress.search.path

    struct Contact: Sendable {
        let action: String
        let email: String
        let emailError: String?
        let telephone: String
        let telephoneError: String?
        let isOpen: Bool
    }

    struct NoteRow: Sendable {
        let text: String
        let written: String
        let about: String?
        let isDeleted: Bool
        let delete: String
        let restore: String
    }

    struct LetterRow: Sendable {
        let kind: String
        let message: String?
        let about: String?
        let written: String
        let state: String
        let isTrouble: Bool
    }

    struct HistoryRow: Sendable {
        let at: String
        let what: String
        let who: String
    }

    init(
        _ person: Person, _ visit: StaffVisit, notice: PersonNotice?, contact form: ContactForm?,
        note typed: (text: String, problem: FieldProblem)?
    ) {
        let language = visit.language
        let moments = Moments(language, in: person.timeZone)
        formToken = visit.formToken
        self.notice = notice?.view(person.id, language)
        name = person.name
        email = person.email
        telephone = person.telephone?.spaced
        telephoneLink = person.telephone?.text
        canChange = visit.may(.peopleChange)
        let taken = form?.isTaken == true ? Texts.all.person.emailTaken[language] : nil
        contact = Contact(
            action: PeopleAddress.contact(person.id).path, email: form?.email ?? person.email ?? "",
            emailError: form?.problems["email"]?.staffMessage(in: language) ?? taken,
            telephone: form?.telephone ?? person.telephone?.spaced ?? "",
            telephoneError: form?.problems["telephone"]?.staffMessage(in: language), isOpen: form != nil)
        signUps = person.signUps.map {
            SignUpRow($0, of: person, language, now: visit.now, canChange: visit.may(.peopleChange))
        }
        signUpElsewhere = PeopleAddress.signUp(session: nil, person: person.id).path
        notes = person.notes.map { note in
            NoteRow(
                text: note.text, written: moments.moment(note.writtenAt), about: note.about?.typeset[language],
                isDeleted: note.isDeleted, delete: PeopleAddress.deleteNote(person.id, note: note.id).path,
                restore: PeopleAddress.restoreNote(person.id, note: note.id).path)
        }
        noteAction = PeopleAddress.notes(person.id).path
        note = typed?.text ?? ""
        noteError = typed?.problem.staffMessage(in: language)
        letters = person.letters.map { letter in
            LetterRow(
                kind: LetterPhrases(language, in: person.timeZone).heading(letter.kind),
                message: visit.may(.peopleWriteTo) ? letter.message.map { PeopleAddress.message($0).path } : nil,
                about: letter.about?.typeset[language], written: moments.moment(letter.writtenAt),
                state: letter.state.name[language],
                isTrouble: [.refused, .failing, .givenUp].contains(letter.state))
        }
        hasLetters = !letters.isEmpty
        history = person.history.map { entry in
            HistoryRow(
                at: moments.moment(entry.at),
                what: PeopleAction(rawValue: entry.action)?.name[language] ?? entry.action, who: entry.who)
        }
        hasHistory = !history.isEmpty
    }
}

/// One sign-up on its person's page.
struct SignUpRow: Sendable {
    let session: String
    let sessionPath: String
    let when: String
    let place: String
    let standing: String
    let isLive: Bool
    let reference: String
    let made: String
    let remarks: [String]
    let ticket: String?
    let steps: [Step]
    let undo: Step?

    struct Step: Sendable {
        let path: String
        let label: String
    }

    init(_ signUp: PersonSignUp, of person: Person, _ language: Language, now: Date, canChange: Bool) {
        let moments = Moments(language, in: person.timeZone)
        let (texts, desk) = (Texts.all.person, AssistPhrases(language))
        let session = signUp.session
        self.session = session.title.typeset[language]
        sessionPath = PeopleAddress.session(session.slug).path
        when = LetterPhrases(language, in: person.timeZone).when(session.startsAt, session.endsAt)
        place = session.venue + ", " + session.room
        standing = PeoplePhrases(language).standing(signUp.status, places: signUp.places, position: signUp.position)
        isLive = signUp.status != .cancelled
        reference = "\(signUp.reference)"
        made = moments.moment(signUp.signedUpAt) + ", " + PeoplePhrases(language).route(signUp.route)
        let calledOff = session.isCalledOff ? desk.refusal("session_cancelled") : nil
        let passed = signUp.status == .waiting ? signUp.passedOverAt.map { desk.passedOver(moments.moment($0)) } : nil
        let movedUp = signUp.movedUpAt.flatMap { at in
            signUp.movedUpBecause.map { desk.movedUp(moments.moment(at), $0) }
        }
        remarks = [calledOff, passed, movedUp].compactMap(\.self)
        let isOver = session.endsAt <= now
        func step(_ step: SignUpStep, _ label: Localized) -> Step {
            Step(path: PeopleAddress.step(person.id, signUp.reference, step).path, label: label[language])
        }
        ticket =
            signUp.status == .confirmed && !isOver && !session.isCalledOff
            ? PeopleAddress.ticket(person.id, signUp.reference).path : nil
        var steps: [Step] = []
        if canChange, isLive, !isOver {
            if !session.isCalledOff { steps.append(step(.places, texts.places)) }
            steps.append(step(.move, texts.move))
            if signUp.status == .waiting, !session.isCalledOff { steps.append(step(.moveUp, texts.moveUp)) }
            if !session.isCalledOff { steps.append(step(.cancel, texts.cancel)) }
        }
        self.steps = steps
        undo =
            !canChange || isOver || session.isCalledOff
            ? nil
            : signUp.status == .cancelled
                ? step(.restore, texts.restore)
                : signUp.status == .waiting && signUp.movedUpAt != nil ? step(.putBack, texts.putBack) : nil
    }
}
