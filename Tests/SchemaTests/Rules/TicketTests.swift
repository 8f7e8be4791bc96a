import Postgres
import TestSupport
import Testing

@Suite("What a ticket changes")
struct TicketTests {
    @Test("Cancelling gives the places to those who wait, and asking twice changes nothing more")
    func cancelled() async throws {
        try await Day.with([SessionPlan(capacity: 2)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            let waiting = try await database.signUp("bo@example.org", day.sessions[0], places: 2)
            #expect(try await database.cancelTicket(holder.signUp) == "done")
            #expect(try await database.cancelTicket(holder.signUp) == "already_cancelled")
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["cancelled", "confirmed"])
            #expect(books.letters(about: holder.signUp) == ["confirmed", "cancelled"])
            #expect(books.letters(about: waiting.signUp) == ["waiting", "promoted"])
            #expect(books.violations().isEmpty)
        }
    }

    @Test("Fewer places go to those who wait; a group that waits may fit by it, keeps its number and hears of it once")
    func fewer() async throws {
        try await Day.with([SessionPlan(capacity: 4)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0], places: 3)
            let group = try await database.signUp("bo@example.org", day.sessions[0], places: 4)
            #expect(try await database.reducePlaces(of: holder.signUp, to: 2) == "done")
            #expect(try await database.reducePlaces(of: holder.signUp, to: 2) == "done", "asked twice")
            #expect(try await database.reducePlaces(of: group.signUp, to: 3) == "done")
            var books = try await Books.read(day, on: database)
            #expect(books[group.signUp]?.status == "waiting" && books[group.signUp]?.number == 2)
            #expect(try await database.reducePlaces(of: group.signUp, to: 2) == "done")
            books = try await Books.read(day, on: database)
            #expect(books[group.signUp]?.status == "confirmed")
            #expect(books.letters(about: holder.signUp) == ["confirmed", "changed"])
            #expect(books.letters(about: group.signUp) == ["waiting", "changed", "promoted"])
            #expect(books.sessions[0].tally.confirmed == 4 && books.violations().isEmpty)
        }
    }

    @Test("Places are never raised, and never none")
    func notRaised() async throws {
        try await Day.with([SessionPlan(capacity: 9)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            #expect(try await database.reducePlaces(of: holder.signUp, to: 3) == "not_fewer")
            await #expect(throws: PostgresError.self) { try await database.reducePlaces(of: holder.signUp, to: 0) }
            #expect(try await Books.read(day, on: database)[holder.signUp]?.places == 2)
        }
    }

    @Test("A name is corrected, told once, and nothing else changes")
    func renamed() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let waiting = try await database.signUp("bo@example.org", day.sessions[0])
            for _ in 1...2 { #expect(try await database.rename(waiting.signUp, to: "Beau") == "done") }
            let books = try await Books.read(day, on: database)
            #expect(books[waiting.signUp]?.name == "Beau" && books[waiting.signUp]?.position == 1)
            #expect(books.letters(about: waiting.signUp) == ["waiting", "changed"])
        }
    }

    @Test(
        "A ticket of another version changes nothing, and neither does one that was cancelled, cancelled on, or is over"
    )
    func refused() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            func answers(version: Int = 1) async throws -> [String] {
                [
                    try await database.rename(held.signUp, to: "Mallory", version: version),
                    try await database.reducePlaces(of: held.signUp, to: 1, version: version),
                    try await database.cancelTicket(held.signUp, version: version),
                ]
            }
            #expect(try await answers(version: 2) == Array(repeating: "not_found", count: 3))
            try await database.run(sqlScript: "update app.session set cancelled_at = now()")
            #expect(try await answers() == Array(repeating: "session_cancelled", count: 3))
            try await database.run(
                sqlScript: """
                    update app.session set cancelled_at = null, starts_at = now() - interval '2 hours',
                        ends_at = now() - interval '1 second'
                    """)
            #expect(try await answers() == Array(repeating: "over", count: 3))
            let books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.name == "Ada" && books[held.signUp]?.places == 2)
            #expect(books[held.signUp]?.status == "confirmed" && books.letters.count == 1)
        }
    }

    @Test("After closing one may still cancel or give places back; nobody is promoted then")
    func closed() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0], places: 3)
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.close(day.sessions[0])
            #expect(try await database.reducePlaces(of: holder.signUp, to: 1) == "done")
            #expect(try await database.cancelTicket(holder.signUp) == "done")
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["cancelled", "waiting"] && books.sessions[0].tally.confirmed == 0)
        }
    }

    @Test("A ticket shows its sign-up, and an address all of its own, in the order of the day")
    func shown() async throws {
        let plans = [SessionPlan(slot: SessionPlan.noon, capacity: 1), SessionPlan()]
        try await Day.with(plans) { database, day in
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            let noon = try await database.signUp("ada@example.org", day.sessions[0])
            let morning = try await database.signUp("Ada@example.org", day.sessions[1])
            let waits = TicketLine(signUp: noon.signUp ?? 0, version: 1, status: "waiting", position: 1)
            let holds = TicketLine(signUp: morning.signUp ?? 0, version: 1, status: "confirmed", position: nil)
            #expect(try await database.tickets(signUp: noon.signUp) == [waits])
            #expect(try await database.tickets(signUp: 0).isEmpty)
            let attendee = try await Books.read(day, on: database)[noon.signUp]?.attendee
            #expect(try await database.tickets(attendee: attendee) == [holds, waits])
            #expect(try await database.tickets().isEmpty)
        }
    }
}
