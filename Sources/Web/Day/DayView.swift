import Foundation
import Presentation
import Registration
import RegistrationStore

/// The sessions of a day in their order, what does not go together, and one form for all.
struct DayView: Sendable {
    let notice: NoticeView?
    let choices: String
    let programme: String
    let travelRule: String
    let isEmpty: Bool
    let hasTravelConflict: Bool
    let sessions: [Entry]
    let form: SignUpFormView?

    struct Entry: Sendable {
        let slug: String
        let title: String
        let path: String
        let theme: String
        let when: String
        let place: String
        let availability: String
        let availabilityClass: String
        /// What of this does not go with sessions before it.
        let conflicts: [String]
        let remove: String
    }

    /// - Parameters:
    ///   - token: What protects the form.
    ///   - reason: Why the form comes back.
    init(
        _ day: ChosenDay, form: SignUp.Form, token: String, because reason: FormReturn?, language: Language, now: Date
    ) {
        let moments = Moments(language, in: day.edition.timeZone)
        let phrases = DayPhrases(language)
        choices = PageAddress.dayChoices.path(language)
        programme = PageAddress.programme.path(language)
        travelRule = phrases.travelRule
        isEmpty = day.sessions.isEmpty
        hasTravelConflict = day.plan.conflicts.contains { $0.kind != .overlap }
        var takesSignUps = false
        sessions = day.sessions.map { session in
            let availability = Availability(
                session, day.tallies[session.id] ?? Tally(capacity: session.capacity), at: now)
            takesSignUps = takesSignUps || availability.takesSignUps
            return Entry(
                slug: session.slug, title: session.title.typeset[language],
                path: PageAddress.session(slug: session.slug).path(language), theme: session.theme.rawValue,
                when: SessionView.capitalized(moments.day(session.startsAt)) + ", "
                    + moments.times(session.startsAt, session.endsAt),
                place: session.venue.nameAndDistrict(in: language), availability: availability.text(in: language),
                availabilityClass: availability.mark ?? "",
                conflicts: day.plan.conflicts.filter { $0.second == session }.map(phrases.conflict),
                remove: phrases.remove(session.title.typeset[language]))
        }
        var invalid: SignUp.Invalid?
        if case .invalid(let problems) = reason { invalid = problems }
        self.form =
            takesSignUps
            ? SignUpFormView(
                form, at: .day, edition: day.edition, token: token, invalid: invalid, language: language)
            : nil
        notice = reason.map { NoticeView($0, language: language) }
    }
}

/// What became of each session of a day.
struct DayOutcomeView: Sendable {
    let title: String
    let email: String?
    let sessions: [Entry]
    let correction: CorrectionView?
    let programme: String

    struct Entry: Sendable {
        let title: String
        let path: String
        let when: String
        let place: String
        let kind: String
        let isGood: Bool
        let isWaiting: Bool
        let isMail: Bool
        let isRefused: Bool
        let result: String
        let detail: String
        let hasFacts: Bool
        let hasAlternatives: Bool
        let alternatives: [SessionView.Alternative]
        let position: String?
        let reference: String?
    }

    init(
        _ results: [(session: Session, result: SignUpResult)], edition: Edition, email: String,
        correction: CorrectionView?, around: ProgrammeState, language: Language, now: Date
    ) {
        self.correction = correction
        let moments = Moments(language, in: edition.timeZone)
        let phrases = SignUpPhrases(language)
        var writes = false
        sessions = results.map { session, result in
            let message = OutcomeView.Message(result, session: session, moments: moments)
            writes = writes || message.writesMail
            let alternatives = around.offers(after: result, of: session, moments: moments, now: now)
            return Entry(
                title: session.title.typeset[language], path: PageAddress.session(slug: session.slug).path(language),
                when: moments.times(session.startsAt, session.endsAt),
                place: session.venue.nameAndDistrict(in: language), kind: message.kind.rawValue,
                isGood: message.kind == .good, isWaiting: message.kind == .waiting, isMail: message.kind == .mail,
                isRefused: message.kind == .refused, result: message.title,
                detail: message.detail ?? message.body,
                hasFacts: message.position != nil || message.reference != nil,
                hasAlternatives: !alternatives.isEmpty, alternatives: alternatives,
                position: message.position.map(phrases.position),
                reference: message.reference?.description)
        }
        let good = sessions.filter(\.isGood).count
        title = DayPhrases(language).got(good, of: sessions.count)
        self.email = writes ? email : nil
        programme = PageAddress.programme.path(language)
    }
}
