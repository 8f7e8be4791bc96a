internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// What programs come for to learn what is on: the feed, the sitemap, and `robots.txt`, which leads to it.
struct FeedRoutes: Sendable {
    let store: RegistrationStore
    let rendered: PageCache
    let listings: Listings
    let publicURL: PublicURL

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/programme.atom") { request, _ in try await feed(request) }
        router.get("/sitemap.xml") { request, _ in try await sitemap(request) }
        let robots = RenderedPage(
            Array("User-agent: *\nDisallow: /staff/\n\nSitemap: \(publicURL.origin)/sitemap.xml\n".utf8),
            contentType: "text/plain; charset=utf-8", cacheControl: "public, max-age=86400")
        router.get("/robots.txt") { request, _ in robots.response(to: request) }
    }

    private func feed(_ request: Request) async throws -> Response {
        let language = try request.textLanguage()
        let selection = try SessionSelection(request)
        let state = try await store.programme.current()
        let now = Date()
        return rendered.page(
            "programme.atom/\(language)?\(selection.key)", version: selection.version(of: state, at: now),
            contentType: "application/atom+xml; charset=utf-8", headers: .forEverySite
        ) {
            AtomFeed(
                programme: state.programme, sessions: selection.sessions(in: state, listings, language, at: now),
                language: language, publicURL: publicURL
            ).bytes()
        }.response(to: request)
    }

    private func sitemap(_ request: Request) async throws -> Response {
        let state = try await store.programme.current()
        return rendered.page(
            "sitemap.xml", version: PageVersion(state.version.programme), contentType: "application/xml; charset=utf-8"
        ) {
            Sitemap(programme: state.programme, origin: publicURL.origin).bytes()
        }.response(to: request)
    }
}
