import Postgres
import Testing

@Suite("The letters that a change has written")
struct LetterTests {
    @Test("Whoever is confirmed or waits gets one letter, in their language, and none when they only ask again")
    func signedUp() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let asks = [
                Ask("ada@example.org", day.sessions[0]),
                Ask("bo@example.org", day.sessions[0]).changed { $0.language = "en" },
            ]
            _ = try await database.signUp(asks)
            _ = try await database.signUp(asks)
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let books = try await Books.read(day, on: database)
            #expect(books.letters.map(\.kind) == ["confirmed", "waiting"])
            #expect(books.letters.map(\.language) == ["fr", "en"])
            #expect(books.letters.map(\.signUp) == books.signUps.map(\.id))
            #expect(books.letters.map(\.attendee) == books.signUps.map(\.attendee))
        }
    }

    @Test("An address that a stranger puts into a form is written to, at most once an hour")
    func uninvited() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            func strangers(_ hours: Int) async throws -> [String] {
                for session in day.sessions + day.sessions {
                    let ask = Ask("ada@example.org", session).changed { $0.caller = Ask.otherVisitor }
                    _ = try await database.signUp([ask, ask.changed { $0.key = "another-key-\(hours)" }])
                }
                return try await Books.read(day, on: database).letters.map(\.kind)
            }
            #expect(try await strangers(0) == ["confirmed", "already_signed_up", "clash"])
            let letters = try await Books.read(day, on: database).letters
            #expect(letters.map(\.signUp) == [held.signUp, held.signUp, nil])

            try await database.run(sqlScript: "update app.outbox set created_at = created_at - interval '61 minutes'")
            #expect(try await strangers(1).suffix(2) == ["already_signed_up", "clash"])
        }
    }

    @Test("A program that asks about a sign-up it did not make causes no letter")
    func byToken() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            for session in day.sessions {
                let ask = Ask("ada@example.org", session)
                _ = try await database.signUp(
                    ask.changed {
                        $0.caller = Ask.otherVisitor
                        $0.route = "api"
                    })
            }
            #expect(try await Books.read(day, on: database).letters.map(\.kind) == ["confirmed"])
        }
    }

    @Test("A cancellation is confirmed to whoever leaves, and told to whoever gets the place")
    func cancelledAndPromoted() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let first = try await database.signUp("ada@example.org", day.sessions[0])
            let second = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.cancel(first.signUp)
            let books = try await Books.read(day, on: database)
            #expect(books.letters(about: first.signUp) == ["confirmed", "cancelled"])
            #expect(books.letters(about: second.signUp) == ["waiting", "promoted"])
        }
    }

    @Test("A corrected address gets the letter anew")
    func corrected() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let answer = try await database.signUp("ada@exmaple.org", day.sessions[0])
            try await database.correctEmail(of: answer.signUp, to: "ada@example.org")
            let books = try await Books.read(day, on: database)
            #expect(books.letters(about: answer.signUp) == ["confirmed", "confirmed"])
            #expect(books.letters[0].attendee != books.signUps[0].attendee, "the first has lost its holder")
            #expect(books.letters[1].attendee == books.signUps[0].attendee)
        }
    }
}
