import Postgres
import Testing

@Suite("What letters tell by the time they are sent")
struct NewsTests {
    @Test("A letter about a sign-up that was cancelled since, or is somebody else's, is dropped")
    func overtaken() async throws {
        try await Day.with([SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.afternoon)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            let second = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.cancel(held.signUp)
            try await database.cancel(second.signUp)
            let wrong = try await database.signUp("ada@exmaple.org", day.sessions[1])
            try await database.correctEmail(of: wrong.signUp, to: "cy@example.org")
            let mails = try await database.sendAll()
            #expect(mails.count == 6, "the letter to the wrong address went with its attendee")
            #expect(mails.filter { !$0.isEmpty } == [["cancelled"], ["cancelled"], ["confirmed"]])
        }
    }

    @Test("Whoever waits is told their position as it is then, without their name, which a stranger may have typed")
    func position() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let ahead = try await database.signUp("bo@example.org", day.sessions[0])
            let last = try await database.signUp("cy@example.org", day.sessions[0])
            #expect(last.position == 2)
            try await database.cancel(ahead.signUp)
            let ids = try await database.claim()
            let letter = try #require(try await database.letter(ids[2]))
            #expect(letter.contains("\"position\": 1"))
            #expect(letter.contains("cy@example.org"))
            #expect(!letter.contains("\"name\": \"Ada"))
        }
    }

    @Test("A clash is told as long as there is one")
    func clash() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            func stranger() async throws {
                let ask = Ask("ada@example.org", day.sessions[1]).changed { $0.caller = Ask.otherVisitor }
                _ = try await database.signUp([ask])
            }
            try await stranger()
            #expect(try await database.sendAll() == [["confirmed"], ["clash"]])
            try await database.letPass(minutes: 61)
            try await stranger()
            try await database.cancel(held.signUp)
            #expect(try await database.sendAll() == [[], ["cancelled"]])
        }
    }

    @Test("A day tells each session's outcome as it is then")
    func day() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            let first = try await database.signUp("ada@example.org", day.sessions[0])
            try await database.run(
                sqlScript: """
                    update app.outbox set sent_at = now();
                    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language, details)
                    values (1, now(), now(), 'day', 'fr', '[
                        {"session": \(day.sessions[0]), "outcome": "confirmed", "sign_up": \(first.signUp ?? 0), "position": null},
                        {"session": \(day.sessions[1]), "outcome": "full", "sign_up": null, "position": null}]')
                    """)
            let ids = try await database.claim()
            let letter = try #require(try await database.letter(ids[0]))
            #expect(letter.contains("\"outcome\": \"confirmed\"") && letter.contains("\"outcome\": \"full\""))
            try await database.cancel(first.signUp)
            let later = try #require(try await database.letter(ids[0]))
            #expect(later.contains("\"outcome\": \"full\"") && !later.contains("\"outcome\": \"confirmed\""))
        }
    }

    @Test("Everyone who holds places is reminded once, two days before")
    func reminder() async throws {
        try await Day.with([SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            for session in day.sessions { _ = try await database.signUp("ada@example.org", session) }
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            _ = try await database.signUp("cy@example.org", day.sessions[0])
            try await database.run(sqlScript: "update app.outbox set sent_at = now(); select api.write_reminders()")
            #expect(try await database.sendAll().isEmpty, "a month before")
            func move(_ days: Int) async throws {
                try await database.run(
                    sqlScript: """
                        update app.edition set first_day = (now() at time zone time_zone - interval '9 hours')::date + \(days),
                            last_day = (now() at time zone time_zone - interval '9 hours')::date + \(days);
                        select api.write_reminders(); select api.write_reminders()
                        """)
            }
            try await move(3)
            #expect(try await database.sendAll().isEmpty)
            try await move(2)
            #expect(try await database.sendAll() == [["reminder"], ["reminder"]], "cy only waits")
            try await move(2)
            #expect(try await database.sendAll().isEmpty)
        }
    }

    @Test("A reminder is dropped where nothing is left to come to")
    func nothingLeft() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let answer = try await database.signUp("ada@example.org", day.sessions[0])
            try await database.run(
                sqlScript: """
                    update app.outbox set sent_at = now();
                    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language)
                    select 1, now(), now(), k, 'fr' from unnest('{reminder,tickets,address_link}'::text[]) k
                    """)
            try await database.cancel(answer.signUp)
            #expect(try await database.sendAll() == [[], [], ["address_link"], ["cancelled"]])
        }
    }
}
