internal import Export
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Registration
internal import RegistrationStore

/// The calls under `/api/v1`.
struct APIRoutes: Sendable {
    let store: RegistrationStore
    let pages: PageCache
    let shelf: PageShelf
    let key: TicketKey
    let description: RenderedPage

    init(store: RegistrationStore, pages: PageCache, shelf: PageShelf, key: TicketKey) throws {
        self.store = store
        self.pages = pages
        self.shelf = shelf
        self.key = key
        guard let url = Bundle.module.url(forResource: "openapi", withExtension: "json") else {
            throw MissingResource("openapi.json")
        }
        description = RenderedPage(Array(try Data(contentsOf: url)), contentType: "application/json")
    }

    func add(to router: some RouterMethods<WebContext>) {
        let api = router.group("/api/v1")
        api.get("/openapi.json") { request, _ in description.response(to: request) }
        api.get("/sessions") { request, _ in try await sessions(request) }
        api.get("/sessions/:slug") { request, context in try await session(request, context) }
        api.get("/sessions/:slug/attendees") { request, context in try await attendees(request, context) }
        api.get("/attendees") { request, _ in try await lists(request) }
        api.get("/sessions/:slug/needs") { request, context in try await needs(request, context) }
        api.get("/venues") { request, _ in try await venues(request) }
        api.post("/sign-ups") { request, _ in try await signUp(request) }
        api.delete("/sign-ups/:reference") { request, context in try await cancel(request, context) }
        api.post("/check-ins") { request, _ in try await checkIn(request) }
        api.get("/venues/:slug/capacity") { request, context in try await capacity(request, context) }
    }

    // MARK: Reads that are open to everyone

    private func sessions(_ request: Request) async throws -> Response {
        let language = try request.textLanguage()
        let state = try await current()
        let page = try pages.page(
            "api/sessions/\(language)", version: PageVersion(state.version.programme, tallies: state.version.tallies),
            contentType: "application/json"
        ) {
            try JSONAnswer.bytes(DataReply(data: state.programme.sessions.map { state.reply(for: $0, in: language) }))
        }
        shelf.put(page, at: "/api/v1/sessions", for: request, until: state.freshUntil)
        return page.response(to: request)
    }

    private func session(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try request.textLanguage()
        let state = try await current()
        let session = try knownSession(context, in: state)
        let bytes = try JSONAnswer.bytes(state.reply(for: session, in: language))
        return RenderedPage(bytes, contentType: "application/json").response(to: request)
    }

    private func venues(_ request: Request) async throws -> Response {
        let state = try await current()
        return try pages.page(
            "api/venues", version: PageVersion(state.version.programme), contentType: "application/json"
        ) {
            try JSONAnswer.bytes(DataReply(data: state.programme.venues.map(VenueReply.init)))
        }.response(to: request)
    }

    // MARK: Calls that need a token

    private func signUp(_ request: Request) async throws -> Response {
        let caller = try await authorized(request, for: .signUpsWrite)
        let call = try await SignUpCall(body: request)
        let session = try await current().programme.session(slug: call.session)
        guard let signUp = try call.request(session: session?.id, caller: caller) else {
            throw Problem.notFound("session")
        }
        do {
            return try await store.signUps.submit(signUp).apiAnswer().response
        } catch let error as StoreError {
            throw Problem(error)
        }
    }

    private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
        let caller = try await authorized(request, for: .signUpsWrite)
        guard let reference = context.parameters.get("reference").flatMap({ Reference($0) }) else {
            throw Problem.notFound("sign-up")
        }
        switch try await stored({ () async throws(StoreError) in try await store.cancel(reference, caller: caller) }) {
        case .cancelled, .alreadyCancelled: return Response(status: .noContent, headers: [.cacheControl: "no-store"])
        case .notFound: throw Problem.notFound("sign-up")
        }
    }

    private func attendees(_ request: Request, _ context: WebContext) async throws -> Response {
        let caller = try await authorized(request, for: .attendeesRead)
        let state = try await current()
        let session = try knownSession(context, in: state)
        let call = try ListCall(request, of: .sessions([session.slug]), in: state.programme)
        if let format = ListFormat(accept: request.headers[.accept]) {
            return try await list(call, as: format, for: caller)
        }
        let attendees = try await stored { () async throws(StoreError) in
            try await store.attendees(of: session.id, actor: .token(caller.id))
        }
        let dates = state.programme.dates
        return JSONAnswer.response(DataReply(data: attendees.map { AttendeeReply($0, dates: dates) }))
    }

    private func needs(_ request: Request, _ context: WebContext) async throws -> Response {
        let caller = try await authorized(request, for: .attendeesRead)
        let session = try knownSession(context, in: try await current())
        let needs = try await stored { () async throws(StoreError) in
            try await store.needs(of: session.id, actor: .token(caller.id))
        }
        return JSONAnswer.response(DataReply(data: needs.map { NeedReply($0) }))
    }

    // MARK: -

    func authorized(_ request: Request, for scope: Scope) async throws -> SignUp.Caller {
        guard let token = APIToken(authorization: request.headers[.authorization]) else { throw Problem.unauthorized }
        let holder = try await stored { () async throws(StoreError) in try await store.holder(of: token) }
        guard let holder else { throw Problem.unauthorized }
        guard holder.scopes.contains(scope) else { throw Problem.forbidden(scope) }
        return .token(holder.id)
    }

    func knownSession(_ context: WebContext, in state: ProgrammeState) throws(Problem) -> Session {
        guard let session = context.parameters.get("slug").flatMap({ state.programme.session(slug: $0) }) else {
            throw .notFound("session")
        }
        return session
    }

    func current() async throws -> ProgrammeState {
        try await stored { () async throws(StoreError) in try await store.programme.current() }
    }

    func stored<Value>(_ body: () async throws(StoreError) -> Value) async throws(Problem) -> Value {
        do { return try await body() } catch { throw Problem(error) }
    }
}

/// A file that travels with the program is not where it should be.
struct MissingResource: Error, CustomStringConvertible {
    let name: String
    init(_ name: String) { self.name = name }
    var description: String {
        "'\(name)' is missing: the folders named *.resources that were built with the program must lie beside it"
    }
}

extension Request {
    /// The language of texts in a reply, from `?lang=`.
    func textLanguage() throws(Problem) -> Language {
        guard let lang = uri.queryParameters["lang"] else { return .french }
        guard let language = Language(rawValue: String(lang)) else {
            throw .badRequest("'lang' is neither 'fr' nor 'en'.")
        }
        return language
    }

    /// The bytes of a body that says it is JSON, at most 64 KiB.
    func jsonBody() async throws -> ByteBuffer {
        guard headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Problem.unsupportedMediaType
        }
        return try await body.collect(upTo: WebContext.bodyLimit)
    }
}

extension SignUpCall {
    fileprivate init(body request: Request) async throws {
        let body = try await request.jsonBody()
        do { self = try SignUpCall(json: body.readableBytesView) } catch {
            throw Problem.badRequest("The body is not a JSON object.")
        }
    }
}
