import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Whoever is inside stays inside until they go out, whatever becomes of their sign-up")
struct PresenceTests {
    @Test("Whoever is erased leaves numbers at the door, and nothing else")
    func erased() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0]).signUp
            _ = try await database.scan(Scan(held, at: day.sessions[0]))
            let attendee = try await Books.read(day, on: database)[held]?.attendee ?? 0
            #expect(try await database.erase(attendee: attendee) == "erased")
            let books = try await DoorBooks.read(on: database)
            #expect(books.facts.isEmpty && books.presences.isEmpty)
            #expect(
                books[day.sessions[0]]
                    == DoorBooks.Tally(
                        session: day.sessions[0], arrived: 0, inside: 0, walkIns: 1, walkInsInside: 1, flagged: 0))
            // One of those without a ticket, who can go out.
            #expect(try await database.outcome(Scan(nil, at: day.sessions[0]).walkIn.out) == "checked_out")
        }
    }

    @Test("Cancelled or moved, they are inside without places, and their old ticket lets them out and not in again")
    func letGo() async throws {
        let plans = [SessionPlan(capacity: 4), SessionPlan(slot: SessionPlan.afternoon)]
        try await Day.with(plans) { database, day in
            let here = day.sessions[0]
            let ada = try await database.signUp("ada@example.org", here, places: 2).signUp
            let bo = try await database.signUp("bo@example.org", here).signUp
            _ = try await database.scan([Scan(ada, at: here), Scan(bo, at: here)])
            #expect(try await database.cancelTicket(ada) == "done")
            #expect(try await database.desk(.move(to: day.sessions[1]), bo) == "moved")
            var books = try await DoorBooks.read(on: database)
            #expect(
                books[here]
                    == DoorBooks.Tally(session: here, arrived: 0, inside: 0, walkIns: 3, walkInsInside: 3, flagged: 0))
            #expect(books.violations().isEmpty)
            let out = try await database.scan(Scan(ada, at: here, people: 1).out)
            #expect(out.outcome == "checked_out" && out.inside == 1)
            #expect(try await database.outcome(Scan(ada, at: here, people: 1)) == "cancelled")
            // Who is inside can be found by name.
            #expect(try await database.read(listed(here)) == ["Ada", "Ada"])
            #expect(try await database.outcome(Scan(ada, at: here).out) == "checked_out")
            #expect(try await database.read(listed(here)) == ["Ada"])
            books = try await DoorBooks.read(on: database)
            #expect(books[here]?.walkInsInside == 1 && books.violations().isEmpty)
        }
    }

    @Test("Moved back to the waiting list and up again, they count without places and with")
    func moved() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let here = day.sessions[0]
            _ = try await database.signUp("ada@example.org", here, places: 2).signUp
            let bo = try await database.signUp("bo@example.org", here).signUp
            _ = try await database.scan(Scan(bo, at: here))
            #expect(try await database.setCapacity(of: here, to: 2, movingLatest: true).moved == 1)
            #expect(try await DoorBooks.read(on: database)[here]?.walkInsInside == 1)
            #expect(try await database.setCapacity(of: here, to: 4).promoted == 1)
            let books = try await DoorBooks.read(on: database)
            #expect(
                books[here]
                    == DoorBooks.Tally(session: here, arrived: 1, inside: 1, walkIns: 0, walkInsInside: 0, flagged: 0))
            // Nobody is counted twice: one place of the four is left.
            #expect(try await database.scan(Scan(nil, at: here).walkIn).remaining == 0)
            #expect(books.violations().isEmpty)
        }
    }

    @Test("People without a ticket who leave are not missed when one with a ticket goes")
    func anonymous() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let here = day.sessions[0]
            _ = try await database.signUp("ada@example.org", here)
            let bo = try await database.signUp("bo@example.org", here).signUp
            try await database.run(
                sqlScript: """
                    update app.session set starts_at = now() - interval '11 minutes', ends_at = now() + interval '1 hour'
                    """)
            #expect(try await database.outcome(Scan(bo, at: here).walkIn) == "checked_in")
            #expect(try await database.outcome(Scan(nil, at: here).walkIn.out) == "checked_out")
            #expect(try await database.outcome(Scan(bo, at: here).out) == "checked_out")
            let books = try await DoorBooks.read(on: database)
            #expect(books[here]?.walkInsInside == 0 && books.violations().isEmpty)
        }
    }

    @Test("Ten minutes after the end a room counts as empty, and not because another day has begun")
    func emptied() async throws {
        try await Day.with([SessionPlan(capacity: 5)]) { database, day in
            try await database.use(day)
            let here = day.sessions[0]
            let ada = try await database.signUp("ada@example.org", here).signUp
            _ = try await database.scan([Scan(ada, at: here), Scan(nil, at: here).walkIn])
            for (minutes, people) in [(9, "2"), (11, "0")] {
                try await database.run(
                    sqlScript: """
                        update app.session set starts_at = now() - interval '25 hours',
                            ends_at = now() - interval '\(minutes) minutes'
                        """)
                #expect(
                    try await database.read("select coalesce(api.inside_now('command'), 0)::text as v") == [people])
                #expect(
                    try await database.read("select (inside + walk_ins_inside)::text as v from api.doors()") == [people]
                )
                #expect(try await database.read("select (arrived + walk_ins)::text as v from api.doors()") == ["2"])
            }
        }
    }

    @Test("Let in while the places are being let go of, or the other way round: the sums know it")
    func race() async throws {
        #expect(try await race(breaking: false).isEmpty)
    }

    @Test("Without having the doors alone it would be missed, and the check says so")
    func unheld() async throws {
        #expect(try await race(breaking: true).isEmpty == false)
    }

    /// What is wrong after somebody was let in while their places were being let go of.
    private func race(breaking: Bool) async throws -> [String] {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                let day = try await Day.make([SessionPlan()], on: database)
                let here = day.sessions[0]
                if breaking {
                    try await database.sabotage(
                        "app.keep_presence", replacing: "perform app.hold_doors(new.session_id)", by: "null")
                }
                let held = try await database.signUp("ada@example.org", here).signUp
                _ = try await Race(configuration: configuration).run(
                    { try await $0.outcome(Scan(held, at: here)) }, { try await $0.cancelTicket(held) })
                let other = try await database.signUp("bo@example.org", here).signUp
                _ = try await Race(configuration: configuration).run(
                    { try await $0.cancelTicket(other) }, { try await $0.outcome(Scan(other, at: here)) })
                return try await DoorBooks.read(on: database).violations()
            }
        }
    }

    private func listed(_ session: Int64) -> String {
        "select name as v from api.door_list('command', \(session), null) where name is not null"
    }
}
