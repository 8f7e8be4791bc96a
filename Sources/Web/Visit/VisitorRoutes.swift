internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// The pages that are the same for everybody, and the files that they need.
struct VisitorRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let rendered: PageCache
    let shelf: PageShelf

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/") { request, _ in redirectByLanguage(request) }
        router.get("/assets/:file") { request, _ in try asset(request) }
        router.get("/favicon.ico") { _, _ in
            Response(status: .noContent, headers: [.cacheControl: "public, max-age=86400"])
        }
        router.get("/:language") { request, context in try await home(request, context) }
        router.get("/:language/privacy") { request, context in
            try await note(request, context, name: "privacy") { pages.privacy($0) }
        }
        router.get("/:language/accessibility") { request, context in
            try await note(request, context, name: "accessibility") { pages.accessibility($0) }
        }
    }

    private func redirectByLanguage(_ request: Request) -> Response {
        let language = Language(acceptLanguage: request.headers[.acceptLanguage])
        return Response(
            status: .seeOther,
            headers: [
                .location: PageAddress.home.path(language), .vary: "Accept-Language", .cacheControl: "no-cache",
            ])
    }

    private func asset(_ request: Request) throws -> Response {
        guard let asset = pages.assets.asset(at: request.uri.path) else { throw Refusal.notFound }
        return rendered.page(
            asset.path, version: .never, contentType: asset.contentType, cacheControl: Asset.cacheControl
        ) { asset.bytes }.response(to: request)
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let state = try await store.programme.current()
        let now = Date()
        let page = rendered.page("home/\(language)", version: PageVersion(state.version.programme, at: now)) {
            Array(pages.home(state.programme, language, now: now).utf8)
        }
        shelf.put(page, at: PageAddress.home.path(language), for: request, until: state.freshUntil)
        return page.response(to: request)
    }

    private func note(
        _ request: Request, _ context: WebContext, name: String, _ render: (Language) -> String
    ) async throws -> Response {
        let language = try context.knownLanguage()
        let state = try await store.programme.current()
        return rendered.page("\(name)/\(language)", version: PageVersion(state.version.programme)) {
            Array(render(language).utf8)
        }.response(to: request)
    }
}

extension WebContext {
    /// The language that the path names, if it names one.
    var language: Language? { parameters.get("language").flatMap(Language.init(rawValue:)) }

    func knownLanguage() throws(Refusal) -> Language {
        guard let language else { throw .notFound }
        return language
    }

    /// The most that a request may hold, in bytes.
    static let bodyLimit = 64 * 1024
}

extension Language {
    /// The language of a path that begins with it.
    init?(path: String) {
        self.init(rawValue: String(path.dropFirst().prefix { $0 != "/" }))
    }
}
