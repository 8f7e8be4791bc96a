import HTTPTypes
import Hummingbird
import NIOCore
import Postgres
import Registration
import RegistrationStore
import TestSupport
import Testing

@testable import Web

@Suite("The stream of a board")
struct BoardFeedTests {
    @Test("One that is opened before the programme was read says every number once it is")
    func early() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) {
                try await $0.run(sqlScript: Self.session)
            }
            let client = PostgresClient(configuration, logger: TestDatabase.quietLogger)
            let running = Task { try await client.run() }
            defer { running.cancel() }
            let store = RegistrationStore(client: client, logger: TestDatabase.quietLogger)
            let (pieces, sink) = AsyncStream.makeStream(of: String.self)
            let stream = Task {
                try await BoardFeed(store: store).answer(for: .all).body.write(StreamedBody(sink: sink))
            }
            defer { stream.cancel() }
            // The numbers are there, and the sessions that they are of are not.
            _ = await store.board.next(after: 0, within: .seconds(30))
            try await Task.sleep(for: .milliseconds(300))
            try await store.programme.reload()
            let first = await pieces.first { $0.contains("data:") }
            #expect(first?.contains("\"talk\":[10,") == true, "\(first ?? "nothing")")
        }
    }

    private static let session = """
        insert into app.edition (first_day, last_day, time_zone, is_current)
        values (current_date + 30, current_date + 30, 'Europe/Paris', true);
        insert into app.venue (slug, name, address, postcode, city, arrondissement, latitude, longitude)
        values ('hall', 'Hall', '1 rue', '75001', 'Paris', 1, 48, 2);
        insert into app.room (venue_id, name, capacity) select id, 'Room', 10 from app.venue;
        insert into app.host (name, legal_form) values ('Host', 'association');
        insert into app.session (edition_id, room_id, room_capacity, host_id, slug, title_fr, title_en, summary_fr, summary_en, format,
            theme, starts_at, ends_at, capacity, published_at)
        select e.id, r.id, r.capacity, h.id, 'talk', 'Titre', 'Title', '', '', 'talk', 'care', current_date + 30 + time '10:00',
            current_date + 30 + time '11:00', 10, now()
        from app.edition e, app.room r, app.host h;
        """
}

/// Hands on what is written, piece by piece.
private struct StreamedBody: ResponseBodyWriter {
    let sink: AsyncStream<String>.Continuation

    mutating func write(_ buffer: ByteBuffer) async throws { sink.yield(String(buffer: buffer)) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws { sink.finish() }
}
