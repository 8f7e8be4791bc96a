import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Ten minutes after the start")
struct ClaimsEndTests {
    @Test("Walk-ins get what nobody has claimed: before the grace is over, only what nobody has signed up for")
    func walkIns() async throws {
        try await Day.with([SessionPlan(capacity: 3, roomCapacity: 3)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("ada@example.org", session, places: 2).signUp
            let group = try await database.signUp("bo@example.org", session, places: 2).signUp
            let walkIn = Scan(nil, at: session)
            #expect(try await database.scan(walkIn.walkIn).remaining == 0)
            #expect(try await database.outcome(walkIn.walkIn.changed { $0.key = "another-key" }) == "full")
            try await database.run(
                sqlScript: """
                    update app.session set starts_at = now() - interval '9 minutes', ends_at = now() + interval '1 hour'
                    """)
            #expect(try await database.outcome(Scan(group, at: session).walkIn) == "full")
            try await database.run(sqlScript: "update app.session set starts_at = now() - interval '11 minutes'")
            #expect(try await database.outcome(Scan(group, at: session)) == "waiting")
            let letIn = try await database.scan(Scan(group, at: session).walkIn)
            #expect(letIn.outcome == "checked_in" && letIn.inside == 2 && letIn.remaining == 0)
            #expect(try await database.outcome(Scan(group, at: session)) == "already_in")
            // Who comes too late to find a place finds the room as full as it may be.
            #expect(try await database.outcome(Scan(held, at: session)) == "given_away")
            #expect(try await database.outcome(Scan(nil, at: session).walkIn.out) == "checked_out")
            #expect(try await database.outcome(Scan(held, at: session, people: 1)) == "checked_in")
            let books = try await DoorBooks.read(on: database)
            #expect(books[session]?.walkIns == 3 && books[session]?.arrived == 1 && books.violations().isEmpty)
            #expect(try await Books.read(day, on: database).sessions[0].tally.confirmed == 2)
        }
    }

    @Test("Whoever has places and comes late is let in beyond the session's capacity, as long as the room holds them")
    func late() async throws {
        try await Day.with([SessionPlan(capacity: 3, roomCapacity: 4)]) { database, day in
            let session = day.sessions[0]
            let alone = try await database.signUp("ada@example.org", session).signUp
            let group = try await database.signUp("bo@example.org", session, places: 2).signUp
            try await start(minutesAgo: 11, on: database)
            let walkIns = Scan(nil, at: session, people: 3).walkIn
            #expect(try await database.outcome(Scan(nil, at: session, people: 4).walkIn) == "full")
            #expect(try await database.outcome(walkIns) == "checked_in")
            #expect(try await database.outcome(Scan(nil, at: session).walkIn) == "full")
            let late = try await database.scan(Scan(group, at: session))
            #expect(late.outcome == "given_away" && !late.accepted && late.roomLeft == 1 && late.places == 2)
            let part = try await database.scan(Scan(group, at: session, people: 1))
            #expect(part.outcome == "checked_in" && part.beyond == 1 && part.roomLeft == 0)
            #expect(try await database.outcome(Scan(alone, at: session)) == "given_away")
            // What a device without network let in is a fact, and flagged.
            let fact = try await database.scan(Scan(alone, at: session, people: 1).offline(minutesAgo: 0))
            #expect(fact.outcome == "given_away" && fact.accepted)
            let books = try await DoorBooks.read(on: database)
            #expect(books[session]?.flagged == 1 && books[session]?.arrived == 2 && books.violations().isEmpty)
            #expect(try await Books.read(day, on: database).sessions[0].tally.confirmed == 3)
        }
    }

    @Test("Before that, a room that is full for whoever has places is full, and nothing was given away")
    func early() async throws {
        try await Day.with([SessionPlan(capacity: 2, roomCapacity: 2)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("ada@example.org", session).signUp
            try await start(minutesAgo: 9, on: database)
            let excess = Scan(nil, at: session, people: 2).walkIn.offline(minutesAgo: 1)
            #expect(try await database.outcome(excess) == "full")
            #expect(try await database.outcome(Scan(held, at: session)) == "full")
        }
    }

    @Test("A group that waits comes in parts only while places are free for each part")
    func parts() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let session = day.sessions[0]
            _ = try await database.signUp("ada@example.org", session).signUp
            let group = try await database.signUp("bo@example.org", session, places: 3).signUp
            try await start(minutesAgo: 11, on: database)
            #expect(try await database.outcome(Scan(group, at: session, people: 2).walkIn) == "checked_in")
            #expect(try await database.outcome(Scan(nil, at: session).walkIn) == "checked_in")
            #expect(try await database.outcome(Scan(group, at: session, people: 1).walkIn) == "full")
            #expect(try await database.outcome(Scan(group, at: session, people: 1).out) == "checked_out")
            #expect(try await database.outcome(Scan(group, at: session, people: 1)) == "checked_in")
            let books = try await DoorBooks.read(on: database)
            #expect(books[session]?.walkInsInside == 3 && books.violations().isEmpty)
        }
    }

    private func start(minutesAgo: Int, on database: PostgresSession) async throws {
        try await database.run(
            sqlScript: """
                update app.session set starts_at = now() - interval '\(minutesAgo) minutes',
                    ends_at = now() + interval '1 hour'
                """)
    }
}
