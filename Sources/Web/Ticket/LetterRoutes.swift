internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// Lost tickets, and the link to everything under an address: forms whose answer never tells whether the address is known.
struct LetterRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let gate: FormGate

    func add(to router: some RouterMethods<WebContext>) {
        for (letter, path) in [(LetterOnRequest.tickets, "lost-ticket"), (.addressLink, "my-sign-ups")] {
            let route = RouterPath("/:language/\(path)")
            router.get(route) { request, context in try show(letter, request, context) }
            router.post(route) { request, context in try await take(letter, request, context) }
        }
    }

    func show(_ letter: LetterOnRequest, _ request: Request, _ context: WebContext) throws -> Response {
        let language = try context.knownLanguage()
        if request.uri.queryParameters.get("sent") != nil {
            return HTMLAnswer.response(pages.letterSent(letter, language), language: language)
        }
        return form(letter, Browser(request), language)
    }

    func take(_ letter: LetterOnRequest, _ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let browser = Browser(request)
        let fields = try await FormFields(body: request)
        let typed = fields["email"]
        if let objection = await gate.objection(to: fields, of: letter.rawValue, from: browser, request, context) {
            return form(
                letter, browser, language, email: typed, because: FormReturn(objection), status: objection.status,
                retryAfter: objection.retryAfter)
        }
        let email: EmailAddress
        do { email = try EmailAddress(typed) } catch {
            return form(
                letter, browser, language, email: typed, because: .invalid(SignUp.Invalid([(.email, error)])),
                status: .unprocessableContent)
        }
        do {
            try await EvenTime.spend { try await store.ask(for: letter, to: email, in: language) }
        } catch let error as StoreError where error.isPassing {
            return form(
                letter, browser, language, email: typed, because: .busy, status: FormReturn.busy.status,
                retryAfter: FormReturn.busy.retryAfter)
        }
        return .seeOther(letter.address.path(language) + "?sent=yes")
    }

    private func form(
        _ letter: LetterOnRequest, _ browser: Browser, _ language: Language, email: String = "",
        because reason: FormReturn? = nil, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let html = pages.letterForm(
            letter, formToken: gate.token(for: letter.rawValue, browser), email: email, because: reason, language)
        return browser.page(html, status: status, language, retryAfter: retryAfter)
    }
}
