internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Registration
internal import RegistrationStore
internal import ServiceLifecycle
internal import Synchronization

/// Sends boards what has changed (server-sent events, HTML standard, section 9.2): one reading and one rendering for all
/// screens that show the same venues, the same bytes to each.
///
/// A screen that reads slowly gets the latest state when it is ready again, and nothing of what was between; one that takes
/// nothing at all is cut off by the front.
struct BoardFeed: Sendable {
    private let store: RegistrationStore
    private let rendered = Rendered()

    init(store: RegistrationStore) { self.store = store }

    /// How long a stream lasts before the browser has to come back, and so to show again that it may.
    private static let lifetime = Duration.seconds(600)
    /// How often a stream says that it is there, in seconds.
    private static let heartbeat = 15

    func answer(for venues: StaffVenues) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await send(venues, to: &writer)
                try await writer.finish(nil)
            })
    }

    private func send(_ venues: StaffVenues, to writer: inout any ResponseBodyWriter) async throws {
        let end = ContinuousClock.now + Self.lifetime
        var version = 0
        var quiet = 0
        try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
        while ContinuousClock.now < end, !Task.isShuttingDownGracefully, !Task.isCancelled {
            // After a start the numbers may be there before the sessions that they are of.
            guard store.programme.latest.programme.version > 0 else {
                try await Task.sleep(for: .milliseconds(100))
                continue
            }
            if let state = await store.board.next(after: version, within: .seconds(1)) {
                version = state.version
                quiet = 0
                try await writer.write(rendered.bytes(of: state, venues, in: store.programme.latest.programme))
            } else {
                quiet += 1
                if quiet % Self.heartbeat == 0 { try await writer.write(ByteBuffer(string: ":\n\n")) }
            }
        }
    }

    /// The last state's events, by the venues that they show.
    private final class Rendered: Sendable {
        private struct Cache {
            var version = 0
            var events: [[String]: ByteBuffer] = [:]
        }

        private let cache = Mutex(Cache())

        func bytes(of state: DoorBoard.State, _ venues: StaffVenues, in programme: Programme) -> ByteBuffer {
            let key: [String] =
                switch venues {
                case .all: ["*"]
                case .only(let venues): venues.map(\.slug)
                }
            if let known = cache.withLock({ $0.version == state.version ? $0.events[key] : nil }) { return known }
            let bytes = Self.event(state, venues, programme)
            cache.withLock { cache in
                if cache.version < state.version { cache = Cache(version: state.version) }
                if cache.version == state.version { cache.events[key] = bytes }
            }
            return bytes
        }

        /// Numbers by session; the page has the words.
        private static func event(
            _ state: DoorBoard.State, _ venues: StaffVenues, _ programme: Programme
        ) -> ByteBuffer {
            let shown = programme.sessions.filter { venues.contains(slug: $0.venue.slug) }
            let counts = shown.map { session in
                let tally = state.tally(of: session)
                let numbers = [
                    tally.capacity, tally.confirmed, tally.waiting, tally.arrived, tally.allInside,
                    tally.roomCapacity, tally.flagged,
                ]
                return "\"\(session.slug)\":[\(numbers.map(String.init).joined(separator: ","))]"
            }
            return ByteBuffer(string: "id: \(state.version)\ndata: {\(counts.joined(separator: ","))}\n\n")
        }
    }
}
