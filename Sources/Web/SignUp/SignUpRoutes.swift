internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// The sign-up form's two ends: giving it out, and taking it back.
struct SignUpRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let gate: FormGate

    func add(to router: some RouterMethods<WebContext>) {
        let session = router.group("/:language/sessions/:slug")
        session.get { request, context in try await showSession(request, context) }
        session.post("/sign-ups") { request, context in try await signUp(request, context) }
        session.post("/sign-ups/:reference/email") { request, context in try await correctEmail(request, context) }
        // Somebody who reloads or shares the address of an answer is led back to where it came from.
        session.get("/sign-ups") { _, context -> Response in
            guard let slug = context.parameters.get("slug") else { throw Refusal.notFound }
            return .seeOther(PageAddress.session(slug: slug).path(try context.knownLanguage()))
        }
    }

    /// A session's page, with a form made for this browser: nothing of it may be stored on the way.
    func showSession(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await visit(request, context)
        let form = SignUp.Form(requestKey: RequestKey.random().text)
        let html = pages.session(
            visit.session, tally: visit.tally, edition: visit.edition, form: form,
            formToken: gate.token(for: visit.formName, visit.browser), visit.language, around: store.programme.latest,
            now: Date())
        return visit.page(html)
    }

    /// `POST /{l}/sessions/{slug}/sign-ups`. Answering the POST itself, without a redirect, is safe: sent again it carries the
    /// same request key, and gets the same answer.
    func signUp(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await visit(request, context)
        let fields = try await FormFields(body: request)
        let form = SignUp.Form(fields)
        // What was typed comes back whatever the reason.
        if let objection = await gate.objection(to: fields, of: visit.formName, from: visit.browser, request, context) {
            return again(visit, form, because: FormReturn(objection), status: objection.status)
        }
        let signUp: SignUp.Request
        do {
            signUp = try SignUp.Request(
                form, session: visit.session.id, caller: visit.caller, language: visit.language)
        } catch {
            return again(visit, form.withFreshKey, because: .invalid(error))
        }
        do {
            if let held = Reference(fields["switch_from"]), let result = try await self.switch(held, signUp, visit) {
                return self.result(result, visit, email: form.email, status: result.isRefusal ? .conflict : .ok)
            }
            return try await outcome(try await store.signUps.submit(signUp), to: signUp, of: form, visit)
        } catch let error as StoreError where error.isPassing {
            return again(visit, form, because: .busy)
        }
    }

    /// Exchanges the places that this browser got for this session's; nil where there is nothing left to exchange, so that it
    /// is a sign-up like any other.
    private func `switch`(_ held: Reference, _ signUp: SignUp.Request, _ visit: Visit) async throws -> SignUpResult? {
        let outcome = try await store.switchSignUp(
            held, to: visit.session.id, proof: .caller(signUp.caller), request: signUp)
        return SignUpResult(outcome, session: visit.session)
    }

    /// `POST /{l}/sessions/{slug}/sign-ups/{reference}/email`: the browser that signed up corrects the address it mistyped.
    func correctEmail(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await visit(request, context)
        let fields = try await FormFields(body: request)
        guard let reference = context.parameters.get("reference").flatMap({ Reference($0) }) else {
            throw Refusal.notFound
        }
        let objection = await gate.objection(
            to: fields, of: correctionForm(reference), from: visit.browser, request, context)
        let typed = fields["email"]
        if let objection {
            return notCorrected(reference, visit, typed, because: FormReturn(objection), status: objection.status)
        }
        let email: EmailAddress
        do { email = try EmailAddress(typed) } catch {
            return notCorrected(reference, visit, typed, because: .invalid(SignUp.Invalid([(.email, error)])))
        }
        let corrected: AddressCorrection
        do { corrected = try await store.correctEmail(of: reference, to: email, caller: visit.caller) } catch {
            guard error.isPassing else { throw error }
            return notCorrected(reference, visit, typed, because: .busy)
        }
        switch corrected {
        case .corrected(let places, let position):
            // Whoever mistypes once may mistype again.
            return result(
                .corrected(SignUp.Held(reference: reference, places: places), position: position), visit,
                email: email.text, correction: correction(of: reference, visit))
        case .alreadySignedUp, .clash: return result(.writtenTo, visit, email: email.text)
        case .tooLate: return result(.tooLateToCorrect, visit, email: "", status: .conflict)
        case .notFound: throw Refusal.notFound
        }
    }

    // MARK: Answers

    private func outcome(
        _ outcome: SignUp.Outcome, to signUp: SignUp.Request, of form: SignUp.Form, _ visit: Visit
    ) async throws -> Response {
        if case .clash(isOwn: true) = outcome { return try await clash(of: signUp, form, visit) }
        guard let result = SignUpResult(outcome, session: visit.session, places: signUp.places) else {
            if case .keyReused = outcome { return again(visit, form.withFreshKey, because: .keyReused) }
            throw Refusal.notFound
        }
        return self.result(
            result, visit, email: form.email,
            correction: outcome.newlyHeld.map { correction(of: $0.reference, visit) },
            status: outcome.isRefusal ? .conflict : .ok)
    }

    /// The browser that holds the other places may exchange them.
    private func clash(of signUp: SignUp.Request, _ form: SignUp.Form, _ visit: Visit) async throws -> Response {
        let clash = try await store.clash(of: signUp.email, with: visit.session.id, caller: signUp.caller)
        let offer = clash.flatMap { clash in
            visit.sessions.first { $0.id == clash.session }.map {
                SwitchOfferView(
                    form.withFreshKey, from: clash.held, other: $0, to: visit.session,
                    token: gate.token(for: visit.formName, visit.browser), edition: visit.edition,
                    language: visit.language)
            }
        }
        let html = pages.outcome(
            .clash, session: visit.session, edition: visit.edition, email: form.email, switchOffer: offer,
            around: store.programme.latest, visit.language)
        return visit.page(html)
    }

    private func result(
        _ result: SignUpResult, _ visit: Visit, email: String, correction: CorrectionView? = nil,
        status: HTTPResponse.Status = .ok, retryAfter: Int? = nil
    ) -> Response {
        let html = pages.outcome(
            result, session: visit.session, edition: visit.edition, email: email, correction: correction,
            around: store.programme.latest, visit.language)
        return visit.page(html, status: status, retryAfter: retryAfter)
    }

    /// The small form again, with the address as it was typed and the reason above it.
    private func notCorrected(
        _ reference: Reference, _ visit: Visit, _ typed: String, because reason: FormReturn,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        result(
            .notCorrected(reference), visit, email: "",
            correction: correction(of: reference, visit, email: typed, because: reason),
            status: status ?? reason.status, retryAfter: reason.retryAfter)
    }

    /// The form again, with all that was typed and the reason above it.
    private func again(
        _ visit: Visit, _ form: SignUp.Form, because reason: FormReturn, status: HTTPResponse.Status? = nil
    ) -> Response {
        let html = pages.signUpForm(
            visit.session, tally: visit.tally, edition: visit.edition, because: reason, form: form,
            formToken: gate.token(for: visit.formName, visit.browser), around: store.programme.latest,
            visit.language)
        return visit.page(html, status: status ?? reason.status, retryAfter: reason.retryAfter)
    }

    private func correction(
        of reference: Reference, _ visit: Visit, email: String = "", because reason: FormReturn? = nil
    ) -> CorrectionView {
        CorrectionView(
            at: .correction(slug: visit.session.slug, reference: reference),
            token: gate.token(for: correctionForm(reference), visit.browser), email: email,
            because: reason, language: visit.language)
    }

    private func correctionForm(_ reference: Reference) -> String { "email:\(reference.signUp)" }

    // MARK: Who asks, for what

    private func visit(_ request: Request, _ context: WebContext) async throws -> Visit {
        guard let language = context.language, let slug = context.parameters.get("slug") else { throw Refusal.notFound }
        let state = try await store.programme.current()
        guard let edition = state.programme.edition, let session = state.programme.session(slug: slug) else {
            throw Refusal.notFound
        }
        return Visit(
            language: language, session: session, tally: state.tally(of: session), edition: edition,
            sessions: state.programme.sessions, browser: Browser(request))
    }
}

