internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Venues at the desk.
struct VenueRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/venues", needs: .programmeChange) { request, _, visit in try await list(request, visit) }
        staff.get(DeskAddress.newVenue.path, needs: .programmeChange) { _, _, visit in
            VenueWork(desk, visit, venue: nil).page()
        }
        staff.post(DeskAddress.newVenue.path, needs: .programmeChange) { fields, _, _, visit in
            try await save(fields, VenueWork(desk, visit, venue: nil))
        }
        staff.get("/staff/venues/:venue", needs: .programmeChange) { request, context, visit in
            let texts = Texts.all.desk
            let done = DoneView(
                request, ["saved": texts.doneSaved, "unchanged": texts.doneUnchanged], visit.language)
            return try await VenueWork(desk, context, visit).page(done: done)
        }
        staff.post("/staff/venues/:venue", needs: .programmeChange) { fields, _, context, visit in
            try await save(fields, try await VenueWork(desk, context, visit))
        }
        RoomRoutes(desk: desk).add(to: staff)
    }

    private func list(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let query = DeskQuery(QueryText.values(of: request.uri.query))
        let view = VenueListView(try await desk.store.deskVenues(actor: visit.actor), query, visit.language)
        let html = desk.pages.staff(
            .deskVenues, visit, title: Texts.all.desk.venues[visit.language], at: .desk(.venues(query)), view)
        return StaffAnswer.page(html, visit)
    }

    private func save(_ fields: FormFields, _ work: VenueWork) async throws -> Response {
        let known = work.venue
        let form = VenueForm { $0 == .slug && known != nil ? known?.venue.slug ?? "" : fields[$0.rawValue] }
        let version = Int(fields["version"])
        if fields["step"] == "back" { return work.page(form, version: version) }
        let venue: Venue
        do { venue = try form.venue() } catch { return work.page(form, version: version, problems: error) }
        let step = try await PlaceStep.take(fields, isNew: known == nil) { terms in
            try await desk.store.save(venue, id: known?.id, terms, actor: work.visit.actor)
        }
        let address = DeskAddress.venue(slug: venue.slug)
        switch step {
        case .done(let effect): return .seeOther(address.path + DoneView.query("saved", effect.change))
        case .unchanged: return .seeOther(address.path + DoneView.query("unchanged", nil))
        case .ask(let effect, let hasGrown): return try ask(effect, hasGrown, form, fields, work)
        case .outdated: return try await outdated(form, since: version ?? 0, work)
        case .taken:
            return work.page(form, problems: DeskProblems([.init(VenueForm.Field.slug.rawValue, .slugTaken)]))
        case .unknown, .belowSession: throw Refusal.notFound
        }
    }

    private func ask(
        _ effect: PlaceEffect, _ hasGrown: Bool, _ form: VenueForm, _ fields: FormFields, _ work: VenueWork
    ) throws -> Response {
        let language = work.visit.language
        let before = work.venue.map { VenueForm($0.venue) } ?? VenueForm()
        let shown = { (form: VenueForm, field: VenueForm.Field) in DeskVenueView.shown(field, of: form, language) }
        let changes = VenueForm.Field.allCases.filter { form[$0] != before[$0] }.map { field in
            EffectView.Change(
                name: DeskFieldNames.name(of: field.rawValue)[language], was: shown(before, field),
                becomes: shown(form, field))
        }
        return try work.ask(
            effect, hasGrown: hasGrown, action: work.address, changes: changes,
            hidden: VenueForm.Field.allCases.map { .init(name: $0.rawValue, value: form[$0]) },
            version: fields["version"])
    }

    /// The form again, on top of what somebody else has saved meanwhile.
    private func outdated(_ typed: VenueForm, since version: Int, _ work: VenueWork) async throws -> Response {
        guard let id = work.venue?.id else { throw Refusal.notFound }
        let since = try await desk.store.change(of: .venue, id, since: version, actor: work.visit.actor)
        let conflict = PartConflict<VenueForm.Field>(
            since, typed: { typed[$0] }, in: desk.timeZone, work.visit.language)
        // The slug is nobody's to change.
        let form = VenueForm { $0 == .slug ? typed[.slug] : conflict.merge[$0] }
        return work.page(form, conflict: conflict)
    }
}
