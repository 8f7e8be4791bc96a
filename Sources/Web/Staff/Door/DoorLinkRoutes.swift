internal import Foundation
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// Giving a steward the link to a venue's doors, or to those of one room, on one day, and ending it: for whoever manages the venue.
struct DoorLinkRoutes: Sendable {
    let desk: StaffDesk

    func add(to staff: StaffRouter) {
        // The answer holds the secret, so that no address does.
        staff.post("/staff/door/links", needs: .doorOpen) { fields, _, _, visit in try await make(fields, visit) }
        staff.post("/staff/door/links/end", needs: .doorOpen) { fields, _, _, visit in try await end(fields, visit) }
    }

    private func make(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        guard let day = CalendarDay(fields["day"]) else { throw Refusal.badRequest }
        let programme = try await desk.store.programme.current().programme
        guard let venue = programme.venue(slug: fields["venue"]) else { throw Refusal.notFound }
        try visit.require(.doorOpen, at: venue.slug)
        let room = fields["room"].isEmpty ? nil : fields["room"]
        let made = try await desk.store.openDoor(of: venue.slug, room: room, day: day, actor: visit.actor)
        guard case .made(let id, _) = made else { throw Refusal.notFound }
        let token = StaffLink(.door, id).token(key: desk.key)
        let address = desk.publicURL.origin + StaffAddress.doorLink(token: token).path
        let code = try QRCode(address).svg(title: Texts.all.doorLink.code[visit.language])
        let dayText = Moments(visit.language, in: programme.timeZone).day(day)
        let view = DoorLinkView(
            place: [venue.name, room].compactMap(\.self).joined(separator: " – "),
            day: SessionView.capitalized(dayText), code: code, address: address, id: id)
        let html = desk.pages.staff(
            .doorLink, visit, title: Texts.all.doorLink.title[visit.language], at: .door, view)
        return StaffAnswer.page(html, visit)
    }

    private func end(_ fields: FormFields, _ visit: StaffVisit) async throws -> Response {
        guard let id = UUID(uuidString: fields["link"]) else { throw Refusal.badRequest }
        _ = try await desk.store.endDoorLink(id, actor: visit.actor)
        let texts = Texts.all.doorLink
        let view = StaffMessageView(
            title: texts.ended[visit.language], lead: texts.endedLead[visit.language],
            links: [GateView.Link(path: StaffAddress.door.path, label: texts.back[visit.language])])
        return StaffAnswer.page(
            desk.pages.staff(.staffMessage, visit, title: view.title, at: .door, view), visit)
    }
}

/// A link as a code and as an address.
struct DoorLinkView: Sendable {
    let place: String
    let day: String
    let code: String
    let address: String
    let id: String

    init(place: String, day: String, code: String, address: String, id: UUID) {
        self.place = place
        self.day = day
        self.code = code
        self.address = address
        self.id = id.uuidString.lowercased()
    }
}
