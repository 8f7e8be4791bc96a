internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// Exchanging what a ticket's owner holds at an overlapping time for places in another session: the page that a letter
/// about a clash leads to.
struct SwitchRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let key: TicketKey
    let gate: FormGate

    func add(to router: some RouterMethods<WebContext>) {
        let exchange = router.group("/:language/tickets/:token/switch/:slug")
        exchange.get { request, context in try await ask(request, context) }
        exchange.post { request, context in try await take(request, context) }
    }

    /// Says what would happen, and asks once.
    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context) else { return unknown(language) }
        let wanted = try await wanted(context)
        guard visit.ticket.state(at: visit.now).isLive else { return visit.back(.unchanged) }
        return form(visit, wanted)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let fields = try await FormFields(body: request)
        let wanted = try await wanted(context)
        do { return try await take(fields, wanted, request, context) } catch let error as StoreError
            where error.isPassing
        {
            guard let (token, signUp) = TicketVisit.claimed(context) else { return unknown(language) }
            let browser = Browser(request)
            let form = gate.token(for: TicketVisit.formName(switchOf: signUp, to: wanted), browser)
            return browser.page(
                pages.interrupted(
                    switchTo: wanted, token: token, formToken: form, places: places(fields),
                    timeZone: store.programme.latest.programme.edition?.timeZone ?? .gmt, language),
                status: FormReturn.busy.status, language, retryAfter: FormReturn.busy.retryAfter)
        }
    }

    private func take(
        _ fields: FormFields, _ wanted: Session, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let language = try context.knownLanguage()
        guard let visit = try await visit(request, context) else { return unknown(language) }
        let places = places(fields)
        let objection = await gate.objection(
            to: fields, of: formName(visit, wanted), from: visit.browser, request, context)
        if let objection {
            return form(
                visit, wanted, places: places, because: .form(FormReturn(objection)), status: objection.status,
                retryAfter: objection.retryAfter)
        }
        let outcome = try await store.switchSignUp(
            Reference(signUp: visit.ticket.id), to: wanted.id, proof: .ticket(version: visit.ticket.secretVersion),
            places: places)
        switch outcome {
        case .switched(let held): return try await show(held, .switched, language)
        case .alreadySignedUp(let held): return try await show(held, nil, language)
        case .full: return form(visit, wanted, places: places, because: .full, status: .conflict)
        case .closed, .notYetOpen: return form(visit, wanted, places: places, because: .closed, status: .conflict)
        // Nothing is in the way any more: an ordinary sign-up will do.
        case .noClash, .unproved: return .seeOther(PageAddress.session(slug: wanted.slug).path(language))
        case .notFound: return visit.back(.unchanged)
        }
    }

    // MARK: Answers

    private func form(
        _ visit: TicketVisit, _ wanted: Session, places: Int? = nil, because returned: SwitchReturn? = nil,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let html = pages.switching(
            visit.ticket, to: wanted, token: visit.token,
            formToken: gate.token(for: formName(visit, wanted), visit.browser), places: places, because: returned,
            visit.language)
        return visit.browser.page(html, status: status, visit.language, retryAfter: retryAfter)
    }

    /// To the ticket that there is now: its secret is its owner's, who has just proved to be one.
    private func show(_ held: SignUp.Held, _ result: TicketResult?, _ language: Language) async throws -> Response {
        guard let ticket = try await store.ticket(of: held.reference.signUp) else { throw Refusal.notFound }
        let token = Ticket.token(signUp: ticket.id, version: ticket.secretVersion, purpose: .manage, key: key)
        let path = PageAddress.ticket(token: token).path(language)
        return .seeOther(result.map { "\(path)?result=\($0.rawValue)" } ?? path)
    }

    private func unknown(_ language: Language) -> Response {
        HTMLAnswer.response(pages.unknownTicket(language), status: .notFound, language: language)
    }

    // MARK: Who asks, for what

    private func visit(_ request: Request, _ context: WebContext) async throws -> TicketVisit? {
        let visit = try await TicketVisit.find(request, context, store: store, key: key)
        return visit?.purpose == .manage ? visit : nil
    }

    private func wanted(_ context: WebContext) async throws -> Session {
        let programme = try await store.programme.current().programme
        guard let session = context.parameters.get("slug").flatMap({ programme.session(slug: $0) }) else {
            throw Refusal.notFound
        }
        return session
    }

    private func formName(_ visit: TicketVisit, _ wanted: Session) -> String {
        TicketVisit.formName(switchOf: visit.ticket.id, to: wanted)
    }

    private func places(_ fields: FormFields) -> Int? {
        Int(fields["places"]).flatMap { SignUp.placesAllowed.contains($0) ? $0 : nil }
    }
}
