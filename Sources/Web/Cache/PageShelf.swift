internal import HTTPTypes
internal import Hummingbird
internal import RegistrationStore
internal import Synchronization

/// Pages that may be handed out as they are for a moment: each was found current, and is good for as long as the counters
/// it was made from, and a little longer for those who come while one of them has it made anew.
final class PageShelf: Sendable {
    private struct Entry {
        let page: RenderedPage
        /// From then on somebody is sent to have it made anew.
        let renewAt: ContinuousClock.Instant
        var isBeingRenewed = false

        var goodUntil: ContinuousClock.Instant { renewAt + PageShelf.grace }
    }

    /// With the counters' own age at most a quarter of a second.
    static let grace = Duration.milliseconds(50)

    /// By addresses of ours, never by what was asked for (`/fr//programme` is answered, too): so it needs no bound of its
    /// own.
    private let entries = Mutex<[String: Entry]>([:])

    /// - Parameter address: The page's own, without a query; requests by another spelling put nothing here.
    func put(_ page: RenderedPage, at address: String, for request: Request, until renewAt: ContinuousClock.Instant) {
        guard request.method == .get, request.uri.string == address else { return }
        entries.withLock { $0[address] = Entry(page: page, renewAt: renewAt) }
    }

    /// The answer to a request, where its page lies here and is still good.
    func answer(to request: HTTPRequest) -> WholeAnswer? {
        guard request.method == .get, let path = request.path else { return nil }
        return page(at: path, now: .now)?.answer(to: request.headerFields)
    }

    func page(at path: String, now: ContinuousClock.Instant) -> RenderedPage? {
        entries.withLock { entries in
            guard let entry = entries[path], now < entry.goodUntil else { return nil }
            if now < entry.renewAt || entry.isBeingRenewed { return entry.page }
            entries[path]?.isBeingRenewed = true
            return nil
        }
    }
}
