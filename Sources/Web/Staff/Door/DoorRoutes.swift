internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The door's pages: choosing a session, and letting people in by plain forms. Scripts do the same by `DoorCalls`.
struct DoorRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        DoorLinkRoutes(desk: desk).add(to: staff)
        staff.get("/staff/door", needs: .doorWork) { request, _, visit in try await choose(request, visit) }
        staff.get("/staff/door/sessions/:slug", needs: .doorWork) { request, context, visit in
            try await open(request.uri.queryParameters.get("ticket"), try await door(context, visit))
        }
        staff.post("/staff/door/sessions/:slug", needs: .doorWork) { fields, _, context, visit in
            try await take(fields, try await door(context, visit))
        }
        staff.get("/staff/door/tickets/:token", needs: .doorWork) { _, context, visit in
            try await show(context.parameters.get("token") ?? "", visit)
        }
    }

    // MARK: Choosing

    private func choose(_ request: Request, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        let view = DoorChoiceView(
            programme, for: visit, venue: request.uri.queryParameters.get("venue"),
            day: request.uri.queryParameters.get("day").flatMap { CalendarDay(String($0)) })
        return page(.doorChoice, visit, title: Texts.all.door.title[visit.language], at: .door, view)
    }

    /// The code on a ticket, opened by a camera: leads to its door, which shows whose it is and the buttons to let them in.
    private func show(_ token: String, _ visit: StaffVisit) async throws -> Response {
        let programme = try await desk.store.programme.current().programme
        guard let signUp = DoorTicket(token, key: desk.key).signUp,
            let ticket = try await desk.store.ticket(of: signUp),
            Ticket(claimedBy: token)?.verify(token, version: ticket.secretVersion, key: desk.key) == true
        else { throw Refusal.notFound }
        guard (try? DoorVisit(visit, slug: ticket.session.slug, in: programme)) != nil else {
            var view = DoorChoiceView(programme, for: visit, venue: nil, day: nil)
            view.elsewhere = DoorOutcomeView(
                elsewhere: ticket.session, moments: Moments(visit.language, in: programme.timeZone))
            return page(.doorChoice, visit, title: Texts.all.door.elsewhere[visit.language], at: .door, view)
        }
        // By its reference: the address that the browser remembers opens nothing.
        return .seeOther(
            StaffAddress.doorSession(slug: ticket.session.slug).path + "?ticket=\(Reference(signUp: signUp))")
    }

    /// A session's door, and whom a reference names there.
    private func open(_ ticket: String?, _ door: DoorVisit) async throws -> Response {
        guard let reference = ticket.flatMap({ Reference($0) }) else { return try await answer(door) }
        return try await answer(
            door, found: try await expected(at: door, purpose: .list).filter { $0.reference == reference })
    }

    // MARK: Letting in

    private func take(_ fields: FormFields, _ door: DoorVisit) async throws -> Response {
        guard let deed = DoorDeed(fields["do"].isEmpty ? "in" : fields["do"]),
            let key = try? RequestKey(fields["request_key"])
        else { throw Refusal.badRequest }
        let text = fields["ticket"].trimmingCharacters(in: .whitespacesAndNewlines)
        if deed.direction == .undo {
            return try await count(deed, ticket: nil, undoes: try? RequestKey(fields["undoes"]), key, door)
        }
        if text.isEmpty {
            return deed.isWalkIn ? try await count(deed, ticket: nil, key, door) : try await answer(door)
        }
        let ticket = DoorTicket(text, key: desk.key)
        // Names are looked for in the list, and so are references, since a name may read like one.
        let people = try await expected(at: door, purpose: ticket == .unreadable ? .list : nil)
        let known = people.filter { $0.reference.signUp == ticket.signUp }
        if known.isEmpty, ticket.version == nil {
            let named = people.filter { $0.isNamed(text) }
            if ticket == .unreadable || !named.isEmpty {
                return try await answer(door, found: named, isSearch: true, typed: text)
            }
        }
        if deed == .arrival, let person = known.first, person.status != .cancelled, person.places - person.inside > 1 {
            // A group may come in parts: how many, is for the door to say.
            return try await answer(door, found: known)
        }
        return try await count(deed, ticket: ticket, key, door)
    }

    private func count(
        _ deed: DoorDeed, ticket: DoorTicket?, undoes: RequestKey? = nil, _ key: RequestKey, _ door: DoorVisit
    ) async throws -> Response {
        let request = CheckIn.Request(
            session: door.session.id, ticket: ticket, direction: deed.direction, people: deed.people,
            isWalkIn: deed.isWalkIn, undoes: undoes, requestKey: key)
        let result = try await desk.store.checkIns.submit(request, by: door.visit.actor)
        let alternatives = await desk.alternatives(
            for: [result.outcome], in: door.programme, moments: door.moments, now: door.visit.now)
        return try await answer(
            door, outcome: DoorOutcomeView(result, to: request, at: door, alternatives: alternatives))
    }

    // MARK: Answers

    private func door(_ context: WebContext, _ visit: StaffVisit) async throws -> DoorVisit {
        let programme = try await desk.store.programme.current().programme
        return try DoorVisit(visit, slug: context.parameters.get("slug"), in: programme)
    }

    private func expected(at door: DoorVisit, purpose: DoorListPurpose?) async throws -> [ExpectedSignUp] {
        try await desk.store.expected(at: door.session.id, for: door.visit.actor, purpose: purpose)
    }

    private func answer(
        _ door: DoorVisit, outcome: DoorOutcomeView? = nil, found: [ExpectedSignUp]? = nil, isSearch: Bool = false,
        typed: String = ""
    ) async throws -> Response {
        let tally = try await desk.store.doors(of: door.session.venue.slug, for: door.visit.actor)[door.session.id]
        let view = DoorView(
            door, tally: tally ?? DoorTally(roomCapacity: door.session.capacity, capacity: door.session.capacity),
            outcome: outcome, found: found, isSearch: isSearch, typed: typed, assets: desk.pages.assets)
        let title = outcome.map { "\($0.word) – \(view.title)" } ?? view.title
        var response = page(.door, door.visit, title: title, at: .doorSession(slug: door.session.slug), view)
        response.headers[.permissionsPolicy] = Self.withCamera
        return response
    }

    private func page(
        _ template: TemplateLibrary.Template, _ visit: StaffVisit, title: String, at address: StaffAddress,
        _ view: any Sendable
    ) -> Response {
        StaffAnswer.page(desk.pages.staff(template, visit, title: title, at: address, view), visit)
    }

    /// The one page that may look through the camera.
    private static let withCamera = """
        browsing-topics=(), camera=(self), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()
        """
}

extension HTTPField.Name {
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
}

extension ExpectedSignUp {
    /// Whether each word that was typed begins a word of the name, whatever the accents.
    fileprivate func isNamed(_ text: String) -> Bool {
        guard let name else { return false }
        let words = Self.words(of: name)
        let typed = Self.words(of: text)
        return !typed.isEmpty && typed.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }

    private static func words(of text: String) -> [String] {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).split {
            !$0.isLetter && !$0.isNumber
        }
        .map(String.init)
    }
}
