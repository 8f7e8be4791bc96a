internal import Hummingbird
import Presentation
import Registration
import RegistrationStore

/// What a person's page says first, after something was done there.
enum PersonNotice: Hashable, Sendable {
    case confirmed
    case waiting
    case already
    case cancelled(Reference)
    case restored
    case places
    case moved
    /// At the head of the waiting list.
    case first(Reference)
    case putBack
    case contact
    /// Not done, by the code of an outcome.
    case refused(String)

    private var word: String {
        switch self {
        case .confirmed: "confirmed"
        case .waiting: "waiting"
        case .already: "already"
        case .cancelled: "cancelled"
        case .restored: "restored"
        case .places: "places"
        case .moved: "moved"
        case .first: "first"
        case .putBack: "put-back"
        case .contact: "contact"
        case .refused(let code): code
        }
    }

    /// Leads to the person's page, which says it.
    func lead(to person: Int64) -> Response {
        let path = PeopleAddress.person(person).path
        switch self {
        case .cancelled(let reference), .first(let reference):
            return .seeOther("\(path)?done=\(word)&sign-up=\(reference)")
        case .refused: return .seeOther("\(path)?refused=\(word)")
        default: return .seeOther("\(path)?done=\(word)")
        }
    }

    /// What the address says; nothing that is not so any more.
    init?(_ parameters: Parameters, _ person: Person) {
        if let code = parameters.get("refused") {
            guard AssistPhrases(.english).refusal(code) != nil else { return nil }
            self = .refused(code)
            return
        }
        let reference = parameters.get("sign-up").flatMap { Reference($0) }
        let signUp = person.signUps.first { $0.id == reference?.signUp }
        switch parameters.get("done") {
        case "confirmed": self = .confirmed
        case "waiting": self = .waiting
        case "already": self = .already
        case "restored": self = .restored
        case "places": self = .places
        case "moved": self = .moved
        case "put-back": self = .putBack
        case "contact": self = .contact
        case "cancelled":
            guard let signUp, signUp.status == .cancelled else { return nil }
            self = .cancelled(signUp.reference)
        case "first":
            guard let signUp, signUp.status == .waiting, signUp.movedUpAt != nil else { return nil }
            self = .first(signUp.reference)
        default: return nil
        }
    }

    /// The same as words, with what undoes it.
    func view(_ person: Int64, _ language: Language) -> View {
        let texts = Texts.all.assist
        switch self {
        case .confirmed: return View(texts.doneConfirmed, language)
        case .waiting: return View(texts.doneWaiting, language)
        case .already: return View(texts.alreadyTitle, language, body: texts.already[language])
        case .cancelled(let reference):
            return View(
                texts.doneCancelled, language, body: texts.cancelledHint[language],
                undo: .step(person, reference, .restore), Texts.all.person.restore)
        case .restored: return View(texts.doneRestored, language)
        case .places: return View(texts.donePlaces, language)
        case .moved: return View(texts.doneMoved, language)
        case .first(let reference):
            return View(
                texts.doneFirst, language, body: texts.firstHint[language],
                undo: .step(person, reference, .putBack), Texts.all.person.putBack)
        case .putBack: return View(texts.donePutBack, language)
        case .contact: return View(texts.doneContact, language)
        case .refused(let code):
            return View(texts.refusedTitle, language, body: AssistPhrases(language).refusal(code), kind: "bad")
        }
    }

    struct View: Sendable {
        let kind: String
        let title: String
        let body: String?
        let undo: String?
        let undoLabel: String

        init(
            _ title: Localized, _ language: Language, body: String? = nil, undo: PeopleAddress? = nil,
            _ undoLabel: Localized = Texts.all.person.restore, kind: String = "info"
        ) {
            self.kind = kind
            self.title = title[language]
            self.body = body
            self.undo = undo?.path
            self.undoLabel = undoLabel[language]
        }
    }
}
