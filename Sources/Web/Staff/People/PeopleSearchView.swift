import Presentation
import Registration
import RegistrationStore

/// The search form, and who was found.
struct PeopleSearchView: Sendable {
    let action = PeopleAddress.search.path
    let formToken: String
    let typed: String
    let signUp: String?
    let wasSearched: Bool
    let count: String
    let hasPeople: Bool
    let people: [Row]
    let orders: StaffChoices?
    let pager: StaffPager?

    struct Row: Sendable {
        let path: String
        let name: String
        let email: String?
        let telephone: String?
        let holdings: String
    }

    init(_ visit: StaffVisit) {
        self.init(visit, typed: "", found: nil, search: nil, byLatest: false, page: 1)
    }

    init(
        _ visit: StaffVisit, typed: String, found: ListPage<FoundPerson>?, search: SealedSearch?, byLatest: Bool,
        page: Int
    ) {
        let language = visit.language
        let (texts, phrases) = (Texts.all.people, PeoplePhrases(language))
        formToken = visit.formToken
        self.typed = typed
        signUp = visit.may(.peopleChange) ? PeopleAddress.signUp(session: nil, person: nil).path : nil
        wasSearched = found != nil
        count = phrases.people(found?.total ?? 0)
        people = (found?.elements ?? []).map { person in
            Row(
                path: PeopleAddress.person(person.id).path, name: person.name, email: person.email,
                telephone: person.telephone?.spaced,
                holdings: phrases.holdings(
                    confirmed: person.confirmed, waiting: person.waiting, cancelled: person.cancelled))
        }
        hasPeople = !people.isEmpty
        orders = search.map { search in
            StaffChoices(
                label: texts.order[language],
                choices: [(false, texts.byName), (true, texts.byLatest)].map { isLatest, name in
                    .init(
                        path: PeopleAddress.found(search, byLatest: isLatest, page: 1).path, label: name[language],
                        isHere: isLatest == byLatest)
                })
        }
        pager = search.flatMap { search in
            StaffPager(page: page, total: found?.total ?? 0, language) {
                PeopleAddress.found(search, byLatest: byLatest, page: $0).path
            }
        }
    }
}
