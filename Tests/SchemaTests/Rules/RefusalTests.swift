import Postgres
import Testing

@Suite("What is refused, and with which word")
struct RefusalTests {
    @Test("A group larger than the session is refused as full, even while nobody has come")
    func tooLarge() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day throws in
            #expect(try await database.signUp("ada@example.org", day.sessions[0], places: 4) == .refusal("full"))
        }
    }

    @Test("Without a waiting list whoever finds no room is refused as full, and a smaller group still fits")
    func noWaitingList() async throws {
        try await Day.with([SessionPlan(capacity: 3, waitingList: false)]) { database, day throws in
            let session = day.sessions[0]
            #expect(try await database.signUp("ada@example.org", session, places: 2).outcome == "confirmed")
            #expect(try await database.signUp("bo@example.org", session, places: 2) == .refusal("full"))
            #expect(try await database.signUp("cy@example.org", session).outcome == "confirmed")
            #expect(try await database.signUp("di@example.org", session) == .refusal("full"))
        }
    }

    @Test("A form that asks for too much hears the same of an address that is signed up and of one that is not")
    func knownAsUnknown() async throws {
        let plans = [SessionPlan(capacity: 3), SessionPlan(slot: SessionPlan.noon, capacity: 2, waitingList: false)]
        try await Day.with(plans) { database, day in
            for session in day.sessions { _ = try await database.signUp("known@example.org", session, places: 2) }
            let before = try await Books.read(day, on: database)
            for (session, places) in [(day.sessions[0], 4), (day.sessions[1], 1)] {
                for email in ["unknown@example.org", "known@example.org"] {
                    let ask = Ask(email, session, places: places).changed { $0.caller = Ask.otherVisitor }
                    #expect(try await database.signUp(ask) == .refusal("full"), "\(email)")
                }
                let own = try await database.signUp("known@example.org", session, places: places)
                #expect(own.outcome == "already_signed_up" && own.places == 2, "whoever signed up is told so")
                let token = Ask("known@example.org", session, places: places).changed {
                    $0.caller = Ask.otherVisitor
                    $0.route = "api"
                }
                #expect(try await database.signUp(token).outcome == "already_signed_up", "a token may know")
            }
            let books = try await Books.read(day, on: database)
            #expect(books.letters.count == before.letters.count, "nobody is written to")
            #expect(books.keys.count == before.keys.count + 4, "the refused ones have used no key up")
        }
    }

    @Test("Within one batch too, an address that has just signed up is refused to a stranger as an unknown one is")
    func knownAsUnknownAtOnce() async throws {
        try await Day.with([SessionPlan(capacity: 2, waitingList: false)]) { database, day in
            let stranger = Ask("known@example.org", day.sessions[0]).changed { $0.caller = Ask.otherVisitor }
            let answers = try await database.signUp([
                Ask("known@example.org", day.sessions[0], places: 2), stranger,
                stranger.changed {
                    $0.email = "unknown@example.org"
                    $0.key = "another-key"
                },
                Ask("known@example.org", day.sessions[0]),
            ])
            #expect(answers.map(\.outcome) == ["confirmed", "full", "full", "already_signed_up"])
            #expect(answers[1] == answers[2])
            let books = try await Books.read(day, on: database)
            #expect(books.letters.count == 1 && books.keys.count == 2)
        }
    }

    @Test("Whoever holds a place at an overlapping time is refused as a clash, and told whether it is their own doing")
    func clash() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let ask = Ask("Ada@example.org", day.sessions[1])
            #expect(try await database.signUp(ask) == .refusal("clash", own: true))
            let stranger = ask.changed { $0.caller = Ask.otherVisitor }
            #expect(try await database.signUp(stranger) == .refusal("clash", own: false))
        }
    }

    @Test("Sessions that only touch do not clash")
    func touching() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day throws in
            for session in day.sessions {
                #expect(try await database.signUp("ada@example.org", session).outcome == "confirmed")
            }
        }
    }

    @Test("Neither waiting, nor a sign-up that was cancelled, nor a session that was called off makes a clash")
    func noClash() async throws {
        let plans = [SessionPlan(capacity: 1), SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]
        try await Day.with(plans) { database, day in
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(try await database.signUp("ada@example.org", day.sessions[0]).outcome == "waiting")
            let held = try await database.signUp("ada@example.org", day.sessions[1])
            #expect(held.outcome == "confirmed")
            try await database.cancel(held.signUp)
            let later = try await database.signUp("ada@example.org", day.sessions[2])
            #expect(later.outcome == "confirmed")
            try await database.run(
                sqlScript: "update app.session set cancelled_at = now() where id = \(day.sessions[2])")
            #expect(try await database.signUp("ada@example.org", day.sessions[1]).outcome == "confirmed")
        }
    }

    @Test("What somebody does in another edition is no clash")
    func otherEdition() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let other = try await Day.make([SessionPlan()], on: database)
            let answers = try await database.signUp([
                Ask("ada@example.org", day.sessions[0]), Ask("ada@example.org", other.sessions[0]),
            ])
            #expect(answers.map(\.outcome) == ["confirmed", "confirmed"])
        }
    }

    @Test(
        "Sign-ups are closed at the session's own time, an hour before it starts, and at the edition's time",
        arguments: [
            "update app.session set sign_ups_close_at = now() where id = $session",
            "update app.session set starts_at = now() + interval '59 minutes' where id = $session",
            "update app.edition set closes_at = now() where id = $edition",
            "update app.session set cancelled_at = now() where id = $session",
        ])
    func closed(change: String) async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            #expect(try await database.signUp("ada@example.org", day.sessions[0]).outcome == "confirmed")
            try await database.run(
                sqlScript: change.replacing("$session", with: "\(day.sessions[0])")
                    .replacing("$edition", with: "\(day.edition)"))
            #expect(try await database.signUp("bo@example.org", day.sessions[0]) == .refusal("closed"))
        }
    }

    @Test("Sign-ups are open until an hour before the start")
    func lastMinute() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            try await database.run(sqlScript: "update app.session set starts_at = now() + interval '61 minutes'")
            #expect(try await database.signUp("ada@example.org", day.sessions[0]).outcome == "confirmed")
        }
    }

    @Test("Before sign-ups open nobody is taken, by the session's own time or the edition's")
    func notYetOpen() async throws {
        try await Day.with([SessionPlan(signUps: .notYetOpen), SessionPlan()]) { database, day in
            #expect(try await database.signUp("ada@example.org", day.sessions[0]) == .refusal("not_yet_open"))
            try await database.run(sqlScript: "update app.edition set opens_at = now() + interval '1 hour'")
            #expect(try await database.signUp("ada@example.org", day.sessions[1]) == .refusal("not_yet_open"))
        }
    }

    @Test("A session that is not there, or not yet published, is unknown")
    func unknown() async throws {
        try await Day.with([SessionPlan(isPublished: false)]) { database, day throws in
            for session in [day.sessions[0], -1] {
                #expect(try await database.signUp("ada@example.org", session) == .refusal("unknown_session"))
            }
        }
    }

    @Test("A refusal leaves nothing behind")
    func nothingLeft() async throws {
        try await Day.with([SessionPlan(capacity: 1), SessionPlan(signUps: .closed)]) { database, day in
            _ = try await database.signUp([
                Ask("ada@example.org", day.sessions[0], places: 2), Ask("ada@example.org", day.sessions[1]),
                Ask("ada@example.org", -1),
            ])
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.isEmpty && books.letters.isEmpty && books.keys.isEmpty)
            #expect(try await database.execute(CountAttendees()) == [0])
        }
    }
}
