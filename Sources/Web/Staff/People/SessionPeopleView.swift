import Foundation
import Presentation
import Registration
import RegistrationStore

/// A session's people, with what they need in numbers.
struct SessionPeopleView: Sendable {
    let title: String
    let heading: String
    let about: String
    let count: String
    let filters: StaffChoices
    let orders: StaffChoices
    let hasPeople: Bool
    let people: [Row]
    let pager: StaffPager?
    let needs: [Need]
    let hasNeeds: Bool
    let notes: [String]
    let write: String?
    let signUp: String?
    let waitingList: String
    let session: String
    let sheet: String?

    struct Row: Sendable {
        let path: String
        let name: String
        let email: String?
        let telephone: String?
        let standing: String
    }

    struct Need: Sendable {
        let name: String
        let count: String
    }

    init(
        _ session: SessionCount, _ found: ListPage<SessionPerson>, _ list: PeopleList, needs told: [NeedCount],
        in edition: Edition?, _ visit: StaffVisit
    ) {
        let language = visit.language
        let (texts, phrases) = (Texts.all.sessionPeople, PeoplePhrases(language))
        heading = session.title.typeset[language]
        title = texts.title[language] + " – " + heading
        about = Self.about(session, in: edition, language)
        count = phrases.people(found.total)
        let filters: [(SignUp.Status?, Localized)] = [
            (nil, texts.all), (.confirmed, texts.confirmed), (.waiting, texts.waiting), (.cancelled, texts.cancelled),
        ]
        self.filters = StaffChoices(
            label: texts.filter[language],
            choices: filters.map { status, name in
                let other = list.changed { ($0.status, $0.page) = (status, 1) }
                return .init(
                    path: other.path(of: session.slug), label: name[language], isHere: status == list.status)
            })
        let people = Texts.all.people
        let orders: [(PeopleOrder, Localized)] = [
            (.name, people.byName), (.latest, people.byLatest), (.queue, people.byQueue),
        ]
        self.orders = StaffChoices(
            label: people.order[language],
            choices: orders.map { order, name in
                let other = list.changed { ($0.order, $0.page) = (order, 1) }
                return .init(
                    path: other.path(of: session.slug), label: name[language], isHere: order == list.order)
            })
        self.people = found.elements.map { person in
            Row(
                path: PeopleAddress.person(person.person).path, name: person.name, email: person.email,
                telephone: person.telephone?.spaced,
                standing: phrases.standing(person.status, places: person.places, position: person.position))
        }
        hasPeople = !found.elements.isEmpty
        pager = StaffPager(page: list.page, total: found.total, language) { number in
            list.changed { $0.page = number }.path(of: session.slug)
        }
        needs = told.map { Need(name: $0.kind.label.typeset[language], count: language.number($0.signUps)) }
        hasNeeds = !told.isEmpty
        notes = told.flatMap(\.notes)
        write =
            visit.may(.peopleWriteTo)
            ? PeopleAddress.write(MessageSelection(sessions: [session.slug])).path : nil
        signUp =
            visit.may(.peopleChange) && session.phase == .open
            ? PeopleAddress.signUp(session: session.slug, person: nil).path : nil
        waitingList = PeopleAddress.waitingList(session.slug).path
        self.session = DeskAddress.session(slug: session.slug).path
        sheet = visit.may(.doorWork) ? StaffAddress.sheet(slug: session.slug).path : nil
    }

    /// `samedi 26 décembre 2026, 9 h 30 – 11 h · Mairie, Salle des fêtes · 48 places prises sur 60`.
    static func about(_ session: SessionCount, in edition: Edition?, _ language: Language) -> String {
        let when = LetterPhrases(language, in: edition?.timeZone ?? .gmt).when(session.startsAt, session.endsAt)
        let taken = DeskPhrases(language, in: edition?.timeZone ?? .gmt).tally(session.tally)
        return "\(when) · \(session.venue), \(session.room) · \(taken)"
    }
}
