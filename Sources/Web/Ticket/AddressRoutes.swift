internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Registration
internal import RegistrationStore

/// Everything under an address, for whoever got the link that was mailed there less than a quarter of an hour ago.
struct AddressRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let key: TicketKey
    let gate: FormGate

    func add(to router: some RouterMethods<WebContext>) {
        let address = router.group("/:language/my-sign-ups/:token")
        address.get { request, context in try await show(context) }
        address.get("/data.json") { request, context in try await download(context) }
        address.get("/erase") { request, context in try await askToErase(request, context) }
        address.post("/erase") { request, context in try await erase(request, context) }
        router.get("/:language/farewell") { request, context in
            let language = try context.knownLanguage()
            return HTMLAnswer.response(pages.farewell(language), language: language)
        }
    }

    func show(_ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let (link, token) = link(context) else { return expired(language) }
        let tickets = try await store.tickets(underAddressOf: link.attendee)
        guard try await holdsAnything(link, tickets) else { return nothing(language) }
        let edition = store.programme.latest.programme.edition ?? tickets.last?.edition
        let html = pages.address(
            tickets, link: link, token: token, key: key, timeZone: edition?.timeZone ?? .gmt, language, now: Date())
        return HTMLAnswer.response(html, language: language)
    }

    func download(_ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let (link, _) = link(context) else { return expired(language) }
        guard let data = try await store.data(underAddressOf: link.attendee) else { return nothing(language) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"social-day-data.json\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: data + "\n")))
    }

    func askToErase(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        guard let (link, token) = link(context) else { return expired(language) }
        let tickets = try await store.tickets(underAddressOf: link.attendee)
        guard try await holdsAnything(link, tickets) else { return nothing(language) }
        return form(link, token, Browser(request), language)
    }

    func erase(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let browser = Browser(request)
        let fields = try await FormFields(body: request)
        guard let (link, token) = link(context) else { return expired(language) }
        if let objection = await gate.objection(to: fields, of: formName(link), from: browser, request, context) {
            return form(
                link, token, browser, language, because: .form(FormReturn(objection)), status: objection.status,
                retryAfter: objection.retryAfter)
        }
        let isErased: Bool
        do { isErased = try await store.erase(addressOf: link.attendee) } catch {
            guard error.isPassing else { throw error }
            return form(
                link, token, browser, language, because: .form(.busy), status: FormReturn.busy.status,
                retryAfter: FormReturn.busy.retryAfter)
        }
        // Sent twice, it has been done once.
        if isErased {
            // For whoever restores an older backup, where the person is again. The number leads to nobody any more.
            context.logger.notice(
                "somebody was erased, as they asked", metadata: ["attendee": "\(link.attendee)"])
        }
        return .seeOther(PageAddress.farewell.path(language))
    }

    private func form(
        _ link: AddressLink, _ token: String, _ browser: Browser, _ language: Language,
        because returned: StepReturn? = nil, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let html = pages.erasing(
            token: token, formToken: gate.token(for: formName(link), browser), because: returned, language)
        return browser.page(html, status: status, language, retryAfter: retryAfter)
    }

    /// All that is kept takes long to gather, and hardly anybody is known without a sign-up.
    private func holdsAnything(_ link: AddressLink, _ tickets: [HeldTicket]) async throws -> Bool {
        if !tickets.isEmpty { return true }
        return try await store.data(underAddressOf: link.attendee) != nil
    }

    private func expired(_ language: Language) -> Response {
        HTMLAnswer.response(pages.expiredLink(language), status: .notFound, language: language)
    }

    private func nothing(_ language: Language) -> Response {
        HTMLAnswer.response(pages.nothingKept(language), language: language)
    }

    private func formName(_ link: AddressLink) -> String { "erase:\(link.attendee)" }

    /// `nil` for what is none of ours, or has run out.
    private func link(_ context: WebContext) -> (AddressLink, token: String)? {
        guard let token = context.parameters.get("token"), let link = AddressLink(token: token, key: key, now: Date())
        else { return nil }
        return (link, token)
    }
}
