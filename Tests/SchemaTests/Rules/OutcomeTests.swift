import Testing

@Suite("What those who sign up are answered")
struct OutcomeTests {
    @Test("Whoever finds room is confirmed")
    func confirmed() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let answer = try await database.signUp("ada@example.org", day.sessions[0], places: 3)
            let books = try await Books.read(day, on: database)
            #expect(
                answer
                    == Answer(
                        outcome: "confirmed", signUp: books.signUps[0].id, own: true, places: 3, secretVersion: 1))
            #expect(books.signUps.map(\.status) == ["confirmed"])
            #expect(books.sessions[0].tally == .init(capacity: 3, confirmed: 3, waiting: 0, next: 2))
        }
    }

    @Test("Whoever finds no room waits, and learns how many wait ahead")
    func waiting() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let session = day.sessions[0]
            _ = try await database.signUp("ada@example.org", session)
            let first = try await database.signUp("bo@example.org", session)
            let second = try await database.signUp("cy@example.org", session)
            #expect([first.outcome, second.outcome] == ["waiting", "waiting"])
            #expect([first.position, second.position] == [1, 2])
            #expect(first.own == true && first.places == 1 && first.secretVersion == 1)
            let books = try await Books.read(day, on: database)
            #expect(books.sessions[0].tally == .init(capacity: 1, confirmed: 1, waiting: 2, next: 4))
        }
    }

    @Test("Whoever comes later may take what a larger group ahead can't use")
    func smallerGroup() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let session = day.sessions[0]
            let answers = try await database.signUp([
                Ask("ada@example.org", session, places: 2), Ask("bo@example.org", session, places: 2),
                Ask("cy@example.org", session),
            ])
            #expect(answers.map(\.outcome) == ["confirmed", "waiting", "confirmed"])
        }
    }

    @Test("Whoever asks twice is reminded of what they hold, however the address is spelt")
    func alreadySignedUp() async throws {
        try await Day.with([SessionPlan(capacity: 2)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("Ada@Example.org", session, places: 2)
            let again = try await database.signUp("aDA@example.ORG", session, places: 1)
            #expect(
                again
                    == Answer(
                        outcome: "already_signed_up", signUp: held.signUp, own: true, places: 2, secretVersion: 1))

            let waiting = try await database.signUp("bo@example.org", session)
            let stillWaiting = try await database.signUp("BO@example.org", session)
            #expect(stillWaiting.outcome == "already_signed_up" && stillWaiting.signUp == waiting.signUp)
            #expect(stillWaiting.position == 1)
        }
    }

    @Test("Another caller learns that the address is signed up, and nothing more")
    func alreadySignedUpByAnother() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let ask = Ask("ada@example.org", day.sessions[0])
            let held = try await database.signUp(ask)
            let answer = try await database.signUp(
                ask.changed {
                    $0.caller = Ask.otherVisitor
                    $0.key = "another-key"
                })
            #expect(answer == Answer(outcome: "already_signed_up", signUp: held.signUp, own: false))
        }
    }

    @Test("Asking again changes neither the name nor the places")
    func repetitionChangesNothing() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let ask = Ask("ada@example.org", day.sessions[0])
            _ = try await database.signUp(ask)
            _ = try await database.signUp(
                ask.changed {
                    $0.name = "Somebody else"
                    $0.places = 2
                    $0.key = "another-key"
                })
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.name) == ["Ada"])
            #expect(books.signUps.map(\.places) == [1])
        }
    }

    @Test("Whoever has cancelled may sign up anew, with a new number")
    func anew() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let session = day.sessions[0]
            let first = try await database.signUp("ada@example.org", session)
            let next = try await database.signUp("bo@example.org", session)
            try await database.cancel(first.signUp)
            let again = try await database.signUp("ada@example.org", session)
            #expect(again.outcome == "waiting" && again.position == 1)
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.number) == [1, 2, 3])
            #expect(books[next.signUp]?.status == "confirmed")
        }
    }

    @Test("A cancellation is for whoever made the sign-up, once")
    func cancellation() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            #expect(try await database.cancel(held.signUp, by: Ask.otherVisitor) == "not_found")
            #expect(try await database.cancel(-1) == "not_found")
            #expect(try await database.cancel(held.signUp) == "cancelled")
            #expect(try await database.cancel(held.signUp) == "already_cancelled")
            #expect(try await Books.read(day, on: database).sessions[0].tally.confirmed == 0)
        }
    }
}
