import Foundation
import Presentation
import Registration

/// One session: what, when, where, with whom, and the form.
struct SessionView: Sendable {
    let title: String
    let summary: String
    let kind: String
    let theme: String
    let startsAt: String
    let day: String
    let times: String
    let moved: String?
    let calendar: String
    let venue: String
    let venuePath: String
    let room: String
    let address: String
    let host: String
    let legalForm: String
    let spoken: String
    let hasSignLanguage: Bool
    let audience: String?
    let hasAccess: Bool
    let access: [String]
    let back: String
    let signUpTitle: String
    let availability: String
    let availabilityClass: String
    let message: String?
    let rule: RuleView?
    let form: SignUpFormView?
    let canBePutAside: Bool
    let dayChoices: String
    /// For the script that keeps the places current.
    let slug: String
    let hasAlternatives: Bool
    let alternatives: [Alternative]

    /// Another session, for those who can't have a place in this one.
    struct Alternative: Sendable {
        let title: String
        let path: String
        let slug: String
        let kind: String
        let theme: String
        let when: String
        let place: String
        let availability: String
        let mark: String
    }

    /// - Parameters:
    ///   - form: Left out where sign-ups are not open or there is nothing to sign up for.
    ///   - alternatives: Shown where no place can be had here.
    init(
        _ session: Session, tally: Tally, edition: Edition, form: SignUpFormView?,
        alternatives: [(session: Session, tally: Tally)] = [], language: Language, now: Date
    ) {
        let moments = Moments(language, in: edition.timeZone)
        let phrases = SessionPhrases(language)
        let texts = Texts.all.session
        let availability = Availability(session, tally, at: now)
        title = session.title.typeset[language]
        summary = session.summary.typeset[language]
        kind = phrases.kind(of: session)
        theme = session.theme.rawValue
        startsAt = moments.machineReadable(session.startsAt)
        day = Self.capitalized(moments.day(session.startsAt))
        times = moments.times(session.startsAt, session.endsAt)
        moved = session.isCancelled ? nil : session.movedFrom.map { phrases.moved(from: moments.moment($0)) }
        calendar = PageAddress.calendar(slug: session.slug).path(language)
        venue = session.venue.name
        venuePath = PageAddress.venue(slug: session.venue.slug).path(language)
        room = session.room
        address = phrases.address(of: session.venue)
        host = session.host.name
        legalForm = Self.capitalized(session.host.legalForm.name[language])
        spoken = Self.capitalized(session.language.spokenName[language])
        hasSignLanguage = session.hasSignLanguage
        audience = session.audience
        access = phrases.access(to: session.venue)
        hasAccess = !access.isEmpty
        let anchor = String(
            format: "#h%02d%02d", moments.clock(session.startsAt).hour, moments.clock(session.startsAt).minute)
        back = PageAddress.programme.path(language) + (edition.firstDay == edition.lastDay ? anchor : "")
        self.availability = availability.text(in: language)
        availabilityClass = availability.mark ?? ""
        let canWait: Bool
        switch availability {
        case .open, .lastPlaces:
            (message, canWait) = (nil, false)
        case .waitingList:
            (message, canWait) = (texts.fullButWaiting[language], true)
        case .full:
            (message, canWait) = (texts.full[language], false)
        case .notYetOpen(let opensAt):
            (message, canWait) = (SignUpPhrases(language).opens(moments.moment(opensAt)), false)
        case .closed:
            (message, canWait) = (texts.closed[language], false)
        case .over:
            (message, canWait) = (texts.over[language], false)
        case .cancelled:
            (message, canWait) = (texts.cancelled[language], false)
        }
        signUpTitle = (canWait ? texts.joinWaitingList : texts.signUp)[language]
        rule = canWait ? RuleView(session, moments: moments, isOpen: true) : nil
        canBePutAside = !session.isCancelled && now < session.endsAt
        dayChoices = PageAddress.dayChoices.path(language)
        self.form = availability.takesSignUps ? form : nil
        slug = session.slug
        self.alternatives =
            availability.hasNoPlace
            ? alternatives.map { Alternative($0.session, $0.tally, moments: moments, now: now) } : []
        hasAlternatives = !self.alternatives.isEmpty
    }

    static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension SessionView.Alternative {
    init(_ session: Session, _ tally: Tally, moments: Moments, now: Date) {
        let availability = Availability(session, tally, at: now)
        title = session.title.typeset[moments.language]
        path = PageAddress.session(slug: session.slug).path(moments.language)
        slug = session.slug
        kind = SessionPhrases(moments.language).kind(of: session)
        theme = session.theme.rawValue
        when =
            SessionView.capitalized(moments.day(session.startsAt)) + ", "
            + moments.times(session.startsAt, session.endsAt)
        place = session.venue.nameAndDistrict(in: moments.language)
        self.availability = availability.text(in: moments.language)
        mark = availability.mark ?? ""
    }
}

/// The rule of the waiting list, for those who join it.
struct RuleView: Sendable {
    let end: String
    let isOpen: Bool

    init(_ session: Session, moments: Moments, isOpen: Bool) {
        end = SignUpPhrases(moments.language).ruleEnd(moments.moment(session.signUpsCloseAt))
        self.isOpen = isOpen
    }
}

extension Availability {
    /// Whether nobody gets a place any more, but by the waiting list.
    var hasNoPlace: Bool {
        switch self {
        case .waitingList, .full, .closed, .over, .cancelled: true
        case .open, .lastPlaces, .notYetOpen: false
        }
    }

    /// Whether a form leads anywhere.
    var takesSignUps: Bool {
        switch self {
        case .open, .lastPlaces, .waitingList: true
        case .full, .notYetOpen, .closed, .over, .cancelled: false
        }
    }
}
