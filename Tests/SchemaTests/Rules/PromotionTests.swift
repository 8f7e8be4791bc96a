import Postgres
import Testing

/// The rule of the waiting list by example; `WaitingListTests` tries it at length.
@Suite("Who gets a place that comes free")
struct PromotionTests {
    @Test("Groups move up whole, and a smaller one takes what a larger one ahead can't use")
    func groups() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let answers = try await database.signUp(
                [("ada", 1), ("bo", 2), ("cy", 3), ("di", 2), ("ed", 1)].map {
                    Ask("\($0)@example.org", day.sessions[0], places: $1)
                })
            try await database.cancel(answers[1].signUp)
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["confirmed", "cancelled", "waiting", "confirmed", "waiting"])
            #expect(books.signUps.map(\.position) == [nil, nil, 1, nil, 2])
        }
    }

    @Test("Whoever is busy elsewhere is passed over, told once, and back in play when the other place is let go of")
    func passedOver() async throws {
        let plans = [SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning)]
        try await Day.with(plans) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0])
            let busy = try await database.signUp("bo@example.org", day.sessions[0])
            let next = try await database.signUp("cy@example.org", day.sessions[0])
            let other = try await database.signUp("bo@example.org", day.sessions[1])
            #expect(other.outcome == "confirmed")
            try await database.cancel(holder.signUp)
            try await database.cancel(next.signUp)
            var books = try await Books.read(day, on: database)
            #expect(books[busy.signUp]?.status == "waiting" && books[busy.signUp]?.number == 2)
            #expect(books.letters(about: busy.signUp) == ["waiting", "passed_over"], "twice passed over, told once")
            #expect(books.letters(about: next.signUp) == ["waiting", "promoted", "cancelled"])

            try await database.cancel(other.signUp)
            books = try await Books.read(day, on: database)
            #expect(books[busy.signUp]?.status == "confirmed")
        }
    }

    @Test("Nobody is promoted once sign-ups have closed")
    func closed() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let holder = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.close(day.sessions[0])
            try await database.cancel(holder.signUp)
            try await database.setCapacity(of: day.sessions[0], to: 5)
            #expect(try await Books.read(day, on: database).signUps.map(\.status) == ["cancelled", "waiting"])
        }
    }

    @Test("A raised capacity is given away at once, and never above the room's")
    func raised() async throws {
        try await Day.with([SessionPlan(capacity: 1, roomCapacity: 3)]) { database, day in
            _ = try await database.signUp(["ada", "bo", "cy"].map { Ask("\($0)@example.org", day.sessions[0]) })
            let session = day.sessions[0]
            #expect(
                try await database.setCapacity(of: session, to: 4)
                    == CapacityAnswer(outcome: "above_room", confirmed: 1, moved: 0, promoted: 0))
            #expect(
                try await database.setCapacity(of: session, to: 2)
                    == CapacityAnswer(outcome: "changed", confirmed: 2, moved: 0, promoted: 1))
            #expect(
                try await database.setCapacity(of: -1, to: 2)
                    == CapacityAnswer(outcome: "unknown_session", confirmed: nil, moved: 0, promoted: 0))
        }
    }

    @Test("A capacity below the confirmed places is refused, unless the latest are to move, whole and told of it")
    func lowered() async throws {
        try await Day.with([SessionPlan(capacity: 6)]) { database, day in
            let session = day.sessions[0]
            _ = try await database.signUp([
                Ask("ada@example.org", session, places: 2), Ask("bo@example.org", session, places: 1),
                Ask("cy@example.org", session, places: 3), Ask("di@example.org", session, places: 1),
            ])
            #expect(
                try await database.setCapacity(of: session, to: 4)
                    == CapacityAnswer(outcome: "below_confirmed", confirmed: 6, moved: 0, promoted: 0))
            let answer = try await database.setCapacity(of: session, to: 4, movingLatest: true)
            // The group of three leaves; the one place that it leaves over goes to the last, who has waited.
            #expect(answer == CapacityAnswer(outcome: "changed", confirmed: 4, moved: 1, promoted: 1))
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["confirmed", "confirmed", "waiting", "confirmed"])
            #expect(books.signUps.map(\.number) == [1, 2, 3, 4])
            #expect(books.letters(about: books.signUps[2].id) == ["confirmed", "moved_to_waiting"])
        }
    }
}
