internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What was done to the programme, and undoing it: the effect is shown first.
struct ChangeRoutes: Sendable {
    let desk: StaffDesk

    /// How many changes stand on a page.
    private static let pageSize = 50

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
        let parameters = request.uri.queryParameters
        let before = parameters.get("before", as: ProgrammeChange.ID.self)
        let changes = try await desk.store.changes(before: before, most: Self.pageSize + 1, actor: visit.actor)
        let view = ChangeListView(
            changes, most: Self.pageSize, letters: parameters.get("undone", as: Int.self), in: desk.timeZone,
            visit.language)
        let html = desk.pages.staff(
            .deskChanges, visit, title: Texts.all.deskChange.title[visit.language],
            at: .desk(.changes(before: before)), view)
        return StaffAnswer.page(html, visit)
    }

    private func ask(
        _ id: ProgrammeChange.ID, _ visit: StaffVisit, hasGrown: Bool = false
    ) async throws -> Response {
        guard let effect = try await desk.store.undo(id, shown: nil, isDryRun: true, actor: visit.actor) else {
            throw Refusal.notFound
        }
        let view = try UndoView(id, effect, hasGrown: hasGrown, in: desk.timeZone, visit.language)
        let html = desk.pages.staff(.deskUndo, visit, title: view.title, at: .desk(.undoChange(id)), view)
        return StaffAnswer.page(html, visit, status: view.notice == nil ? .ok : .conflict)
    }

    private func undo(_ id: ProgrammeChange.ID, _ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let shown = ShownUndoing(told: Int(fields["told"]) ?? 0, clashes: Int(fields["clashes"]) ?? 0)
        guard let effect = try await desk.store.undo(id, shown: shown, isDryRun: false, actor: visit.actor) else {
            throw Refusal.notFound
        }
        guard effect.outcome == .undone else {
            return try await ask(id, visit, hasGrown: effect.outcome == .moreAffected)
        }
        let letters = effect.letters.reduce(0) { $0 + $1.count - $1.unreachable }
        return .seeOther(DeskAddress.changes(before: nil).path + "?undone=\(letters)")
    }
}
