import Foundation
import Presentation
import Registration
import RegistrationStore

/// What became of a sign-up: what one has, or why not.
struct OutcomeView: Sendable {
    let kind: String
    let isGood: Bool
    let isWaiting: Bool
    let isMail: Bool
    let isRefused: Bool
    let title: String
    /// Not `body`, which a notice without one would take for its own.
    let lead: String
    let detail: String?
    let position: String?
    let reference: String?
    let places: String?
    let email: String?
    let mail: String?
    let session: String
    let sessionPath: String
    let day: String
    let times: String
    let place: String
    let rule: RuleView?
    let correction: CorrectionView?
    let switchOffer: SwitchOfferView?
    let hasAlternatives: Bool
    let alternatives: [SessionView.Alternative]
    /// Where to have the ticket mailed again, for those who already hold one.
    let lostTicket: String?
    let programme: String
    let next: String

    /// - Parameters:
    ///   - email: Shown for those whom we write to.
    ///   - correction: For an hour after signing up, in the browser that did.
    ///   - around: What else is on, for those who have no place.
    init(
        _ result: SignUpResult, session: Session, edition: Edition, email: String, correction: CorrectionView? = nil,
        switchOffer: SwitchOfferView? = nil, around: ProgrammeState, language: Language, now: Date
    ) {
        let moments = Moments(language, in: edition.timeZone)
        let phrases = SignUpPhrases(language)
        let message = Message(result, session: session, moments: moments)
        kind = message.kind.rawValue
        isGood = message.kind == .good
        isWaiting = message.kind == .waiting
        isMail = message.kind == .mail
        isRefused = message.kind == .refused
        title = message.title
        lead = message.body
        detail = message.detail
        mail = message.mail
        position = message.position.map(phrases.position)
        reference = message.reference?.description
        places = message.places.map(language.number)
        self.email = message.writesMail ? email : nil
        self.session = session.title.typeset[language]
        sessionPath = PageAddress.session(slug: session.slug).path(language)
        day = SessionView.capitalized(moments.day(session.startsAt))
        times = moments.times(session.startsAt, session.endsAt)
        place = session.venue.nameAndDistrict(in: language)
        rule = message.kind == .waiting ? RuleView(session, moments: moments, isOpen: true) : nil
        self.correction = correction
        self.switchOffer = switchOffer
        alternatives = around.offers(after: result, of: session, moments: moments, now: now)
        hasAlternatives = !alternatives.isEmpty
        lostTicket = if case .alreadySignedUp = result { PageAddress.lostTicket.path(language) } else { nil }
        programme = PageAddress.programme.path(language)
        next = (message.kind == .refused ? Texts.all.outcome.another : Texts.all.site.backToProgramme)[language]
    }
}

/// What a person may be told of an outcome.
enum SignUpResult: Hashable, Sendable {
    case confirmed(SignUp.Held)
    case waiting(SignUp.Held, position: Int)
    /// The cookie proves that the person asking signed up before, and has places or a position on the waiting list.
    case alreadySignedUp(SignUp.Held, position: Int?)
    /// The address holds this session or an overlapping one, and who asks has proved nothing: one page for both.
    case writtenTo
    /// The cookie proves who asks.
    case clash
    case full(wanted: Int)
    /// The places at an overlapping time were let go for these.
    case switched(SignUp.Held)
    /// There are no places to switch to; what was held is still held.
    case notSwitched
    case closed
    /// The session is cancelled.
    case calledOff
    /// The session has ended.
    case over
    case notYetOpen(opensAt: Date)
    case corrected(SignUp.Held, position: Int?)
    /// The form stands below, as it was sent, and the reason above.
    case notCorrected(Reference)
    case tooLateToCorrect

    /// - Parameters:
    ///   - session: For its opening time, and whether it still takes place.
    ///   - places: How many were asked for.
    /// - Returns: `nil` for what is no outcome to show: an unknown session is not found, a used key gives the form back.
    init?(_ outcome: SignUp.Outcome, session: Session, places: Int) {
        switch outcome {
        case .confirmed(let held): self = .confirmed(held)
        case .waiting(let held, let position): self = .waiting(held, position: position)
        case .alreadySignedUp(let held?, let position): self = .alreadySignedUp(held, position: position)
        case .alreadySignedUp(nil, _): self = .writtenTo
        case .clash(let isOwn): self = isOwn ? .clash : .writtenTo
        case .full: self = .full(wanted: places)
        case .closed: self = .refusal(of: session)
        case .notYetOpen: self = .notYetOpen(opensAt: session.signUpsOpenAt)
        case .unknownSession, .keyReused: return nil
        }
    }
}

extension SignUpResult {
    /// Why a session takes nobody any more, as far as the programme in memory knows: the database tells no more than that.
    static func refusal(of session: Session, at now: Date = Date()) -> SignUpResult {
        if session.isCancelled { return .calledOff }
        return now < session.endsAt ? .closed : .over
    }

    /// Whether something else may be welcome.
    var lacksPlace: Bool {
        switch self {
        case .waiting, .full, .closed, .calledOff, .over, .notSwitched: true
        default: false
        }
    }

