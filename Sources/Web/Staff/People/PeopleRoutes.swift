internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Looking for people, and a person's page with what can be done there.
struct PeopleRoutes: Sendable {
    let desk: StaffDesk

    var store: RegistrationStore { desk.store }

    func add(to staff: StaffRouter) {
        staff.get("/staff/people", needs: .peopleRead) { request, _, visit in try await search(request, visit) }
        staff.post("/staff/people", needs: .peopleRead) { fields, _, _, visit in try look(fields, visit) }
        staff.get("/staff/people/:person", needs: .peopleRead) { request, context, visit in
            try await show(request, context, visit)
        }
        staff.post("/staff/people/:person/contact", needs: .peopleChange) { fields, _, context, visit in
            try await correct(fields, context, visit)
        }
        staff.post("/staff/people/:person/notes", needs: .peopleChange) { fields, _, context, visit in
            try await note(fields, context, visit)
        }
        staff.post("/staff/people/:person/notes/:note/delete", needs: .peopleChange) { _, _, context, visit in
            try await delete(context, visit, restoring: false)
        }
        staff.post("/staff/people/:person/notes/:note/restore", needs: .peopleChange) { _, _, context, visit in
            try await delete(context, visit, restoring: true)
        }
    }

    // MARK: Looking

    /// `POST`, so that what is looked for stands in no address; it leads to a list whose address holds it sealed.
    private func look(_ fields: FormFields, _ visit: StaffVisit) throws -> Response {
        let query = PeopleQuery(fields["q"])
        guard !query.isEmpty else { return .seeOther(PeopleAddress.search.path) }
        let sealed = try SealedSearch(query.text, for: visit.actor, key: desk.key)
        return .seeOther(PeopleAddress.found(sealed, byLatest: false, page: 1).path)
    }

    private func search(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let parameters = request.uri.queryParameters
        let opened = parameters.get("q").flatMap { SealedSearch.open($0, for: visit.actor, key: desk.key) }
        guard let opened else { return page(PeopleSearchView(visit), visit, at: .search) }
        let byLatest = parameters.get("order") == "latest"
        let number = StaffPager.number(parameters.get("page"))
        let found = try await store.findPeople(
            PeopleQuery(opened.text), byLatest: byLatest, most: StaffPager.pageSize,
            skip: (number - 1) * StaffPager.pageSize, actor: visit.actor)
        if found.elements.isEmpty, number > 1 {
            return .seeOther(PeopleAddress.found(opened.search, byLatest: byLatest, page: 1).path)
        }
        let view = PeopleSearchView(
            visit, typed: opened.text, found: found, search: opened.search, byLatest: byLatest, page: number)
        return page(view, visit, at: .found(opened.search, byLatest: byLatest, page: number))
    }

    private func page(_ view: PeopleSearchView, _ visit: StaffVisit, at address: PeopleAddress) -> Response {
        let title = Texts.all.people.title[visit.language]
        return StaffAnswer.page(
            desk.pages.staff(.staffPeople, visit, title: title, at: .people(address), view), visit)
    }

    // MARK: One person

    private func show(_ request: Request, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let person = try await person(context, visit) else { return desk.unknownPerson(visit) }
        return desk.page(of: person, visit, notice: PersonNotice(request.uri.queryParameters, person))
    }

    private func correct(
        _ fields: FormFields, _ context: WebContext, _ visit: StaffVisit
    ) async throws -> Response {
        guard let person = try await person(context, visit) else { return desk.unknownPerson(visit) }
        var form = ContactForm(email: fields["email"], telephone: fields["telephone"])
        let parsed = form.parse()
        guard form.problems.isEmpty else { return desk.page(of: person, visit, contact: form) }
        let change = try await store.setContact(
            of: person.id, email: parsed.email, telephone: parsed.telephone, actor: visit.actor)
        switch change {
        case .done: return PersonNotice.contact.lead(to: person.id)
        case .notFound: return desk.unknownPerson(visit)
        case .taken:
            form.isTaken = true
            return desk.page(of: person, visit, contact: form)
        }
    }

    private func note(_ fields: FormFields, _ context: WebContext, _ visit: StaffVisit) async throws -> Response {
        guard let person = try await person(context, visit) else { return desk.unknownPerson(visit) }
        let note: NoteText
        do { note = try NoteText(fields["note"]) } catch {
            return desk.page(of: person, visit, note: (fields["note"], error))
        }
        guard try await store.add(note, to: person.id, actor: visit.actor) else { return desk.unknownPerson(visit) }
        return .seeOther(PeopleAddress.person(person.id).path + "#notes")
    }

    private func delete(_ context: WebContext, _ visit: StaffVisit, restoring: Bool) async throws -> Response {
        guard let person = context.parameters.get("person", as: Int64.self),
            let note = context.parameters.get("note", as: Int64.self)
        else { throw Refusal.notFound }
        _ = try await store.delete(note: note, of: person, restoring: restoring, actor: visit.actor)
        return .seeOther(PeopleAddress.person(person).path + "#notes")
    }

    private func person(_ context: WebContext, _ visit: StaffVisit) async throws -> Person? {
        guard let id = context.parameters.get("person", as: Int64.self) else { return nil }
        return try await store.person(id, actor: visit.actor)
    }
}

extension StaffDesk {
    /// A person's page; status 422 where a form comes back.
    func page(
        of person: Person, _ visit: StaffVisit, notice: PersonNotice? = nil, contact: ContactForm? = nil,
        note: (text: String, problem: FieldProblem)? = nil
    ) -> Response {
        let view = PersonView(person, visit, notice: notice, contact: contact, note: note)
        let html = pages.staff(
            .staffPerson, visit, title: Texts.all.people.title[visit.language], at: .people(.person(person.id)), view)
        return StaffAnswer.page(html, visit, status: contact == nil && note == nil ? .ok : .unprocessableContent)
    }

    func unknownPerson(_ visit: StaffVisit) -> Response {
        let texts = Texts.all.person
        return message(
            texts.unknownTitle, texts.unknown, to: .search, texts.backToSearch, visit, status: .notFound)
    }

    /// A page that says one thing and leads on.
    func message(
        _ title: Localized, _ lead: Localized, to address: PeopleAddress, _ label: Localized, _ visit: StaffVisit,
        status: HTTPResponse.Status
    ) -> Response {
        let language = visit.language
        let view = StaffMessageView(
            title: title[language], lead: lead[language],
            links: [GateView.Link(path: address.path, label: label[language])])
        return StaffAnswer.page(
            pages.staff(.staffMessage, visit, title: view.title, at: .people(address), view), visit, status: status)
    }
}
