internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Who is signed up for a session, and its waiting list.
struct SessionPeopleRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/sessions/:slug/people", needs: .peopleRead) { request, context, visit in
            try await people(request, context, visit)
        }
        staff.get("/staff/sessions/:slug/waiting-list", needs: .peopleRead) { _, context, visit in
            try await waitingList(context, visit)
        }
    }

    private func people(_ request: Request, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let session = try await session(context, visit) else { return unknown(visit) }
        let list = PeopleList(QueryText.values(of: request.uri.query))
        let people = try await desk.store.people(
            of: session.id, list.statuses, by: list.order, most: StaffPager.pageSize,
            skip: (list.page - 1) * StaffPager.pageSize, actor: visit.actor)
        if people.elements.isEmpty, list.page > 1 {
            return .seeOther(list.changed { $0.page = 1 }.path(of: session.slug))
        }
        let needs = try await desk.store.needs(of: session.id, actor: visit.actor)
        let view = SessionPeopleView(
            session, people, list, needs: needs, in: desk.store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffSessionPeople, visit, title: view.title, at: .people(.session(session.slug)), view)
        return StaffAnswer.page(html, visit)
    }

    private func waitingList(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let session = try await session(context, visit) else { return unknown(visit) }
        let waiting = try await desk.store.waitingList(of: session.id, actor: visit.actor)
        let view = WaitingListView(session, waiting, in: desk.store.programme.latest.programme.edition, visit)
        let html = desk.pages.staff(
            .staffWaitingList, visit, title: view.title, at: .people(.waitingList(session.slug)), view)
        return StaffAnswer.page(html, visit)
    }

    private func session(_ context: WebContext, _ visit: StaffVisit) async throws -> SessionCount? {
        let slug = context.parameters.get("slug")
        return try await desk.store.sessionCounts(actor: visit.actor).first { $0.slug == slug }
    }

    private func unknown(_ visit: StaffVisit) -> Response {
        let texts = Texts.all.sessionPeople
        return desk.message(
            texts.unknownTitle, texts.unknown, to: .search, Texts.all.person.backToSearch, visit, status: .notFound)
    }
}

/// What part of a session's people is shown, as the address says.
struct PeopleList: Hashable, Sendable {
    /// `nil`: all that live.
    var status: SignUp.Status?
    var order = PeopleOrder.name
    var page = 1

    init() {}

    init(_ value: (String) -> String?) {
        status = value("status").flatMap(SignUp.Status.init(rawValue:))
        order = value("order").flatMap(PeopleOrder.init(rawValue:)) ?? .name
        page = StaffPager.number(value("page"))
    }

    var statuses: [SignUp.Status] { status.map { [$0] } ?? [.confirmed, .waiting] }

    func path(of slug: String) -> String {
        PeopleAddress.session(slug).path
            + QueryText.suffix([
                ("status", status?.rawValue), ("order", order == .name ? nil : order.rawValue),
                ("page", page > 1 ? String(page) : nil),
            ])
    }

    func changed(_ change: (inout PeopleList) -> Void) -> PeopleList {
        var list = self
        change(&list)
        return list
    }
}
