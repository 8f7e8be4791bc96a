// How to add pages for the staff
//
//     func add(to staff: StaffRouter) {
//         staff.get("/staff/sessions", needs: .programmeChange) { request, context, visit in … }
//         staff.post("/staff/sessions", needs: .programmeChange) { fields, request, context, visit in … }
//         staff.get("/staff/venues/:venue/board", needs: .countsRead) { request, context, visit in … }
//         staff.get("/staff/exports/:file", needs: .peopleExport, proof: .fresh) { … }
//         staff.call("/staff/door/check-ins", needs: .doorWork) { request, context, visit in … }
//     }
//
// - Every route names what it needs; whoever may not gets 403 before the handler runs, whoever is not logged in the login page.
//   Where the path has `:venue` (a slug), it must also be a venue of theirs. Where the venue shows only later:
//   `try visit.require(.capacityChange, at: slug)`. SQL asks again: hand `visit.actor.description` to the api function,
//   which calls app.require first. Its 42501 becomes the same 403.
// - A posted form holds `<input type="hidden" name="form_token" value="{{head.formToken}}">`; it is checked before the handler
//   runs. Calls by our own scripts (`call`) send the same token as `X-Form-Token`, from `<body data-form-token>`.
// - `proof: .fresh` asks for password or code first, unless that was done within ten minutes, and leads back; what was posted
//   is held meanwhile, as where the login has ended, and sent by a click (`HeldForm`). In SQL: app.require_proof.
// - Until an account has its second factor it opens what shows numbers only (`Permission.isOfNumbers`); in SQL, too (app.may).
// - Pages: a template inside {{<staff-layout}}, shown with `pages.staff(.template, visit, title:, at: .address, view)` and
//   `StaffAnswer.page(html, visit)`. A case in StaffAddress, one in StaffPage where the bar leads there, texts in files of your
//   own, styles under your heading in Assets/staff.css.
// - Every route needs its line in Tests/WebTests/Staff/Known*Routes.swift, or the walk over all routes and roles fails.

internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// What a route of the staff asks of whoever calls it.
enum StaffNeed: Hashable, Sendable {
    /// A login or a steward's link, whatever it may do, also before the second factor is set up: logging out.
    case known
    /// An account, whatever its role, also before its second factor is set up: one's own account's pages.
    case account
    /// Somebody of the staff, whatever they may do: the first page.
    case member
    case permission(Permission)

    static var programmeChange: Self { .permission(.programmeChange) }
    static var peopleRead: Self { .permission(.peopleRead) }
    static var peopleChange: Self { .permission(.peopleChange) }
    static var peopleExport: Self { .permission(.peopleExport) }
    static var peopleWriteTo: Self { .permission(.peopleWriteTo) }
    static var countsRead: Self { .permission(.countsRead) }
    static var capacityChange: Self { .permission(.capacityChange) }
    static var doorWork: Self { .permission(.doorWork) }
    static var doorOpen: Self { .permission(.doorOpen) }
    static var accountsManage: Self { .permission(.accountsManage) }
    static var recordRead: Self { .permission(.recordRead) }
}

/// How lately a password or code must have been seen.
enum StaffProof: Hashable, Sendable {
    /// When logging in.
    case login
    /// Within ten minutes.
    case fresh
}

/// The only way to a route below `/staff`: none can be made that does not say what it needs.
struct StaffRouter {
    typealias Handler = @Sendable (Request, WebContext, StaffVisit) async throws -> Response
    typealias FormHandler = @Sendable (FormFields, Request, WebContext, StaffVisit) async throws -> Response
    typealias OpenHandler = @Sendable (Request, WebContext) async throws -> Response

    private let router: Router<WebContext>
    private let desk: StaffDesk

    init(router: Router<WebContext>, desk: StaffDesk) {
        self.router = router
        self.desk = desk
    }

    func get(_ path: String, needs need: StaffNeed, proof: StaffProof = .login, use handler: @escaping Handler) {
        on(path, .get) { [desk] request, context in
            switch try await desk.admission(request, context, need, proof) {
            case .admitted(let visit): try await handler(request, context, visit)
            case .elsewhere(let path), .later(_, let path): .seeOther(path)
            }
        }
    }

    /// A posted form whose token was seen to be this login's. Where a login or a proof is due first, what was typed is held.
    func post(_ path: String, needs need: StaffNeed, proof: StaffProof = .login, use handler: @escaping FormHandler) {
        on(path, .post) { [desk] request, context in
            switch try await desk.admission(request, context, need, proof) {
            case .admitted(let visit):
                let fields = try await FormFields(body: request)
                guard desk.isOurs(request, token: fields["form_token"], visit) else { throw Refusal.foreignForm }
                return try await handler(fields, request, context, visit)
            case .later(let visit, _): return try await desk.hold(request, need, for: visit)
            case .elsewhere(let path): return .seeOther(path)
            }
        }
    }

    /// What a script of our own pages posts. Whoever may not is answered by a status alone.
    func call(_ path: String, needs need: StaffNeed, use handler: @escaping Handler) {
        on(path, .post) { [desk] request, context in
            guard let visit = try await desk.visit(request, context, need) else { throw Refusal.notLoggedIn }
            guard !visit.lacksFactor(for: need) else { throw Refusal.notAllowed }
            guard desk.isOurs(request, token: request.headers[.formToken] ?? "", visit) else {
                throw Refusal.foreignForm
            }
            return try await handler(request, context, visit)
        }
    }

    /// The explicit exception: a page that asks for no login, by which one logs in or answers a mailed link. Its forms pass the
    /// `FormGate`, like visitors'.
    func anyone(_ path: String, _ method: HTTPRequest.Method, use handler: @escaping OpenHandler) {
        on(path, method) { request, context in
            let answer = try await handler(request, context)
            guard let chosen = StaffDesk.chosenLanguage(request) else { return answer }
            return answer.setting(StaffCookie.language.field(chosen.rawValue))
        }
    }

    private func on(
        _ path: String, _ method: HTTPRequest.Method,
        use handler: @escaping @Sendable (Request, WebContext) async throws -> Response
    ) {
        precondition(path == "/staff" || path.hasPrefix("/staff/"), "\(path) is not below /staff")
        router.on(RouterPath(path), method: method, use: handler)
    }
}

extension HTTPField.Name {
    static let formToken = HTTPField.Name("X-Form-Token")!
}
