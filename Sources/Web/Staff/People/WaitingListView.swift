import Foundation
import Presentation
import Registration
import RegistrationStore

/// A session's waiting list: the order, and why.
struct WaitingListView: Sendable {
    let title: String
    let heading: String
    let about: String
    let people: String
    let rule: [String]
    let hasWaiters: Bool
    let waiters: [Row]

    struct Row: Sendable {
        let position: String
        let path: String
        let name: String
        let places: String
        let since: String
        let why: String
        let remarks: [String]
        let moveUp: String?
    }

    init(_ session: SessionCount, _ waiting: [Waiter], in edition: Edition?, _ visit: StaffVisit) {
        let language = visit.language
        let texts = Texts.all.sessionPeople
        let moments = Moments(language, in: edition?.timeZone ?? .gmt)
        let (phrases, labels) = (AssistPhrases(language), Texts.all.session)
        heading = session.title.typeset[language]
        title = texts.waitingTitle[language] + " – " + heading
        about = SessionPeopleView.about(session, in: edition, language)
        people = PeopleAddress.session(session.slug).path
        rule = [labels.ruleOrder, labels.ruleGroups, labels.ruleClash].map { $0[language] }
        waiters = waiting.map { waiter in
            let passed = waiter.passedOverAt.map { phrases.passedOver(moments.moment($0)) }
            let movedUp = waiter.movedUpAt.flatMap { at in
                waiter.movedUpBecause.map { phrases.movedUp(moments.moment(at), $0) }
            }
            return Row(
                position: language.ordinal(waiter.position),
                path: PeopleAddress.person(waiter.person).path, name: waiter.name,
                places: language.number(waiter.places), since: moments.moment(waiter.signedUpAt),
                why: phrases.why(
                    waiter.why.rawValue, busyIn: waiter.busyIn?.title.typeset[language], places: waiter.places),
                remarks: [passed, movedUp].compactMap(\.self),
                moveUp: visit.may(.peopleChange)
                    ? PeopleAddress.step(waiter.person, Reference(signUp: waiter.signUp), .moveUp).path : nil)
        }
        hasWaiters = !waiting.isEmpty
    }
}
