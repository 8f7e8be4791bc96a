internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The board of one venue, or of all that somebody manages: a page, and what keeps it current.
struct BoardRoutes: Sendable {
    let desk: StaffDesk
    let feed: BoardFeed

    init(desk: StaffDesk) {
        self.desk = desk
        feed = BoardFeed(store: desk.store)
    }

    func add(to staff: StaffRouter) {
        staff.get("/staff/board", needs: .countsRead) { request, _, visit in try await show(nil, request, visit) }
        staff.get("/staff/board/stream", needs: .countsRead) { _, _, visit in feed.answer(for: visit.venues) }
        staff.get("/staff/venues/:venue/board", needs: .countsRead) { request, context, visit in
            try await show(context.parameters.get("venue"), request, visit)
        }
        staff.get("/staff/venues/:venue/board/stream", needs: .countsRead) { _, context, visit in
            feed.answer(for: visit.venues.only(context.parameters.get("venue")))
        }
        staff.get("/staff/sessions/:slug/sheet", needs: .doorWork) { _, context, visit in
            try await sheet(context.parameters.get("slug"), visit)
        }
    }

    private func show(_ venue: String?, _ request: Request, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        if let venue, programme.venue(slug: venue) == nil { throw Refusal.notFound }
        let state = try await desk.store.board.current()
        let done = DoneView(request, ["capacity": Texts.all.board.capacityDone], visit.language)
        let view = BoardView(
            programme, state, venue: venue, done: done, for: visit, script: desk.pages.assets.boardScript.path)
        let html = desk.pages.staff(.board, visit, title: view.title, at: .board(venue: venue), view)
        return StaffAnswer.page(html, visit)
    }

    private func sheet(_ slug: String?, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        let door = try DoorVisit(visit, slug: slug, in: programme)
        let people = try await desk.store.expected(at: door.session.id, for: visit.actor, purpose: .sheet)
        let view = SheetView(people, at: door)
        let html = desk.pages.staff(
            .sheet, visit, title: "\(Texts.all.board.sheetTitle[visit.language]) – \(view.title)",
            at: .sheet(slug: door.session.slug), view)
        return StaffAnswer.page(html, visit)
    }
}

extension StaffVenues {
    /// Of these, the one of this name.
    fileprivate func only(_ slug: String?) -> StaffVenues {
        guard let slug, contains(slug: slug) else { return .only([]) }
        return .only([StaffVenue(id: 0, slug: slug, name: slug)])
    }
}
