internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// My day: sessions put aside, then one form for all of them.
struct DayRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let gate: FormGate

    func add(to router: some RouterMethods<WebContext>) {
        let day = router.group("/:language/my-day")
        day.get { request, context in try await show(request, context) }
        day.post { request, context in try await signUp(request, context) }
        day.post("/email") { request, context in try await correctEmail(request, context) }
        day.post("/choices") { request, context in try await choose(request, context) }
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await DayVisit(request, context, store: store, choice: DayChoice(request))
        let form = SignUp.Form(requestKey: RequestKey.random().text)
        return visit.page(
            pages.day(
                visit.day, form: form, formToken: gate.token(for: DayVisit.formName, visit.browser),
                around: store.programme.latest, visit.language))
    }

    /// `POST /{l}/my-day/choices`: puts a session aside (`add`) or back (`remove`). Nothing is promised by it, so the only
    /// protection it needs is that another site can't do it.
    private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let fields = try await FormFields(body: request)
        guard SameOrigin.holds(for: request, origin: gate.publicURL.origin) else { throw Refusal.foreignForm }
        // Those of the page that the button stands on, since its address may hold others than the cookie.
        var choice = fields.all("session").isEmpty ? DayChoice(request) : DayChoice(fields.all("session"))
        for slug in fields.all("add") { choice.add(slug) }
        for slug in fields.all("remove") { choice.remove(slug) }
        return Response(
            status: .seeOther, headers: [.location: PageAddress.day.path(language), .setCookie: choice.cookie])
    }

    /// `POST /{l}/my-day`: signs up for all of them. Sent again it carries the same request key, and gets the same answers.
    private func signUp(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(body: request)
        let visit = try await DayVisit(request, context, store: store, choice: DayChoice(fields.all("session")))
        let form = SignUp.Form(fields)
        guard !visit.day.sessions.isEmpty else {
            return .seeOther(PageAddress.day.path(visit.language))
        }
        let objection = await gate.objection(
            to: fields, of: DayVisit.formName, from: visit.browser, request, context)
        if let objection { return again(visit, form, because: FormReturn(objection), status: objection.status) }
        let signUp: SignUp.Request
        do {
            signUp = try SignUp.Request(
                form, session: visit.day.sessions[0].id, caller: .browser(cookie: visit.browser.cookie),
                language: visit.language)
        } catch {
            return again(visit, form.withFreshKey, because: .invalid(error))
        }
        do {
            let outcomes = try await store.signUp(for: visit.day.sessions.map(\.id), signUp)
            return answer(outcomes, to: signUp, of: form, visit)
        } catch {
            guard error.isPassing else { throw error }
            return again(visit, form, because: .busy)
        }
    }

    private func answer(
        _ outcomes: [SignUp.Outcome], to signUp: SignUp.Request, of form: SignUp.Form, _ visit: DayVisit
    ) -> Response {
        if outcomes.contains(.keyReused) { return again(visit, form.withFreshKey, because: .keyReused) }
        let results = zip(visit.day.sessions, outcomes).map { session, outcome in
            (session: session, result: SignUpResult(outcome, session: session, places: signUp.places) ?? .closed)
        }
        let made = outcomes.compactMap(\.newlyHeld?.reference)
        var response = visit.page(
            pages.dayOutcome(
                results, edition: visit.day.edition, email: form.email,
                correction: correction(of: made, visit.browser, visit.language), around: store.programme.latest,
                visit.language))
        response.headers.append(HTTPField(name: .setCookie, value: DayChoice([]).cookie))
        return response
    }

    private func again(
        _ visit: DayVisit, _ form: SignUp.Form, because reason: FormReturn, status: HTTPResponse.Status? = nil
    ) -> Response {
        let html = pages.day(
            visit.day, form: form, formToken: gate.token(for: DayVisit.formName, visit.browser), because: reason,
            around: store.programme.latest, visit.language)
        return visit.page(html, status: status ?? reason.status, retryAfter: reason.retryAfter)
    }
}

/// One browser and the sessions of its day.
struct DayVisit {
    static let formName = "day"

    let language: Language
    let day: ChosenDay
    let browser: Browser

    init(_ request: Request, _ context: WebContext, store: RegistrationStore, choice: DayChoice) async throws {
        language = try context.knownLanguage()
        let state = try await store.programme.current()
        guard let edition = state.programme.edition else { throw Refusal.notFound }
        let plan = DayPlan(choice.slugs.compactMap { state.programme.session(slug: $0) })
        day = ChosenDay(plan: plan, edition: edition, tallies: state.tallies)
        browser = Browser(request)
    }

    func page(_ html: String, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil) -> Response {
        browser.page(html, status: status, language, retryAfter: retryAfter)
    }
}

/// The sessions of somebody's day, with the places left.
struct ChosenDay: Sendable {
    let plan: DayPlan
    let edition: Edition
    let tallies: [Session.ID: Tally]

    /// In the order of the day.
    var sessions: [Session] { plan.sessions }
}
