internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Signing somebody up by telephone or at the desk.
struct DeskSignUpRoutes: Sendable {
    let desk: StaffDesk

    private var store: RegistrationStore { desk.store }

    func add(to staff: StaffRouter) {
        staff.get("/staff/sign-ups/new", needs: .peopleChange) { request, _, visit in
            try await ask(request, visit)
        }
        staff.post("/staff/sign-ups/new", needs: .peopleChange) { fields, _, _, visit in
            try await take(fields, visit)
        }
    }

    private func ask(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let parameters = request.uri.queryParameters
        var form = DeskSignUp.Form()
        form.session = parameters.get("session") ?? ""
        form.language = visit.language.rawValue
        form.requestKey = RequestKey.random().text
        let person = try await person(parameters.get("person"), visit)
        if let person {
            form.name = person.name
            form.telephone = person.telephone?.spaced ?? ""
            form.language = person.signUps.last?.language.rawValue ?? form.language
        }
        return try await page(form, person, visit)
    }

    private func take(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        var form = DeskSignUp.Form(fields)
        let sessions = try await store.sessionCounts(actor: visit.actor)
        let person = try await person(fields["person"], visit)
        let request: DeskSignUp.Request
        do {
            request = try DeskSignUp.Request(
                form, session: sessions.first { $0.slug == form.session }?.id, known: person?.id)
        } catch { return try await page(form, person, visit, problems: error.problems) }
        if fields["person"].isEmpty, let alike = try await alike(request, visit) {
            return try await page(form, nil, visit, alike: alike)
        }
        var getsMail = person?.email != nil
        if case .described(.some) = request.person { getsMail = true }
        switch try await store.signUp(request, actor: visit.actor) {
        case .confirmed(let signUp, let person):
            return getsMail
                ? PersonNotice.confirmed.lead(to: person)
                : .seeOther(PeopleAddress.ticket(person, Reference(signUp: signUp)).path)
        case .waiting(_, let person, _): return PersonNotice.waiting.lead(to: person)
        case .alreadySignedUp(let person): return PersonNotice.already.lead(to: person)
        case .refused(let refusal):
            if refusal == .keyReused { form.requestKey = RequestKey.random().text }
            return try await page(form, person, visit, refusal: refusal)
        }
    }

    /// People without an address whom this one may be: only somebody who talks to them can tell.
    private func alike(_ request: DeskSignUp.Request, _ visit: StaffVisit) async throws -> [FoundPerson]? {
        guard case .described(email: nil) = request.person else { return nil }
        let looks =
            [PeopleQuery(request.name.text)] + [request.telephone.map { PeopleQuery($0.text) }].compactMap(\.self)
        var found: [FoundPerson] = []
        for query in looks {
            let people = try await store.findPeople(query, most: 5, actor: visit.actor).elements
            found += people.filter { person in !found.contains { $0.id == person.id } }
        }
        return found.isEmpty ? nil : found
    }

    private func person(_ text: String?, _ visit: StaffVisit) async throws -> Person? {
        guard let id = text.flatMap({ Int64($0) }) else { return nil }
        return try await store.person(id, actor: visit.actor)
    }

    private func page(
        _ form: DeskSignUp.Form, _ person: Person?, _ visit: StaffVisit,
        problems: [DeskSignUp.Field: FieldProblem] = [:],
        alike: [FoundPerson] = [], refusal: DeskSignUp.Refusal? = nil
    ) async throws -> Response {
        let sessions = try await store.sessionCounts(actor: visit.actor)
        let edition = store.programme.latest.programme.edition
        let view = DeskSignUpView(
            form, person: person, sessions: sessions, edition: edition, problems: problems, alike: alike,
            refusal: refusal, visit)
        let html = desk.pages.staff(
            .staffSignUp, visit, title: Texts.all.assist.title[visit.language],
            at: .people(.signUp(session: form.session.isEmpty ? nil : form.session, person: person?.id)), view)
        let isRefused = refusal != nil
        let isWrong = !problems.isEmpty || !alike.isEmpty
        return StaffAnswer.page(
            html, visit, status: isRefused ? .conflict : isWrong ? .unprocessableContent : .ok)
    }
}

extension DeskSignUp.Form {
    init(_ fields: FormFields) {
        self.init()
        session = fields["session"]
        name = fields["name"]
        email = fields["email"]
        telephone = fields["telephone"]
        places = fields["places"]
        language = fields["language"]
        needs = fields.all("needs")
        needsNote = fields["needs_note"]
        consentsToNeeds = !fields["needs_consent"].isEmpty
        note = fields["note"]
        requestKey = fields["request_key"]
    }
}
