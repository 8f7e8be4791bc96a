import Foundation
import Postgres
import Testing

@Suite("Changing a sign-up at the desk")
struct DeskChangeTests {
    private let plans = [
        SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.lateMorning, capacity: 3),
        SessionPlan(slot: SessionPlan.noon, capacity: 1), SessionPlan(slot: SessionPlan.afternoon, capacity: 2),
    ]

    @Test(
        "A cancellation is undone while the places are free, with its number and its ticket; and not once they are taken"
    )
    func restore() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            #expect(try await database.desk(.restore, held.signUp) == "not_cancelled")
            #expect(try await database.desk(.cancel, held.signUp) == "done")
            #expect(try await database.desk(.cancel, held.signUp) == "already_cancelled")
            #expect(try await database.desk(.restore, held.signUp) == "done")
            var books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.status == "confirmed" && books[held.signUp]?.secretVersion == 1)
            #expect(books.letters(about: held.signUp) == ["confirmed", "cancelled", "confirmed"])

            try await database.desk(.cancel, held.signUp)
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(try await database.desk(.restore, held.signUp) == "full")
            _ = try await database.signUp("ada@example.org", day.sessions[1])
            try await database.setCapacity(of: day.sessions[0], to: 5)
            #expect(try await database.desk(.restore, held.signUp) == "clash")
            try await database.close(day.sessions[0])
            #expect(try await database.desk(.restore, held.signUp) == "closed")
            #expect(try await database.desk(.restore, 0) == "not_found")
            books = try await Books.read(day, on: database)
            #expect(books.violations().isEmpty)
        }
    }

    @Test("Who has signed up anew can't have the old one back besides")
    func restoredTwice() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            try await database.cancel(held.signUp)
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            #expect(try await database.desk(.restore, held.signUp) == "already_signed_up")
        }
    }

    @Test(
        "A move gets the new places before it lets go of the old ones, at whatever time; who waits for those gets them")
    func move() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            let waiting = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(try await database.desk(.move(to: day.sessions[2]), held.signUp) == "full")
            #expect(try await database.desk(.move(to: day.sessions[0]), held.signUp) == "unknown_session")
            #expect(try await database.desk(.move(to: day.sessions[3]), held.signUp) == "moved")
            let books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.status == "cancelled" && books[waiting.signUp]?.status == "confirmed")
            let moved = try #require(books.signUps.last)
            #expect(
                moved.session == day.sessions[3] && moved.places == 2 && moved.attendee == books[held.signUp]?.attendee)
            #expect(books.letters(about: moved.id) == ["switched"])
            #expect(try await database.desk(.move(to: day.sessions[1]), held.signUp) == "already_cancelled")
            #expect(books.violations().isEmpty)
        }
    }

    @Test(
        "A move goes past places that are held elsewhere at that time, out of a session that is off, and from a waiting list"
    )
    func hardMoves() async throws {
        try await Day.with(plans) { database, day in
            let first = try await database.signUp("ada@example.org", day.sessions[0])
            let second = try await database.signUp("ada@example.org", day.sessions[3])
            #expect(try await database.desk(.move(to: day.sessions[1]), second.signUp) == "clash")
            _ = try await database.signUp("bo@example.org", day.sessions[2])
            let waiting = try await database.signUp("cy@example.org", day.sessions[2])
            #expect(try await database.desk(.move(to: day.sessions[1]), waiting.signUp) == "moved")
            try await database.run(sqlScript: "select api.cancel_session(\(day.sessions[0]))")
            #expect(try await database.desk(.move(to: day.sessions[1]), first.signUp) == "moved")
            #expect(try await Books.read(day, on: database).violations().isEmpty)
        }
    }

    @Test("More places only while they are free; who waits asks for fewer only")
    func places() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[1])
            #expect(try await database.desk(.places(3), held.signUp) == "done")
            #expect(try await database.desk(.places(4), held.signUp) == "full")
            let waiting = try await database.signUp("bo@example.org", day.sessions[1], places: 2)
            #expect(try await database.desk(.places(3), waiting.signUp) == "would_pass")
            #expect(try await database.desk(.places(2), held.signUp) == "done")
            #expect(try await database.desk(.places(1), waiting.signUp) == "done")
            let books = try await Books.read(day, on: database)
            #expect(books[waiting.signUp]?.status == "confirmed", "it fits now")
            #expect(books.violations().isEmpty)
            let refused = await database.refusal { () async throws(PostgresError) in
                try await database.desk(.places(7), held.signUp)
            }
            #expect(refused == "22023")
        }
    }
}
