internal import Foundation
internal import Presentation
internal import Registration

/// The hosts, as found, sorted and paged, with the form for a new one; or the page of one of them.
struct HostListView: Sendable {
    let title: String
    let notice: NoticeView?
    let done: DoneView?
    let isNew: Bool
    let version: Int
    let letters: String
    let formTitle: String
    let action: String
    let fields: [DeskField]
    let submit: String
    let search: String
    let list: String
    let found: String
    let columns: [DeskColumn]
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let pager: DeskPager?

    struct Row: Sendable {
        let path: String
        let name: String
        let legalForm: String
        let sessions: Int
        let sessionsPath: String
    }

    init(
        _ hosts: [DeskHost], _ query: PlaceQuery, _ known: DeskHost?, _ form: HostForm, version: Int?,
        problems: DeskProblems?,
        conflict: PartConflict<HostForm.Field>?, done: DoneView?, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(hosts, text: \.host.name, sessions: \.sessions, taken: \.sessions)
        let page = DeskPage(all, page: query.page)
        title = known?.host.name ?? texts.hosts[language]
        notice = conflict?.notice ?? problems.map { NoticeView($0, language: language) }
        self.done = done
        (isNew, self.version) = (known == nil, version ?? known?.version ?? 0)
        letters = PeopleAddress.hosts.path
        formTitle = known?.host.name ?? texts.newHost[language]
        action = (known.map { DeskAddress.host(id: $0.id) } ?? .hosts(PlaceQuery())).path
        fields = Self.fields(form, problems, conflict?.theirs ?? [:], language)
        submit = (known == nil ? texts.create : texts.save)[language]
        search = query.search
        list = DeskAddress.hosts(PlaceQuery()).path
        found = phrases.hosts(all.count)
        columns = [(PlaceQuery.Column.name, texts.hosts, false), (.sessions, texts.sessions, true)].map {
            column, label, isNumber in
            DeskColumn(
                label[language], path: DeskAddress.hosts(query.sorted(by: column)).path,
                isSorted: query.sort == column, isDescending: query.isDescending, isNumber: isNumber)
        }
        rows = page.items.map { host in
            var sessions = SessionQuery()
            sessions.search = host.host.name
            return Row(
                path: DeskAddress.host(id: host.id).path, name: host.host.name,
                legalForm: host.host.legalForm.name[language], sessions: host.sessions,
                sessionsPath: DeskAddress.sessions(sessions).path)
        }
        hasRows = !rows.isEmpty
        none = (query.search.isEmpty ? texts.nothingYet : texts.none)[language]
        pager = DeskPager(page.number, of: page.count, position: phrases.page(page.number, of: page.count)) {
            DeskAddress.hosts(query.at(page: $0)).path
        }
    }

    private static func fields(
        _ form: HostForm, _ problems: DeskProblems?, _ theirs: [HostForm.Field: String], _ language: Language
    ) -> [DeskField] {
        func field(
            _ field: HostForm.Field, _ kind: DeskField.Kind, isRequired: Bool = true,
            choices: [(value: String, label: String)] = []
        ) -> DeskField {
            DeskField(
                field.rawValue, kind, value: form[field], problem: problems?[field.rawValue], isRequired: isRequired,
                choices: [(nil, choices)], theirs: theirs[field], language: language)
        }
        let nothing = form[.legalForm].isEmpty ? [("", Texts.all.desk.nothingChosen[language])] : []
        return [
            field(.name, .line(type: "text", maximum: 200)),
            field(
                .legalForm, .choice, choices: nothing + LegalForm.allCases.map { ($0.rawValue, $0.name[language]) }),
            field(.contact, .line(type: "email", maximum: 254), isRequired: false),
        ]
    }
}
