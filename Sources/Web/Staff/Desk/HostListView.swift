internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

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
    let search: StaffSearch
    let list: String
    let found: String
    let columns: [StaffColumn]
    let rows: [Row]
    let hasRows: Bool
    let none: String
    let pager: StaffPager?

    struct Row: Sendable {
        let path: String
        let name: String
        let legalForm: String
        let sessions: Int
        let sessionsPath: String
    }

    init(
        _ hosts: [DeskHost], _ query: DeskQuery, _ known: DeskHost?, _ form: HostForm, version: Int?,
        problems: DeskProblems?,
        conflict: PartConflict<HostForm.Field>?, done: DoneView?, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(hosts, text: \.host.name, sessions: \.sessions, taken: \.sessions)
        let page = ListPage(all, page: query.page)
        title = known?.host.name ?? texts.hosts[language]
        notice = conflict?.notice ?? problems.map { NoticeView($0, language: language) }
        self.done = done
        (isNew, self.version) = (known == nil, version ?? known?.version ?? 0)
        letters = PeopleAddress.hostLetters.path
        formTitle = known?.host.name ?? texts.newHost[language]
        action = (known.map { DeskAddress.host(id: $0.id) } ?? .hosts(DeskQuery())).path
        fields = Self.fields(form, problems, conflict?.theirs ?? [:], language)
        submit = (known == nil ? texts.create : texts.save)[language]
        list = DeskAddress.hosts(DeskQuery()).path
        search = StaffSearch(query, label: texts.hosts[language], path: list)
        found = phrases.hosts(all.count)
        columns = [(DeskQuery.Column.name, texts.hosts, false), (.sessions, texts.sessions, true)].map {
            column, label, isNumber in
            StaffColumn(column, label, of: query, isNumber: isNumber, language) { DeskAddress.hosts($0).path }
        }
        rows = page.elements.map { host in
            var sessions = SessionQuery()
            sessions.search = host.host.name
            return Row(
                path: DeskAddress.host(id: host.id).path, name: host.host.name,
                legalForm: host.host.legalForm.name[language], sessions: host.sessions,
                sessionsPath: DeskAddress.sessions(sessions).path)
        }
        hasRows = !rows.isEmpty
        none = query.isNarrowed ? Texts.all.list.none[language] : texts.nothingYet[language]
        pager = StaffPager(page: query.page, total: all.count, language) { DeskAddress.hosts(query.at(page: $0)).path }
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