/// One browser at one session's page.
private struct Visit {
    let language: Language
    let session: Session
    let tally: Tally
    let edition: Edition
    /// The whole programme's.
    let sessions: [Session]
    let browser: Browser

    var formName: String { "sign-up:\(session.id)" }

    var caller: SignUp.Caller { .browser(cookie: browser.cookie) }

    func page(_ html: String, status: HTTPResponse.Status = .ok, retryAfter: Int? = nil) -> Response {
        browser.page(html, status: status, language, retryAfter: retryAfter)
    }
}

extension SignUp.Form {
    /// What was typed, as the fields of the page are named.
    init(_ fields: FormFields) {
        self.init(
            name: fields["name"], email: fields["email"], places: fields["places"], needs: fields.all("needs"),
            needsNote: fields["needs_note"], consentsToNeeds: !fields["needs_consent"].isEmpty,
            requestKey: fields["request_key"])
    }

    /// A form that is shown again gets a new key: the old one may belong to another answer.
    var withFreshKey: SignUp.Form {
        var form = self
        form.requestKey = RequestKey.random().text
        return form
    }
}

extension SignUp.Outcome {
    /// The sign-up, where this very request made it.
    var newlyHeld: SignUp.Held? {
        switch self {
        case .confirmed(let held), .waiting(let held, _): held
        default: nil
        }
    }

    fileprivate var isRefusal: Bool {
        switch self {
        case .full, .closed, .notYetOpen: true
        // The neutral page is the same, status included, whoever asks.
        default: false
        }
    }
}

extension SignUpResult {
    fileprivate var isRefusal: Bool {
        switch self {
        case .full, .notSwitched, .closed, .calledOff, .over, .notYetOpen: true
        default: false
        }
    }
}
