internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// What every member of the staff has: the first page, the language, the way out, and the steward's way in.
struct StaffRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff", needs: .member) { _, _, visit in try await home(visit) }
        staff.post("/staff/logout", needs: .known) { _, _, _, visit in try await logOut(visit) }
        staff.post("/staff/language", needs: .known) { fields, _, _, visit in try await choose(fields, visit) }
        staff.anyone("/staff/door/:token", .get) { request, context in try await openDoor(request, context) }
    }

    private func home(_ visit: StaffVisit) async throws -> Response {
        if visit.door != nil { return .seeOther(StaffAddress.door.path) }
        return try await desk.overview(visit)
    }

    private func logOut(_ visit: StaffVisit) async throws -> Response {
        if let login = visit.login { try await desk.store.endLogin(login.id, actor: visit.actor) }
        return .seeOther(StaffAddress.login(to: nil).path)
            .setting(visit.login == nil ? StaffCookie.door.removal : StaffCookie.login.removal)
    }

    /// Of an account for good, of a steward in this browser.
    private func choose(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        guard let language = Language(rawValue: fields["language"]) else { throw Refusal.badRequest }
        let back = Response.seeOther(StaffAddress.known(fields["to"]) ?? StaffAddress.home.path)
        if visit.login != nil { try await desk.store.setLanguage(language, actor: visit.actor) }
        return back.setting(StaffCookie.language.field(language.rawValue))
    }

    /// Leads on at once, so that the token stands neither in the bar of the browser nor in what it remembers.
    private func openDoor(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = StaffDesk.language(request)
        guard let token = context.parameters.get("token"), let link = StaffLink(.door, token: token, key: desk.key),
            let door = try await desk.store.door(link.id)
        else {
            let texts = Texts.all.staff
            let view = StaffMessageView(title: texts.doorOverTitle[language], lead: texts.doorOver[language])
            let html = desk.pages.staff(
                .staffMessage, language, title: view.title, at: .login(to: nil), view)
            return HTMLAnswer.response(html, status: .notFound, language: language)
        }
        let seconds = Int(door.expiresAt.timeIntervalSinceNow)
        return .seeOther(StaffAddress.door.path).setting(StaffCookie.door.field(token, lifetime: seconds))
    }
}
