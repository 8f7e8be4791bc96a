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
            try await publish(fields, visit)
        }
        DeskSessionRoutes(desk: desk).add(to: staff)
        SessionStepRoutes(desk: desk).add(to: staff)
        VenueRoutes(desk: desk).add(to: staff)
        HostRoutes(desk: desk).add(to: staff)
        NoticeRoutes(desk: desk).add(to: staff)
        ImportRoutes(desk: desk).add(to: staff)
        ChangeRoutes(desk: desk).add(to: staff)
    }

    /// Drafts, together: after a yes, as one alone.
    private func publish(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let slugs = Set(fields.all("session"))
        let list = DeskAddress.sessions(SessionQuery()).path
        guard fields["step"] == "yes" else {
            let drafts = try await desk.store.deskSessions(actor: visit.actor).filter {
                $0.status == .draft && slugs.contains($0.slug)
            }
            guard drafts.isEmpty else { return ask(drafts, visit, back: list) }
            var query = SessionQuery()
            query.status = .draft
            let notice = NoticeView(Texts.all.desk.nothingToPublish[visit.language], nil, kind: "bad")
            return try await self.list(query, visit, because: notice)
        }
        let published = try await desk.store.publish(Array(slugs), actor: visit.actor)
        let change = published.change.map { "&change=\($0)" } ?? ""
        return .seeOther(list + "?published=\(published.count)" + change)
    }

    private func ask(_ drafts: [DeskSession], _ visit: StaffVisit, back: String) -> Response {
        let (texts, language) = (Texts.all.desk, visit.language)
        let phrases = DeskPhrases(language, in: desk.timeZone)
        let question = EffectView.Question(
            title: ChangePhrases(language, in: desk.timeZone).publish(drafts.count),
            lead: Texts.all.deskChange.publishLead[language], action: DeskAddress.publication.path,
            submit: texts.publish[language], hidden: drafts.map { .init(name: "session", value: $0.slug) })
        let view = EffectView(
            notice: nil, question, about: texts.sessions[language], back: back, changes: [],
            sentences: drafts.map { "\($0.facts.title.typeset[language]), \(phrases.when($0.facts))" }, piles: [],
            hidden: [])
        let html = desk.pages.staff(.deskEffect, visit, title: view.title, at: .desk(.publication), view)
        return StaffAnswer.page(html, visit)
    }

    private func sessions(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let (query, parameters) = (SessionQuery(QueryText.values(of: request.uri.query)), request.uri.queryParameters)
        let phrases = DeskPhrases(visit.language, in: desk.timeZone)
        let done = parameters.get("published", as: Int.self).map {
            DoneView(phrases.published($0), change: parameters.get("change", as: ProgrammeChange.ID.self))
        }
        return try await list(query, visit, done: done)
    }

    private func list(
        _ query: SessionQuery, _ visit: StaffVisit, done: DoneView? = nil, because notice: NoticeView? = nil
    ) async throws -> Response {
        let view = SessionListView(
            try await desk.store.deskSessions(actor: visit.actor), query, done: done, notice: notice,
            in: desk.timeZone, visit.language)
        let html = desk.pages.staff(
            .deskSessions, visit, title: Texts.all.desk.sessions[visit.language], at: .desk(.sessions(query)), view)
        return StaffAnswer.page(html, visit, status: notice == nil ? .ok : .unprocessableContent)
    }
}
