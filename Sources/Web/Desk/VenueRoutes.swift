internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Venues and their rooms at the desk.
struct VenueRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        staff.get("/staff/venues", needs: .programmeChange) { request, _, visit in try await list(request, visit) }
        staff.get(DeskAddress.newVenue.path, needs: .programmeChange) { _, _, visit in
            page(nil, VenueForm(), visit)
        }
        staff.post(DeskAddress.newVenue.path, needs: .programmeChange) { fields, _, _, visit in
            try await save(nil, fields, visit)
        }
        staff.get("/staff/venues/:venue", needs: .programmeChange) { request, context, visit in
            let venue = try await venue(context, visit)
            let isSaved = request.uri.queryParameters["done"] == "saved"
            return page(venue, VenueForm(venue.venue), visit, isSaved: isSaved)
        }
        staff.post("/staff/venues/:venue", needs: .programmeChange) { fields, _, context, visit in
            try await save(try await venue(context, visit), fields, visit)
        }
        staff.post("/staff/venues/:venue/rooms", needs: .programmeChange) { fields, _, context, visit in
            try await saveRoom(try await venue(context, visit), fields, visit)
        }
    }

    private func venue(_ context: WebContext, _ visit: StaffVisit) async throws -> DeskVenue {
        let slug = context.parameters.get("venue")
        guard let venue = try await desk.store.deskVenues(actor: visit.actor).first(where: { $0.venue.slug == slug })
        else { throw Refusal.notFound }
        return venue
    }

    private func list(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let parameters = request.uri.queryParameters
        let query = PlaceQuery { parameters[Substring($0)].map(String.init) }
        let view = VenueListView(try await desk.store.deskVenues(actor: visit.actor), query, visit.language)
        let html = desk.pages.staff(
            .deskVenues, visit, title: Texts.all.desk.venues[visit.language], at: .desk(.venues(query)), view)
        return StaffAnswer.page(html, visit)
    }

    private func save(_ known: DeskVenue?, _ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let form = VenueForm { $0 == .slug && known != nil ? known?.venue.slug ?? "" : fields[$0.rawValue] }
        let venue: Venue
        do { venue = try form.venue() } catch { return page(known, form, visit, problems: error) }
        switch try await desk.store.save(venue, id: known?.id, actor: visit.actor) {
        case .saved: return .seeOther(DeskAddress.venue(slug: venue.slug).path + "?done=saved")
        case .taken:
            return page(
                known, form, visit, problems: DeskProblems([.init(VenueForm.Field.slug.rawValue, .slugTaken)]))
        case .unknown, .belowSession: throw Refusal.notFound
        }
    }

    private func saveRoom(_ venue: DeskVenue, _ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        let form = RoomForm(name: fields["name"], capacity: fields["capacity"])
        let id = DeskRoom.ID(fields["room"])
        func again(_ problems: DeskProblems) -> Response {
            page(venue, VenueForm(venue.venue), visit, room: (id, form, problems))
        }
        let room: (name: String, capacity: Int)
        do { room = try form.room() } catch { return again(error) }
        switch try await desk.store.saveRoom(
            id, name: room.name, capacity: room.capacity, venue: venue.venue.slug, actor: visit.actor)
        {
        case .saved: return .seeOther(DeskAddress.venue(slug: venue.venue.slug).path + "?done=saved")
        case .taken: return again(DeskProblems([.init("name", .nameTaken)]))
        case .belowSession(let slug, let capacity):
            let title = try await DeskWork.titles(desk, visit)[slug] ?? slug
            return again(DeskProblems([.init("capacity", .belowSession(title, capacity: capacity))]))
        case .unknown: throw Refusal.notFound
        }
    }

    /// - Parameter room: A room's form that comes back, of a new one without an id.
    private func page(
        _ venue: DeskVenue?, _ form: VenueForm, _ visit: StaffVisit, problems: DeskProblems? = nil,
        room: (id: DeskRoom.ID?, form: RoomForm, problems: DeskProblems)? = nil, isSaved: Bool = false
    ) -> Response {
        let view = DeskVenueView(
            venue, form, problems: problems, room: room, isSaved: isSaved, in: desk.timeZone, visit.language)
        let address = venue.map { DeskAddress.venue(slug: $0.venue.slug) } ?? .newVenue
        let wrong = problems ?? room?.problems
        let html = desk.pages.staff(
            .deskVenue, visit, title: wrong.titled(view.title, visit.language), at: .desk(address), view)
        return StaffAnswer.page(html, visit, status: wrong == nil ? .ok : .unprocessableContent)
    }
}
