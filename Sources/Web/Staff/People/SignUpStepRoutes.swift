internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Changing somebody's sign-up for them, undoing that, and printing its ticket.
struct SignUpStepRoutes: Sendable {
    let desk: StaffDesk

    private var store: RegistrationStore { desk.store }

    func add(to staff: StaffRouter) {
        let root = "/staff/people/:person/sign-ups/:reference"
        staff.get("\(root)/ticket", needs: .peopleRead) { _, context, visit in try await ticket(context, visit) }
        for step in SignUpStep.allCases {
            if step.asks {
                staff.get("\(root)/\(step.rawValue)", needs: .peopleChange) { _, context, visit in
                    try await ask(step, context, visit)
                }
            }
            staff.post("\(root)/\(step.rawValue)", needs: .peopleChange) { fields, _, context, visit in
                try await take(step, fields, context, visit)
            }
        }
    }

    private func ask(_ step: SignUpStep, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let held = try await held(context, visit) else { return desk.unknownPerson(visit) }
        return try await form(step, held, visit, typed: SignUpStepForm())
    }

    private func take(
        _ step: SignUpStep, _ fields: FormFields, _ context: WebContext, _ visit: StaffVisit
    ) async throws -> Response {
        guard let held = try await held(context, visit) else { return desk.unknownPerson(visit) }
        let id = held.signUp.id
        var typed = SignUpStepForm(fields)
        switch step {
        case .cancel:
            return lead(try await store.cancel(signUp: id, actor: visit.actor), .cancelled(held.signUp.reference), held)
        case .restore: return lead(try await store.restore(signUp: id, actor: visit.actor), .restored, held)
        case .putBack: return lead(try await store.putBack(signUp: id, actor: visit.actor), .putBack, held)
        case .places:
            guard let places = Int(typed.places), SignUp.placesAllowed.contains(places) else {
                typed.problem = .outOfRange(SignUp.placesAllowed)
                return try await form(step, held, visit, typed: typed)
            }
            return lead(try await store.changePlaces(ofSignUp: id, to: places, actor: visit.actor), .places, held)
        case .move:
            let sessions = try await store.sessionCounts(actor: visit.actor)
            guard let session = sessions.first(where: { $0.slug == typed.session }) else {
                typed.problem = .missing
                return try await form(step, held, visit, typed: typed)
            }
            return lead(try await store.move(signUp: id, to: session.id, actor: visit.actor), .moved, held)
        case .moveUp: return try await moveUp(held, visit, typed)
        }
    }

    private func moveUp(_ held: Held, _ visit: StaffVisit, _ form: SignUpStepForm) async throws -> Response {
        var typed = form
        var note: NoteText?
        do throws(FieldProblem) { note = try NoteText(typed.note) } catch {
            if error != .missing { typed.problem = error }
        }
        guard let reason = MoveUpReason(rawValue: typed.reason) else {
            typed.lacksReason = true
            return try await self.form(.moveUp, held, visit, typed: typed)
        }
        if reason == .other, note == nil, typed.problem == nil { typed.problem = .missing }
        guard typed.problem == nil else { return try await self.form(.moveUp, held, visit, typed: typed) }
        let change = try await store.moveUp(signUp: held.signUp.id, because: reason, note: note, actor: visit.actor)
        return lead(change, change == .confirmed ? .confirmed : .first(held.signUp.reference), held)
    }

    /// The person's page, which says what came of it.
    private func lead(_ change: DeskChange, _ done: PersonNotice, _ held: Held) -> Response {
        (change.isDone ? done : .refused(change.rawValue)).lead(to: held.person.id)
    }

    private func form(
        _ step: SignUpStep, _ held: Held, _ visit: StaffVisit, typed: SignUpStepForm
    ) async throws -> Response {
        let sessions = step == .move ? try await store.sessionCounts(actor: visit.actor) : []
        let view = SignUpStepView(step, held.signUp, of: held.person, sessions: sessions, typed: typed, visit)
        let html = desk.pages.staff(
            .staffStep, visit, title: view.title, at: .people(.step(held.person.id, held.signUp.reference, step)), view)
        return StaffAnswer.page(html, visit, status: typed.isWrong ? .unprocessableContent : .ok)
    }

    /// In the language of whoever takes it home.
    private func ticket(_ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let held = try await held(context, visit) else { return desk.unknownPerson(visit) }
        let ticket = try await store.ticket(of: held.signUp.id)
        guard let ticket, ticket.state(at: visit.now) == .confirmed else {
            let texts = Texts.all.person
            return desk.message(
                texts.ticket, texts.noTicket, to: .person(held.person.id), texts.back, visit, status: .notFound)
        }
        let address = PageAddress.ticket(token: ticket.token(.door, key: desk.key)).path(held.signUp.language)
        let code = try QRCode(desk.publicURL.origin + address)
        let view = PrintedTicketView(
            ticket, code: code.svg(title: Texts.all.ticket.code[visit.language]), person: held.person.id,
            language: held.signUp.language)
        let html = desk.pages.staff(
            .staffTicket, visit, title: Texts.all.person.ticket[visit.language],
            at: .people(.ticket(held.person.id, held.signUp.reference)), view)
        return StaffAnswer.page(html, visit)
    }

    /// A sign-up with its person.
    struct Held: Sendable {
        let person: Person
        let signUp: PersonSignUp
    }

    private func held(_ context: WebContext, _ visit: StaffVisit) async throws -> Held? {
        guard let id = context.parameters.get("person", as: Int64.self),
            let reference = context.parameters.get("reference").flatMap({ Reference($0) }),
            let person = try await store.person(id, actor: visit.actor),
            let signUp = person.signUps.first(where: { $0.id == reference.signUp })
        else { return nil }
        return Held(person: person, signUp: signUp)
    }
}

/// What was typed into the form of a step.
struct SignUpStepForm: Sendable {
    var places = ""
    var session = ""
    var reason = ""
    var note = ""
    var problem: FieldProblem?
    var lacksReason = false

    var isWrong: Bool { problem != nil || lacksReason }

    init() {}

    init(_ fields: FormFields) {
        (places, session, reason, note) = (fields["places"], fields["session"], fields["reason"], fields["note"])
    }
}
