import Postgres
import Testing

@Suite("Asking again with the same request key")
struct RequestKeyTests {
    @Test("The first answer is given again, whatever has happened since")
    func sameAnswer() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let session = day.sessions[0]
            let first = Ask("ada@example.org", session)
            let second = Ask("bo@example.org", session)
            let answers = try await database.signUp([first, second])
            #expect(answers.map(\.outcome) == ["confirmed", "waiting"])

            #expect(try await database.signUp([first, second]) == answers, "at once")
            try await database.cancel(answers[0].signUp)
            #expect(try await database.signUp([first, second]) == answers, "after a cancellation and a promotion")
            try await database.close(session)
            #expect(try await database.signUp([first, second]) == answers, "after sign-ups have closed")

            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["cancelled", "confirmed"])
            #expect(books.keys.count == 2)
        }
    }

    @Test("Another body under the same key is refused, and changes nothing")
    func otherBody() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let ask = Ask("ada@example.org", day.sessions[0])
            let answer = try await database.signUp(ask)
            #expect(try await database.signUp(ask.changed { $0.places = 2 }) == .refusal("key_reused"))
            #expect(try await database.signUp(ask.changed { $0.email = "bo@example.org" }) == .refusal("key_reused"))
            #expect(try await database.signUp(ask) == answer)
            try await database.close(day.sessions[0])
            #expect(try await database.signUp(ask.changed { $0.places = 2 }) == .refusal("key_reused"))
            #expect(try await Books.read(day, on: database).signUps.count == 1)
        }
    }

    @Test("A key belongs to its caller and its session")
    func whoseKey() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            let ask = Ask("ada@example.org", day.sessions[0])
            let asks = [
                ask,
                ask.changed { $0.session = day.sessions[1] },
                ask.changed {
                    $0.email = "bo@example.org"
                    $0.caller = Ask.otherVisitor
                },
            ]
            let answers = try await database.signUp(asks)
            #expect(answers.map(\.outcome) == ["confirmed", "confirmed", "confirmed"])
            #expect(try await database.signUp(asks) == answers)
            #expect(try await Books.read(day, on: database).keys.count == 3)
        }
    }

    @Test("A refusal does not use its key up")
    func refusal() async throws {
        try await Day.with([SessionPlan(capacity: 1, waitingList: false)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0])
            let ask = Ask("bo@example.org", day.sessions[0])
            #expect(try await database.signUp(ask) == .refusal("full"))
            try await database.cancel(holder.signUp)
            #expect(try await database.signUp(ask.changed { $0.name = "Bo" }).outcome == "confirmed")
        }
    }

    @Test("A request that found a sign-up uses its key up too")
    func found() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            let again = Ask("ada@example.org", day.sessions[0])
            let answer = try await database.signUp(again)
            #expect(answer.outcome == "already_signed_up")
            try await database.cancel(held.signUp)
            #expect(try await database.signUp(again) == answer)
            #expect(try await database.signUp(again.changed { $0.places = 2 }) == .refusal("key_reused"))
        }
    }

    @Test("Within one batch a repeated key is answered alike, and another body refused")
    func withinOneBatch() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let ask = Ask("bo@example.org", day.sessions[0])
            let answers = try await database.signUp([ask, ask, ask.changed { $0.places = 2 }])
            #expect(answers[0].outcome == "waiting" && answers[0] == answers[1])
            #expect(answers[2] == .refusal("key_reused"))
        }
    }

    @Test("The answer given again carries the ticket's secret version of today")
    func secretVersion() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let ask = Ask("ada@example.org", day.sessions[0])
            var answer = try await database.signUp(ask)
            try await database.correctEmail(of: answer.signUp, to: "adele@example.org")
            answer.secretVersion = 2
            #expect(try await database.signUp(ask) == answer)
        }
    }

    @Test("Keys are forgotten after seven days, and only then")
    func forgotten() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            _ = try await database.signUp(["ada@example.org", "bo@example.org"].map { Ask($0, day.sessions[0]) })
            try await database.run(
                sqlScript: """
                    update app.request_key set created_at = now() - interval '7 days 1 minute'
                    where sign_up_id = (select min(sign_up_id) from app.request_key);
                    update app.request_key set created_at = now() - interval '6 days 23 hours'
                    where sign_up_id = (select max(sign_up_id) from app.request_key);
                    select api.forget_request_keys()
                    """)
            let books = try await Books.read(day, on: database)
            #expect(books.keys.map(\.answer.signUp) == [books.signUps[1].id])
        }
    }
}
