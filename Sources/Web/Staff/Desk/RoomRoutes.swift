internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The rooms of a venue at the desk: small forms on the venue's page.
struct RoomRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.post("/staff/venues/:venue/rooms", needs: .programmeChange) { fields, _, context, visit in
            try await save(fields, try await VenueWork(desk, context, visit))
        }
    }

    private func save(_ fields: FormFields, _ work: VenueWork) async throws -> Response {
        guard let venue = work.venue?.venue else { throw Refusal.notFound }
        let (id, form) = (DeskRoom.ID(fields["room"]), RoomForm { fields[$0.rawValue] })
        let version = Int(fields["version"])
        func again(_ problems: DeskProblems) -> Response {
            work.page(room: .init(id: id, form: form, version: version, problems: problems))
        }
        if fields["step"] == "back" { return work.page(room: .init(id: id, form: form, version: version)) }
        let room: (name: String, capacity: Int)
        do { room = try form.room() } catch { return again(error) }
        let step = try await PlaceStep.take(fields, isNew: id == nil) { terms in
            try await desk.store.saveRoom(
                id, name: room.name, capacity: room.capacity, venue: venue.slug, terms, actor: work.visit.actor)
        }
        switch step {
        case .done(let effect): return .seeOther(work.address.path + DoneView.query("saved", effect.change))
        case .unchanged: return .seeOther(work.address.path + DoneView.query("unchanged", nil))
        case .ask(let effect, let hasGrown): return try ask(effect, hasGrown, id, form, fields, work)
        case .outdated: return try await outdated(id, form, since: version ?? 0, work)
        case .taken: return again(DeskProblems([.init("name", .nameTaken)]))
        case .belowSession(let slug, let capacity):
            let title = try await SessionWork.titles(desk, work.visit)[slug] ?? slug
            return again(DeskProblems([.init("capacity", .belowSession(title, capacity: capacity))]))
        case .unknown: throw Refusal.notFound
        }
    }

    private func ask(
        _ effect: PlaceEffect, _ hasGrown: Bool, _ id: DeskRoom.ID?, _ form: RoomForm, _ fields: FormFields,
        _ work: VenueWork
    ) throws -> Response {
        let language = work.visit.language
        let before = work.venue?.rooms.first { $0.id == id }.map { RoomForm($0) } ?? RoomForm()
        let changes = RoomForm.Field.allCases.filter { form[$0] != before[$0] }.map { field in
            EffectView.Change(
                name: DeskFieldNames.name(of: field.rawValue)[language], was: before[field], becomes: form[field])
        }
        return try work.ask(
            effect, hasGrown: hasGrown, action: .rooms(venue: work.venue?.venue.slug ?? ""), changes: changes,
            hidden: [.init(name: "room", value: fields["room"])]
                + RoomForm.Field.allCases.map { .init(name: $0.rawValue, value: form[$0]) },
            version: fields["version"])
    }

    private func outdated(
        _ id: DeskRoom.ID?, _ typed: RoomForm, since version: Int, _ work: VenueWork
    ) async throws -> Response {
        guard let id else { throw Refusal.notFound }
        let since = try await desk.store.change(of: .room, id, since: version, actor: work.visit.actor)
        let conflict = PartConflict<RoomForm.Field>(
            since, typed: { typed[$0] }, in: desk.timeZone, work.visit.language, anchor: { "\($0.rawValue)-\(id)" })
        let room = VenueWork.RoomAttempt(id: id, form: RoomForm { conflict.merge[$0] }, theirs: conflict.theirs)
        return work.page(room: room, notice: conflict.notice)
    }
}
