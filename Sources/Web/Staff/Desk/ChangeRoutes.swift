internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What was done to the programme, and undoing it: the effect is shown first.
struct ChangeRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/changes", needs: .programmeChange) { request, _, visit in try await list(request, visit) }
        staff.get("/staff/changes/:change/undo", needs: .programmeChange) { _, context, visit in
            try await ask(try id(context), visit)
        }
        staff.post("/staff/changes/:change/undo", needs: .programmeChange) { fields, _, context, visit in
            try await undo(try id(context), fields, visit)
        }
    }

    private func id(_ context: WebContext) throws -> ProgrammeChange.ID {
        guard let id = context.parameters.get("change", as: ProgrammeChange.ID.self) else { throw Refusal.notFound }
        return id
    }

    private func list(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let query = DeskQuery(QueryText.values(of: request.uri.query))
        let view = ChangeListView(
            try await desk.store.changes(actor: visit.actor), query,
            letters: request.uri.queryParameters.get("undone", as: Int.self),
            in: desk.timeZone, visit.language)
        let html = desk.pages.staff(
            .deskChanges, visit, title: Texts.all.deskChange.title[visit.language],
            at: .desk(.changes(query)), view)
        return StaffAnswer.page(html, visit)
    }

    private func ask(
        _ id: ProgrammeChange.ID, _ visit: StaffVisit, hasGrown: Bool = false
    ) async throws -> Response {
        guard let effect = try await desk.store.undo(id, UndoTerms(isDryRun: true), actor: visit.actor) else {
            throw Refusal.notFound
        }
        var moving: UndoEffect?
        if effect.asksForChoice {
            moving = try await desk.store.undo(id, UndoTerms(excess: .move, isDryRun: true), actor: visit.actor)
        }
        let view = try UndoView(id, effect, moving: moving, hasGrown: hasGrown, in: desk.timeZone, visit.language)
        let html = desk.pages.staff(.deskUndo, visit, title: view.title, at: .desk(.undoChange(id)), view)
        return StaffAnswer.page(html, visit, status: view.notice == nil ? .ok : .conflict)
    }

    private func undo(_ id: ProgrammeChange.ID, _ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        func number(_ name: String) -> Int { Int(fields[name]) ?? 0 }
        let terms = UndoTerms(
            excess: Excess(rawValue: fields["excess"]),
            shown: ShownUndoing(told: number("told"), clashes: number("clashes"), moved: number("moved")),
            isDryRun: false)
        guard let effect = try await desk.store.undo(id, terms, actor: visit.actor) else { throw Refusal.notFound }
        guard effect.outcome == .undone else {
            return try await ask(id, visit, hasGrown: effect.outcome == .moreAffected)
        }
        if let slug = effect.session {
            let done =
                effect.change == nil
                ? DoneView.query("unchanged", nil)
                : DoneView.query(effect.letters, moved: effect.moved, promoted: effect.promoted, effect.change)
            return .seeOther(DeskAddress.session(slug: slug).path + done)
        }
        let letters = effect.letters.mails
        return .seeOther(DeskAddress.changes(DeskQuery()).path + "?undone=\(letters)")
    }
}
