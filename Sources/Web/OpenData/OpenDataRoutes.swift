internal import Export
internal import HTTPTypes
internal import Hummingbird
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The programme as files for reuse, and the page that explains them.
struct OpenDataRoutes: Sendable {
    let store: RegistrationStore
    let pages: Pages
    let rendered: PageCache
    let shelf: PageShelf
    /// `https://example.org`
    let origin: String

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/open-data/sessions.csv") { request, _ in
            try await file(request, "csv", type: "text/csv; charset=utf-8; header=present", Self.csv)
        }
        router.get("/open-data/sessions.json") { request, _ in
            try await file(request, "json", type: "application/json") { records in
                try JSONAnswer.bytes(
                    OpenDataReply(records, source: origin + PageAddress.openData.path(.french)))
            }
        }
        router.get("/:language/open-data") { request, context in try await page(request, context) }
    }

    private func file(
        _ request: Request, _ name: String, type: String, _ write: ([OpenDataRecord]) throws -> [UInt8]
    ) async throws -> Response {
        let state = try await store.programme.current()
        let page = try rendered.page(
            "open-data/\(name)",
            version: PageVersion(state.version.programme, tallies: state.version.tallies), contentType: type,
            headers: .forEverySite
        ) {
            try write(
                state.programme.sessions.map { session in
                    OpenDataRecord(
                        session: session, tally: state.tally(of: session), dates: state.programme.dates, origin: origin)
                })
        }
        shelf.put(page, at: "/open-data/sessions.\(name)", for: request, until: state.freshUntil)
        return page.response(to: request)
    }

    private static func csv(_ records: [OpenDataRecord]) -> [UInt8] {
        CSVDialect.line(OpenDataField.allCases.map(\.rawValue))
            + records.flatMap { record in CSVDialect.line(OpenDataField.allCases.map { record[$0].plain }) }
    }

    private func page(_ request: Request, _ context: WebContext) async throws -> Response {
        let language = try context.knownLanguage()
        let state = try await store.programme.current()
        return rendered.page("open-data/\(language)", version: PageVersion(state.version.programme)) {
            Array(pages.openData(host: state.programme.sessions.first?.host.name, language).utf8)
        }.response(to: request)
    }
}

extension HTTPFields {
    /// What holds nothing about anybody may be read by scripts of every site.
    static let forEverySite: HTTPFields = [.accessControlAllowOrigin: "*"]
}
