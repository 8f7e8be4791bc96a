internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The sessions of the current edition, as found, sorted and paged.
struct SessionListView: Sendable {
    let isUnprepared: Bool
    let notice: NoticeView?
    let done: DoneView?
    let search: StaffSearch
    let found: String
    let columns: [StaffColumn]
    let rows: [Row]
    let hasRows: Bool
    let hasDrafts: Bool
    let pager: StaffPager?
    let publication: String
    let new: String
    let importFile: String

    struct Row: Sendable {
        let slug: String
        let path: String
        let title: String
        let when: String
        let place: String
        let taken: String
        /// In hundredths.
        let share: Int
        let isFull: Bool
        let waiting: String
        let status: String
        let isDraft: Bool
        let isGood: Bool
        let isBad: Bool
    }

    init(
        _ sessions: [DeskSession], _ query: SessionQuery, done: DoneView?, notice: NoticeView?, in zone: TimeZone,
        _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: zone))
        let all = query.find(sessions, language)
        let page = ListPage(all, page: query.page)
        isUnprepared = sessions.isEmpty
        self.done = done
        self.notice = notice
        search = StaffSearch(
            query, label: texts.sessions[language], path: DeskAddress.sessions(SessionQuery()).path,
            hint: texts.searchHint[language], filters: Self.filters(sessions, query, language))
        found = phrases.sessions(all.count)
        let heads: [(SessionQuery.Column, Localized, Bool, Bool)] = [
            (.title, texts.title, false, false), (.time, texts.when, false, true), (.venue, texts.place, false, true),
            (.taken, texts.taken, true, false), (.waiting, texts.waiting, true, true),
            (.status, texts.status, false, true),
        ]
        columns = heads.map { column, label, isNumber, isSecondary in
            StaffColumn(column, label, of: query, isNumber: isNumber, isSecondary: isSecondary, language) {
                DeskAddress.sessions($0).path
            }
        }
        let isOneDay = Set(sessions.map { phrases.day($0.facts.startsAt) }).count == 1
        rows = page.elements.map { Row($0, phrases, isOneDay: isOneDay) }
        hasRows = !rows.isEmpty
        hasDrafts = rows.contains(where: \.isDraft)
        pager = StaffPager(page: query.page, total: all.count, language) {
            DeskAddress.sessions(query.at(page: $0)).path
        }
        publication = DeskAddress.publication.path
        new = DeskAddress.newSession.path
        importFile = DeskAddress.importFile.path
    }

    private static func filters(
        _ sessions: [DeskSession], _ query: SessionQuery, _ language: Language
    ) -> [DeskField] {
        let texts = Texts.all.desk
        func choice(
            _ name: String, _ label: Localized, _ value: String?, _ options: [(value: String, label: String)]
        ) -> DeskField {
            DeskField(
                name, .choice, value: value ?? "", isRequired: false,
                choices: [(nil, [("", texts.all[language])] + options)], label: label[language], hint: "",
                language: language)
        }
        let venues = Dictionary(
            sessions.map { ($0.facts.venue, $0.venueName) }, uniquingKeysWith: { first, _ in first })
        return [
            choice(
                "status", texts.status, query.status?.rawValue,
                DeskSession.Status.allCases.map { ($0.rawValue, $0.name[language]) }),
            choice(
                "theme", texts.theme, query.theme?.rawValue, Theme.allCases.map { ($0.rawValue, $0.name[language]) }),
            choice(
                "venue", texts.venue, query.venue,
                venues.sorted { $0.value.localizedStandardCompare($1.value) == .orderedAscending }.map {
                    ($0.key, $0.value)
                }),
            choice(
                "filling", texts.filling, query.filling?.rawValue,
                SessionQuery.Filling.allCases.map { ($0.rawValue, $0.name[language]) }),
        ]
    }
}

extension SessionListView.Row {
    fileprivate init(_ session: DeskSession, _ phrases: DeskPhrases, isOneDay: Bool) {
        let language = phrases.language
        slug = session.slug
        path = DeskAddress.session(slug: session.slug).path
        title = session.facts.title.typeset[language]
        when = isOneDay ? phrases.times(session.facts) : phrases.when(session.facts)
        place = "\(session.venueName), \(session.facts.room)"
        taken = phrases.taken(session.tally)
        share = min(100, session.tally.confirmed * 100 / max(1, session.tally.capacity))
        isFull = session.tally.placesLeft == 0
        waiting = session.tally.waiting == 0 ? "" : language.number(session.tally.waiting)
        status = session.status.name[language]
        isDraft = session.status == .draft
        isGood = session.status == .published
        isBad = session.status == .cancelled
    }
}
