internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The organiser's desk for the programme: its lists, and the ways to everything else of it.
struct DeskRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/sessions", needs: .programmeChange) { request, _, visit in
            try await sessions(request, visit)
        }
        staff.post(DeskAddress.publication.path, needs: .programmeChange) { fields, _, _, visit in
            let published = try await desk.store.publish(fields.all("session"), actor: visit.actor)
            let change = published.change.map { "&change=\($0)" } ?? ""
            return .seeOther(DeskAddress.sessions(SessionQuery()).path + "?published=\(published.count)" + change)
        }
        DeskSessionRoutes(desk: desk).add(to: staff)
        SessionStepRoutes(desk: desk).add(to: staff)
        VenueRoutes(desk: desk).add(to: staff)
        HostRoutes(desk: desk).add(to: staff)
        NoticeRoutes(desk: desk).add(to: staff)
        ImportRoutes(desk: desk).add(to: staff)
        ChangeRoutes(desk: desk).add(to: staff)
    }

    private func sessions(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let parameters = request.uri.queryParameters
        let query = SessionQuery { parameters[Substring($0)].map(String.init) }
        let view = SessionListView(
            try await desk.store.deskSessions(actor: visit.actor), query,
            published: parameters.get("published", as: Int.self),
            change: parameters.get("change", as: ProgrammeChange.ID.self), in: desk.timeZone, visit.language)
        let html = desk.pages.staff(
            .deskSessions, visit, title: Texts.all.desk.sessions[visit.language], at: .desk(.sessions(query)), view)
        return StaffAnswer.page(html, visit)
    }
}
