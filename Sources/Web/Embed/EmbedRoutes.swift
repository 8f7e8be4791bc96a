internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// The programme, or a part of it, for a frame on somebody else's site: the only page that others may frame.
struct EmbedRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let rendered: PageCache
    let listings: Listings

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/:language/embed") { request, context in try await embed(request, context) }
    }

    private func embed(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let selection = try SessionSelection(request)
        let state = try await store.programme.current()
        let now = Date()
        return rendered.page(
            "embed/\(language)?\(selection.key)",
            version: PageVersion(state.version.programme, tallies: state.version.tallies, at: now),
            headers: [
                .contentSecurityPolicy: ResponseHeaders.embeddable, .contentLanguage: language.rawValue,
                .crossOriginResourcePolicy: "cross-origin",
            ]
        ) {
            Array(
                pages.embed(
                    sessions: selection.sessions(in: state, listings, language, at: now), tally: state.tally,
                    edition: state.programme.edition, language, now: now
                ).utf8)
        }.response(to: request)
    }
}

extension HTTPField.Name {
    /// Who may load it from another site.
    static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
