internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Hosts at the desk: a list with a form for a new one, and a page for each.
struct HostRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/hosts", needs: .programmeChange) { request, _, visit in
            try await page(nil, HostForm(), visit, request)
        }
        staff.get("/staff/hosts/:id", needs: .programmeChange) { request, context, visit in
            let host = try await host(context, visit)
            return try await page(host, HostForm(host), visit, request)
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
        let form = HostForm { fields[$0.rawValue] }
        let host: (host: Registration.Host, contact: EmailAddress?)
        let version = known == nil ? nil : Int(fields["version"]) ?? 0
        do { host = try form.host() } catch {
            return try await page(known, form, visit, request, version: version, problems: error)
        }
        let list = DeskAddress.hosts(DeskQuery()).path
        switch try await desk.store.save(
            host.host, contact: host.contact, id: known?.id, version: version, actor: visit.actor)
        {
        case .saved(let effect), .moreAffected(let effect):
            return .seeOther(list + DoneView.query("saved", effect.change))
        case .unchanged: return .seeOther(list + DoneView.query("unchanged", nil))
        case .taken:
            return try await page(
                known, form, visit, request, version: version, problems: DeskProblems([.init("name", .nameTaken)]))
        case .outdated:
            guard let id = known?.id else { throw Refusal.notFound }
            let since = try await desk.store.change(of: .host, id, since: version ?? 0, actor: visit.actor)
            let conflict = PartConflict<HostForm.Field>(
                since, typed: { form[$0] }, in: desk.timeZone, visit.language)
            return try await page(known, HostForm { conflict.merge[$0] }, visit, request, conflict: conflict)
        case .unknown, .belowSession: throw Refusal.notFound
        }
    }

    private func page(
        _ known: DeskHost?, _ form: HostForm, _ visit: StaffVisit, _ request: Request, version: Int? = nil,
        problems: DeskProblems? = nil, conflict: PartConflict<HostForm.Field>? = nil
    ) async throws -> Response {
        let (query, texts) = (DeskQuery(QueryText.values(of: request.uri.query)), Texts.all.desk)
        let view = HostListView(
            try await desk.store.deskHosts(actor: visit.actor), query, known, form, version: version,
            problems: problems,
            conflict: conflict,
            done: DoneView(request, ["saved": texts.doneSaved, "unchanged": texts.doneUnchanged], visit.language),
            visit.language)
        let address = known.map { DeskAddress.host(id: $0.id) } ?? .hosts(query)
        let html = desk.pages.staff(
            .deskHosts, visit, title: problems.titled(view.title, visit.language), at: .desk(address), view)
        return StaffAnswer.page(
            html, visit, status: conflict != nil ? .conflict : problems == nil ? .ok : .unprocessableContent)
    }
}
