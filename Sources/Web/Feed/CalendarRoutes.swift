internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The programme and each of its sessions as calendars, for whoever wants them (RFC 5545, METHOD:PUBLISH).
struct CalendarRoutes: Sendable {
    let store: RegistrationStore
    let rendered: PageCache
    let listings: Listings
    let publicURL: PublicURL

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/programme.ics") { request, _ in try await programme(request) }
        router.get("/:language/sessions/:slug/session.ics") { request, context in try await session(request, context) }
    }

    private func programme(_ request: Request) async throws -> Response {
        let language = try request.textLanguage()
        let selection = try SessionSelection(request)
        let state = try await store.programme.current()
        let now = Date()
        return rendered.page(
            "programme.ics/\(language)?\(selection.key)", version: selection.version(of: state, at: now),
            contentType: Self.type, headers: .forEverySite
        ) {
            calendar(
                of: selection.sessions(in: state, listings, language, at: now), in: state.programme, language,
                name: Texts.all.site.dayName[language])
        }.response(to: request)
    }

    private func session(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let state = try await store.programme.current()
        guard let session = context.parameters.get("slug").flatMap({ state.programme.session(slug: $0) }) else {
            throw Refusal.notFound
        }
        let headers: HTTPFields = [.contentDisposition: "attachment; filename=\"\(session.slug).ics\""]
        return RenderedPage(
            calendar(of: [session], in: state.programme, language), contentType: Self.type, headers: headers
        ).response(to: request)
    }

    private static let type = "text/calendar; charset=utf-8; method=PUBLISH"

    private func calendar(
        of sessions: [Session], in programme: Programme, _ language: Language, name: String? = nil
    ) -> [UInt8] {
        let events = sessions.map { session in
            CalendarEvent(
                session, in: language, uid: CalendarEvent.uid(session: session.id, host: publicURL.host),
                stamp: session.updatedAt, sequence: session.calendarSequence,
                url: publicURL.origin + PageAddress.session(slug: session.slug).path(language))
        }
        let zone = programme.edition?.timeZone ?? .gmt
        return Array(CalendarFile(method: .publish, timeZone: zone, events: events, name: name).text().utf8)
    }
}
