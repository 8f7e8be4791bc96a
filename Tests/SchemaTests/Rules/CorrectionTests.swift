import Postgres
import Testing

@Suite("Correcting a mistyped address")
struct CorrectionTests {
    @Test("The sign-up goes to the right address with its number, and its ticket becomes a new one")
    func corrected() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let first = try await database.signUp("ada@exmaple.org", day.sessions[0])
            let next = try await database.signUp("bo@example.org", day.sessions[0])
            let answer = try await database.correctEmail(of: first.signUp, to: "ada@example.org")
            #expect(answer == Answer(outcome: "corrected", places: 1))
            let books = try await Books.read(day, on: database)
            #expect(books[first.signUp]?.email == "ada@example.org")
            #expect(books[first.signUp]?.status == "confirmed" && books[first.signUp]?.number == 1)
            #expect(books[first.signUp]?.secretVersion == 2)
            #expect(books[next.signUp]?.status == "waiting")
            #expect(try await database.execute(CountAttendees()) == [2], "nobody is left under the wrong address")
        }
    }

    @Test("Whoever waits is told the position again, and whoever gets a place by the correction that they have it")
    func told() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0], places: 2)
            let busy = try await database.signUp("bo@exmaple.org", day.sessions[0], places: 2)
            let last = try await database.signUp("cy@exmaple.org", day.sessions[0])
            _ = try await database.signUp("bo@exmaple.org", day.sessions[1])
            let waiting = try await database.correctEmail(of: last.signUp, to: "cy@example.org")
            #expect(waiting == Answer(outcome: "corrected", places: 1, position: 2))
            try await database.setCapacity(of: day.sessions[0], to: 3)
            try await database.cancel(holder.signUp)
            let promoted = try await database.correctEmail(of: busy.signUp, to: "bo@example.org")
            #expect(promoted == Answer(outcome: "corrected", places: 2))
        }
    }

    @Test("Another spelling of the same address is the same attendee")
    func spelling() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            #expect(try await database.correctEmail(of: held.signUp, to: "Ada@Example.org").outcome == "corrected")
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.email) == ["Ada@Example.org"])
            #expect(try await database.signUp("ada@example.org", day.sessions[0]).outcome == "already_signed_up")
        }
    }

    @Test("Only whoever made a sign-up that lives can correct it, and only for an hour")
    func refused() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@exmaple.org", day.sessions[0])
            let cancelled = try await database.signUp("bo@exmaple.org", day.sessions[0])
            try await database.cancel(cancelled.signUp)
            let right = "ada@example.org"
            let byAnother = try await database.correctEmail(of: held.signUp, to: right, by: Ask.otherVisitor)
            #expect(byAnother == .refusal("not_found"))
            #expect(try await database.correctEmail(of: cancelled.signUp, to: right) == .refusal("not_found"))
            try await database.run(sqlScript: "update app.sign_up set created_at = now() - interval '61 minutes'")
            #expect(try await database.correctEmail(of: held.signUp, to: right) == .refusal("too_late"))
            #expect(try await Books.read(day, on: database)[held.signUp]?.email == "ada@exmaple.org")
        }
    }

    @Test("An address that holds this session or a place at an overlapping time is not given a second one")
    func taken() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let held = try await database.signUp("ada@exmaple.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            _ = try await database.signUp("cy@example.org", day.sessions[1])
            let answers = [
                try await database.correctEmail(of: held.signUp, to: "BO@example.org"),
                try await database.correctEmail(of: held.signUp, to: "cy@example.org"),
            ]
            #expect(answers == [.refusal("already_signed_up"), .refusal("clash")])
            let books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.email == "ada@exmaple.org" && books[held.signUp]?.secretVersion == 1)
            #expect(books.violations().isEmpty)
            #expect(books.letters.map(\.kind).suffix(2) == ["already_signed_up", "clash"])
        }
    }

    @Test("What the wrong address waits for, it may get once the place went to the right one")
    func broughtBack() async throws {
        try await Day.with([SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0])
            let waiter = try await database.signUp("bo@example.org", day.sessions[0])
            let held = try await database.signUp("bo@example.org", day.sessions[1])
            try await database.cancel(holder.signUp)
            #expect(try await Books.read(day, on: database)[waiter.signUp]?.status == "waiting", "busy elsewhere")
            #expect(try await database.correctEmail(of: held.signUp, to: "cy@example.org").outcome == "corrected")
            #expect(try await Books.read(day, on: database)[waiter.signUp]?.status == "confirmed")
        }
    }
    @Test("Whoever was told of being passed over is not told again because of another spelling")
    func toldOnce() async throws {
        let plans = [SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning)]
        try await Day.with(plans) { database, day in
            func letPlaceGo(of email: String) async throws {
                let holder = try await database.signUp(email, day.sessions[0])
                #expect(holder.outcome == "confirmed")
                try await database.cancel(holder.signUp)
            }
            let holder = try await database.signUp("ada@example.org", day.sessions[0])
            let busy = try await database.signUp("bo@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[1])
            try await database.cancel(holder.signUp)
            try await database.correctEmail(of: busy.signUp, to: "Bo@example.org")
            try await letPlaceGo(of: "cy@example.org")
            let books = try await Books.read(day, on: database)
            #expect(books.letters(about: busy.signUp) == ["waiting", "passed_over", "waiting"])
        }
    }
}
