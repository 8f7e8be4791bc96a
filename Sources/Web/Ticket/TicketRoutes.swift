internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The ticket page and what its owner can change there. The secret in the address is all that is asked for.
struct TicketRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let key: TicketKey
    let gate: FormGate
    let desk: StaffDesk

    func add(to router: some RouterMethods<WebContext>) {
        let ticket = router.group("/:language/tickets/:token")
        ticket.get { request, context in try await show(request, context) }
        ticket.get("/calendar.ics") { request, context in try await calendar(request, context) }
        for step in [TicketStep.cancel, .places, .name] {
            let path = RouterPath("/\(step.rawValue)")
            ticket.get(path) { request, context in try await ask(step, request, context) }
            ticket.post(path) { request, context in try await take(step, request, context) }
        }
    }

    func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context) else { return unknown(language) }
        guard visit.purpose == .manage else {
            // Whoever works at a door gets the check-in, whichever camera opened the code.
            if await desk.isAtDoor(request, context) {
                return .seeOther(StaffAddress.doorTicket(token: visit.token).path)
            }
            return HTMLAnswer.response(
                try pages.doorTicket(visit.ticket, token: visit.token, key: key, language, now: visit.now),
                language: language)
        }
        let result = request.uri.queryParameters.get("result").flatMap(TicketResult.init(rawValue:))
        let html = try pages.ticket(
            visit.ticket, token: visit.token, key: key, result: result, around: try await store.programme.current(),
            language, now: visit.now)
        return HTMLAnswer.response(html, language: language)
    }

    /// The session as an entry of a calendar: without any secret, since calendars are shared.
    func calendar(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context), visit.purpose == .manage else { return unknown(language) }
        let (ticket, now) = (visit.ticket, visit.now)
        let event = CalendarEvent(
            ticket.session, in: language, uid: CalendarEvent.uid(signUp: ticket.id, host: gate.publicURL.host),
            stamp: now, sequence: CalendarEvent.sequence(signedUpAt: ticket.signedUpAt, changedAt: now),
            url: gate.publicURL.origin + PageAddress.session(slug: ticket.session.slug).path(language),
            status: ticket.status == .cancelled ? .cancelled : nil)
        let file = CalendarFile(method: .publish, timeZone: ticket.edition.timeZone, events: [event])
        return Response(
            status: .ok,
            headers: [
                .contentType: file.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"social-day-\(ticket.session.slug).ics\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: file.text())))
    }

    /// Says what a step does, and asks once.
    func ask(_ step: TicketStep, _ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context), visit.purpose == .manage else { return unknown(language) }
        guard visit.ticket.state(at: visit.now).isLive else { return visit.back(.unchanged) }
        return form(step, visit, typed: nil, because: nil)
    }

    func take(_ step: TicketStep, _ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let fields = try await FormFields(body: request)
        let typed = step == .cancel ? nil : fields[step.rawValue]
        do { return try await take(step, fields, typed: typed, request, context) } catch let error as StoreError
            where error.isPassing
        {
            guard let (token, signUp) = TicketVisit.claimed(context) else { return unknown(language) }
            // Nobody can be asked whose ticket it is: the form comes back without a word of it.
            let browser = Browser(request)
            let form = gate.token(for: TicketVisit.formName(step, of: signUp), browser)
            return browser.page(
                pages.interrupted(step, token: token, formToken: form, typed: typed, language),
                status: FormReturn.busy.status, language, retryAfter: FormReturn.busy.retryAfter)
        }
    }

    private func take(
        _ step: TicketStep, _ fields: FormFields, typed: String?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context), visit.purpose == .manage else { return unknown(language) }
        let objection = await gate.objection(
            to: fields, of: TicketVisit.formName(step, of: visit.ticket.id), from: visit.browser, request, context)
        if let objection {
            return form(
                step, visit, typed: typed, because: .form(FormReturn(objection)), status: objection.status,
                retryAfter: objection.retryAfter)
        }
        switch step {
        case .cancel: return answer(try await store.cancel(visit.ticket), of: step, visit, typed: typed)
        case .places: return try await reduce(visit, typed: typed ?? "")
        case .name: return try await rename(visit, typed: typed ?? "")
        }
    }

    private func reduce(_ visit: TicketVisit, typed: String) async throws -> Response {
        guard let places = Int(typed), SignUp.placesAllowed.contains(places) else {
            return form(.places, visit, typed: typed, because: .notFewer, status: .unprocessableContent)
        }
        let change = try await store.reducePlaces(of: visit.ticket, to: places)
        return answer(change, of: .places, visit, typed: typed)
    }

    private func rename(_ visit: TicketVisit, typed: String) async throws -> Response {
        let name: PersonName
        do { name = try PersonName(typed) } catch {
            return form(.name, visit, typed: typed, because: .name(error), status: .unprocessableContent)
        }
        return answer(try await store.rename(visit.ticket, to: name), of: .name, visit, typed: typed)
    }

    // MARK: Answers

    private func answer(
        _ change: TicketChange, of step: TicketStep, _ visit: TicketVisit, typed: String?
    ) -> Response {
        switch change {
        case .done: visit.back(step.result)
        // Cancelling twice is as good as once.
        case .alreadyCancelled: visit.back(step == .cancel ? nil : .unchanged)
        case .sessionCancelled, .over: visit.back(.unchanged)
        case .notFewer: form(step, visit, typed: typed, because: .notFewer, status: .unprocessableContent)
        case .inside: form(step, visit, typed: typed, because: .inside, status: .conflict)
        case .notFound: unknown(visit.language)
        }
    }

    private func form(
        _ step: TicketStep, _ visit: TicketVisit, typed: String?, because returned: StepReturn?,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let html = pages.step(
            step, of: visit.ticket, token: visit.token,
            formToken: gate.token(for: TicketVisit.formName(step, of: visit.ticket.id), visit.browser),
            typed: typed, because: returned, visit.language, now: visit.now)
        return visit.browser.page(html, status: status, visit.language, retryAfter: retryAfter)
    }

    private func unknown(_ language: Language) -> Response {
        HTMLAnswer.response(pages.unknownTicket(language), status: .notFound, language: language)
    }

    private func visit(_ request: Request, _ context: WebContext) async throws -> TicketVisit? {
        try await TicketVisit.find(request, context, store: store, key: key)
    }
}

extension TicketStep {
    /// What the ticket page says first once it is done; a cancelled ticket says so itself.
    fileprivate var result: TicketResult? {
        switch self {
        case .cancel: nil
        case .places: .places
        case .name: .name
        }
    }
}
