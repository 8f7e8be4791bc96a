internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Hosts at the desk: a list with a form above it, for a new one or one of the list.
struct HostRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/hosts", needs: .programmeChange) { request, _, visit in
            try await page(nil, HostForm(), visit, request)
        }
        staff.get("/staff/hosts/:id", needs: .programmeChange) { request, context, visit in
            let host = try await host(context, visit)
            let form = HostForm(name: host.host.name, legalForm: host.host.legalForm.rawValue)
            return try await page(host, form, visit, request)
        }
        staff.post("/staff/hosts", needs: .programmeChange) { fields, request, _, visit in
            try await save(nil, fields, visit, request)
        }
        staff.post("/staff/hosts/:id", needs: .programmeChange) { fields, request, context, visit in
            try await save(try await host(context, visit), fields, visit, request)
        }
    }

    private func host(_ context: WebContext, _ visit: StaffVisit) async throws -> DeskHost {
        let id = context.parameters.get("id", as: Int64.self)
        guard let host = try await desk.store.deskHosts(actor: visit.actor).first(where: { $0.id == id }) else {
            throw Refusal.notFound
        }
        return host
    }

    private func save(
        _ known: DeskHost?, _ fields: FormFields, _ visit: StaffVisit, _ request: Request
    ) async throws -> Response {
        let form = HostForm(name: fields["name"], legalForm: fields["legal_form"])
        let host: Registration.Host
        do { host = try form.host() } catch { return try await page(known, form, visit, request, problems: error) }
        switch try await desk.store.save(host, id: known?.id, actor: visit.actor) {
        case .saved: return .seeOther(DeskAddress.hosts(PlaceQuery()).path + "?done=saved")
        case .taken:
            return try await page(known, form, visit, request, problems: DeskProblems([.init("name", .nameTaken)]))
        case .unknown, .belowSession: throw Refusal.notFound
        }
    }

    private func page(
        _ known: DeskHost?, _ form: HostForm, _ visit: StaffVisit, _ request: Request, problems: DeskProblems? = nil
    ) async throws -> Response {
        let parameters = request.uri.queryParameters
        let query = PlaceQuery { parameters[Substring($0)].map(String.init) }
        let view = HostListView(
            try await desk.store.deskHosts(actor: visit.actor), query, known, form, problems: problems,
            isSaved: parameters["done"] == "saved", visit.language)
        let address = known.map { DeskAddress.host(id: $0.id) } ?? .hosts(query)
        let html = desk.pages.staff(
            .deskHosts, visit, title: problems.titled(view.title, visit.language), at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: problems == nil ? .ok : .unprocessableContent)
    }
}

/// The hosts, as found, sorted and paged, and the form for one.
struct HostListView: Sendable {
    let title: String
    let notice: NoticeView?
    let done: String
    let isDone: Bool
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
    let pager: DeskPager?

    struct Row: Sendable {
        let path: String
        let name: String
        let legalForm: String
        let sessions: Int
        let sessionsPath: String
    }

    init(
        _ hosts: [DeskHost], _ query: PlaceQuery, _ known: DeskHost?, _ form: HostForm, problems: DeskProblems?,
        isSaved: Bool, _ language: Language
    ) {
        let (texts, phrases) = (Texts.all.desk, DeskPhrases(language, in: .gmt))
        let all = query.find(hosts, text: \.host.name, sessions: \.sessions, taken: \.sessions)
        let page = DeskPage(all, page: query.page)
        title = known?.host.name ?? texts.hosts[language]
        notice = problems.map { NoticeView($0, language: language) }
        done = texts.doneSaved[language]
        isDone = isSaved
        formTitle = known?.host.name ?? texts.newHost[language]
        action = (known.map { DeskAddress.host(id: $0.id) } ?? .hosts(PlaceQuery())).path
        fields = [
            DeskField(
                "name", .line(type: "text", maximum: 200), value: form.name, problem: problems?["name"],
                language: language),
            DeskField(
                "legal_form", .choice, value: form.legalForm, problem: problems?["legal_form"],
                choices: [
                    (
                        nil,
                        (form.legalForm.isEmpty ? [("", texts.nothingChosen[language])] : [])
                            + LegalForm.allCases.map { ($0.rawValue, $0.name[language]) }
                    )
                ], language: language),
        ]
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
        pager = DeskPager(page.number, of: page.count, position: phrases.page(page.number, of: page.count)) {
            DeskAddress.hosts(query.at(page: $0)).path
        }
    }
}
