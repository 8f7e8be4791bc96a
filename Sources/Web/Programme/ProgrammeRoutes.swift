internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// The programme in all its views, the venues, and the places left as pages that are open fetch them.
struct ProgrammeRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let rendered: PageCache
    let shelf: PageShelf
    let listings: Listings
    /// Pages that most often are asked for once: apart from the others, which they would drive out, and compressed in less
    /// time than it takes to render them.
    let found = PageCache(capacity: 256, compression: 1)

    /// Sessions on a page of a list.
    static let listLength = 40
    /// Sessions on a page of a timetable, where one page can't hold them all.
    static let timetableLength = 600

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/:language/programme") { request, context in try await programme(request, context) }
        router.get("/:language/places.json") { request, context in try await places(request, context) }
        router.get("/:language/venues/:slug") { request, context in try await venue(request, context) }
    }

    private func programme(_ request: Request, _ context: WebContext) async throws -> Response {
        let look = try await look(context)
        let (query, isCanonical) = ProgrammeQuery.read(request.uri.query ?? "")
        guard isCanonical else {
            return Response(
                status: .seeOther,
                headers: [
                    .location: PageAddress.found(query).path(look.language), .cacheControl: "no-cache",
                ])
        }
        if !query.isPlain { return found(query, look).response(to: request) }
        let page = rendered.page("programme/\(look.language)", version: look.version) {
            let listing = listings.listing(of: look.programme, look.language, at: look.now)
            let everything = listings.find(.none, in: listing, look.state, at: look.now)
            let panel = listing.panel?.html(for: query, everything) ?? ""
            return Array(listing.page.html(panel: panel, at: look.now) { look.state.tallies[$0] }.utf8)
        }
        shelf.put(page, at: PageAddress.programme.path(look.language), for: request, until: look.state.freshUntil)
        return page.response(to: request)
    }

    private func found(_ query: ProgrammeQuery, _ look: Look) -> RenderedPage {
        found.page("\(look.language)?\(query.text)", version: look.version) {
            let listing = listings.listing(of: look.programme, look.language, at: look.now)
            let finding = listings.find(query.filter, in: listing, look.state, at: look.now)
            let (content, count) = content(query, finding, listing, look)
            let view = FoundView(
                query, finding: finding, panel: listing.panel?.html(for: query, finding) ?? "", content: content,
                pages: count, language: look.language)
            return Array(pages.found(query, view, notices: look.programme.notices(at: look.now), look.language).utf8)
        }
    }

    /// What was found, as it is to be shown, and how many pages of it there are.
    private func content(
        _ query: ProgrammeQuery, _ finding: Finding, _ listing: Listing, _ look: Look
    ) -> (FoundView.Content, pages: Int) {
        let positions = finding.matches.positions
        guard let edition = look.programme.edition, !listing.index.sessions.isEmpty else { return (.init(), 1) }
        switch query.view {
        case .list:
            let (slice, count) = Self.slice(positions, page: query.page, length: Self.listLength)
            let list = listing.page.list(of: slice, at: look.now) { look.state.tallies[$0] }
            return (FoundView.Content(list: list), count)
        case .timetable:
            let (slice, count) = Self.slice(positions, page: query.page, length: Self.timetableLength)
            let table = TimetableView(
                slice.map { listing.index.sessions[$0] }, edition: edition, language: look.language, now: look.now,
                tally: look.state.tally)
            return (FoundView.Content(timetable: table), count)
        case .map:
            let everywhere = listings.find(
                query.filter.without(.arrondissement), in: listing, look.state, at: look.now)
            let sessions = everywhere.matches.positions.map { position in
                let session = listing.index.sessions[position]
                return (session: session, left: look.state.placesLeft(in: session, at: look.now))
            }
            return (FoundView.Content(map: MapView(sessions, query: query, language: look.language)), 1)
        }
    }

    /// The part of a list that stands on a page; past the last page it is the last one.
    static func slice(_ positions: [Int], page: Int, length: Int) -> (ArraySlice<Int>, pages: Int) {
        let count = max(1, (positions.count + length - 1) / length)
        let first = (min(page, count) - 1) * length
        return (positions[first..<min(first + length, positions.count)], count)
    }

    private func venue(_ request: Request, _ context: WebContext) async throws -> Response {
        let look = try await look(context)
        guard let slug = context.parameters.get("slug"), let venue = look.programme.venue(slug: slug) else {
            throw Refusal.notFound
        }
        let page = rendered.page("venue/\(slug)/\(look.language)", version: look.version) {
            let listing = listings.listing(of: look.programme, look.language, at: look.now)
            let positions = listing.index.sessions { $0.venue.slug == slug }.positions
            let list = listing.page.list(of: positions, at: look.now) { look.state.tallies[$0] }
            let view = VenueView(venue, sessions: positions.count, list: list, language: look.language)
            let notices = look.programme.notices(at: look.now, venue: slug)
            return Array(pages.venue(view, slug: slug, notices: notices, look.language).utf8)
        }
        return page.response(to: request)
    }

    /// The words about the places left in every session, for the pages that are open; with criteria, in those that a map
    /// shows, whatever the arrondissements chosen.
    private func places(_ request: Request, _ context: WebContext) async throws -> Response {
        let look = try await look(context)
        let filter = ProgrammeQuery.read(request.uri.query ?? "").query.filter.without(.arrondissement)
        if !filter.isEmpty {
            let key = "places/\(look.language)?\(ProgrammeQuery(filter).text)"
            return try found.page(key, version: look.version, contentType: "application/json") {
                let listing = listings.listing(of: look.programme, look.language, at: look.now)
                let finding = listings.find(filter, in: listing, look.state, at: look.now)
                let sessions = finding.matches.positions.map { listing.index.sessions[$0] }
                return try PlacesReply(look.state, found: sessions, look.language, at: look.now).bytes()
            }.response(to: request)
        }
        let page = try rendered.page(
            "places/\(look.language)", version: look.version, contentType: "application/json"
        ) {
            try PlacesReply(look.state, found: look.programme.sessions, look.language, at: look.now).bytes()
        }
        shelf.put(page, at: PageAddress.places(filter).path(look.language), for: request, until: look.state.freshUntil)
        return page.response(to: request)
    }

    private func look(_ context: WebContext) async throws -> Look {
        Look(language: try context.knownLanguage(), state: try await store.programme.current(), now: Date())
    }
}

/// What is looked at, in which language and when.
private struct Look {
    let language: Language
    let state: ProgrammeState
    let now: Date

    var programme: Programme { state.programme }

    var version: PageVersion { PageVersion(state.version.programme, tallies: state.version.tallies, at: now) }
}
