internal import HTTPTypes
internal import Hummingbird
internal import RegistrationStore
internal import Synchronization

/// Pages that may be handed out as they are for a moment: each was found current, and is good for as long as the counters
/// it was made from.
final class PageShelf: Sendable {
    private struct Entry {
        let page: RenderedPage
        let goodUntil: ContinuousClock.Instant
    }

    /// Only pages with few addresses are put here, so that it needs no bound of its own.
    private let entries = Mutex<[String: Entry]>([:])

    func put(_ page: RenderedPage, for request: Request, until goodUntil: ContinuousClock.Instant) {
        guard request.method == .get, request.uri.query == nil else { return }
        entries.withLock { $0[request.uri.string] = Entry(page: page, goodUntil: goodUntil) }
    }

    /// The answer to a request, where its page lies here and is still good.
    func answer(to request: HTTPRequest) -> WholeAnswer? {
        guard request.method == .get, let path = request.path,
            let entry = entries.withLock({ $0[path] }), .now < entry.goodUntil
        else { return nil }
        return entry.page.answer(to: request.headerFields)
    }
}