    /// - Returns: nil where there was nothing to switch from.
    init?(_ outcome: SwitchOutcome, session: Session) {
        switch outcome {
        case .switched(let held): self = .switched(held)
        case .alreadySignedUp(let held): self = .alreadySignedUp(held, position: nil)
        case .full: self = .notSwitched
        case .closed: self = .refusal(of: session)
        case .notYetOpen: self = .notYetOpen(opensAt: session.signUpsOpenAt)
        case .unproved: self = .writtenTo
        case .noClash, .notFound: return nil
        }
    }
}

extension OutcomeView {
    /// The words for a result.
    struct Message {
        enum Kind: String { case good, waiting, mail, refused }

        let kind: Kind
        let title: String
        let body: String
        var detail: String?
        var mail: String?
        var reference: Reference?
        var places: Int?
        var position: Int?
        var writesMail = false

        init(_ result: SignUpResult, session: Session, moments: Moments) {
            let language = moments.language
            let texts = Texts.all.outcome
            let phrases = SignUpPhrases(language)
            switch result {
            case .confirmed(let held):
                (kind, title, body) = (.good, phrases.youHave(held.places), texts.confirmedBody[language])
                (mail, writesMail) = (texts.ticketByMail[language], true)
                (reference, places) = (held.reference, held.places)
            case .waiting(let held, let position):
                (kind, title, body) = (.waiting, texts.waitingTitle[language], texts.waitingBody[language])
                (mail, writesMail) = (texts.waitingByMail[language], true)
                (reference, places, self.position) = (held.reference, held.places, position)
            case .alreadySignedUp(let held, nil):
                (kind, title, body) = (.good, phrases.alreadyHave(held.places), texts.alreadyBody[language])
                (reference, places) = (held.reference, held.places)
            case .alreadySignedUp(let held, let position?):
                (kind, title, body) = (.waiting, texts.alreadyWaitingTitle[language], texts.alreadyBody[language])
                (reference, places, self.position) = (held.reference, held.places, position)
            case .writtenTo:
                (kind, title, body) = (.mail, texts.neutralTitle[language], texts.neutralBody[language])
                writesMail = true
            case .clash:
                (kind, title, body) = (.refused, texts.clashTitle[language], texts.clashBody[language])
            case .full(2...):
                (kind, title, body) = (.refused, texts.tooFewTitle[language], texts.tooFewBody[language])
            case .full:
                (kind, title, body) = (.refused, texts.fullTitle[language], texts.fullBody[language])
            case .switched(let held):
                (kind, title, body) = (.good, phrases.youHave(held.places), texts.switchedBody[language])
                (mail, writesMail) = (texts.ticketByMail[language], true)
                (reference, places) = (held.reference, held.places)
            case .notSwitched:
                (kind, title, body) = (.refused, texts.notSwitchedTitle[language], texts.notSwitchedBody[language])
            case .closed:
                (kind, title, body) = (.refused, texts.closedTitle[language], texts.closedBody[language])
            case .calledOff:
                (kind, title, body) = (.refused, texts.calledOffTitle[language], texts.calledOffBody[language])
            case .over:
                (kind, title, body) = (.refused, texts.overTitle[language], texts.nothingRecorded[language])
            case .notYetOpen(let opensAt):
                (kind, title, body) = (.refused, texts.notYetOpenTitle[language], texts.nothingRecorded[language])
                detail = phrases.opens(moments.moment(opensAt))
            case .corrected(let held, let position):
                (kind, title, body) = (.mail, texts.correctedTitle[language], texts.correctedBody[language])
                (reference, places, self.position) = (held.reference, held.places, position)
                writesMail = true
            case .notCorrected(let reference):
                (kind, title, body) = (.refused, texts.notCorrectedTitle[language], texts.notCorrectedBody[language])
                self.reference = reference
            case .tooLateToCorrect:
                (kind, title, body) = (.refused, texts.tooLateTitle[language], texts.tooLateBody[language])
            }
        }
    }
}

/// The small form that corrects a mistyped address.
struct CorrectionView: Sendable {
    let action: String
    let formToken: String
    /// The sign-ups of a day, where the action does not name the one.
    let references: [String]
    let email: String
    let error: String?
    /// Unfolded once it comes back.
    let isOpen: Bool
    /// Why it comes back; stands above everything and takes the focus.
    let notice: NoticeView?

    init(
        at address: PageAddress, of references: [Reference] = [], token: String, email: String = "",
        because reason: FormReturn? = nil, language: Language
    ) {
        action = address.path(language)
        self.references = references.map(\.description)
        formToken = token
        self.email = email
        error =
            if case .invalid(let invalid) = reason { invalid[.email]?.message(for: .email, in: language) } else { nil }
        isOpen = reason != nil
        notice = reason.map { NoticeView($0, language: language) }
    }
}

extension ProgrammeState {
    /// For whom a place is lacking, sessions close to the one they wanted, with places for all of them.
    func offers(
        after result: SignUpResult, of session: Session, moments: Moments, now: Date
    ) -> [SessionView.Alternative] {
        guard result.lacksPlace else { return [] }
        let places = if case .full(let wanted) = result { wanted } else { 1 }
        return alternatives(to: session, places: places, at: now).map {
            SessionView.Alternative($0, tally(of: $0), moments: moments, now: now)
        }
    }
}
