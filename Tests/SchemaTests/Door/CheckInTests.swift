import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Check-ins")
struct CheckInTests {
    @Test("A ticket counts once, and whoever shows it again hears when and by whom it was let in")
    func once() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0]).signUp
            let first = Scan(held, at: day.sessions[0])
            let answer = try await database.scan(first)
            #expect(answer.outcome == "checked_in" && answer.accepted && answer.name == "Ada")
            #expect(answer.places == 1 && answer.inside == 1 && answer.counted == 1 && answer.excess == 0)
            let again = try await database.scan(Scan(held, at: day.sessions[0]))
            #expect(again.outcome == "already_in" && !again.accepted && again.wasIn && again.own == true)
            let replay = try await database.scan(first)
            #expect(replay.outcome == "checked_in" && replay.accepted && replay.inside == 1)
            let other = first.changed { $0.people = 2 }
            #expect(try await database.outcome(other) == "key_reused")
            let books = try await DoorBooks.read(on: database)
            #expect(books.facts.count == 1 && books[day.sessions[0]]?.inside == 1 && books.violations().isEmpty)
        }
    }

    @Test("A group comes in parts and goes in parts; nobody comes in beyond its places or leaves who is not inside")
    func group() async throws {
        try await Day.with([SessionPlan(capacity: 6)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("ada@example.org", session, places: 4).signUp
            func answer(_ scan: Scan) async throws -> String {
                let answer = try await database.scan(scan)
                return "\(answer.outcome) \(answer.inside ?? -1) of \(answer.places ?? -1)"
            }
            #expect(try await answer(Scan(held, at: session, people: 1).out) == "not_inside 0 of 4")
            #expect(try await answer(Scan(held, at: session, people: 2)) == "checked_in 2 of 4")
            #expect(try await answer(Scan(held, at: session, people: 3)) == "too_many 2 of 4")
            #expect(try await answer(Scan(held, at: session, people: 1).out) == "checked_out 1 of 4")
            #expect(try await answer(Scan(held, at: session)) == "checked_in 4 of 4")
            #expect(try await answer(Scan(held, at: session).out) == "checked_out 0 of 4")
            let books = try await DoorBooks.read(on: database)
            #expect(books[session]?.arrived == 4 && books[session]?.inside == 0 && books.violations().isEmpty)
        }
    }

    @Test("Another session, another day, no places, cancelled, unknown: each is told apart, and none is recorded")
    func refused() async throws {
        let plans = [
            SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.noon), SessionPlan(slot: SessionPlan.afternoon),
        ]
        try await Day.with(plans) { database, day in
            let here = day.sessions[0]
            let held = try await database.signUp("ada@example.org", here).signUp
            let waiting = try await database.signUp("bo@example.org", here).signUp
            let noon = try await database.signUp("cy@example.org", day.sessions[1]).signUp
            let left = try await database.signUp("di@example.org", day.sessions[1]).signUp
            #expect(try await database.cancelTicket(left) == "done")
            let wrong = try await database.scan(Scan(noon, at: here))
            #expect(wrong.outcome == "wrong_session" && wrong.session == day.sessions[1])
            #expect(try await database.outcome(Scan(left, at: day.sessions[1])) == "cancelled")
            #expect(try await database.outcome(Scan(waiting, at: here)) == "waiting")
            #expect(try await database.outcome(Scan(held, at: here).changed { $0.version = 2 }) == "unknown")
            #expect(try await database.outcome(Scan(0, at: here)) == "unknown")
            #expect(try await database.outcome(Scan(nil, at: here)) == "unknown")
            #expect(try await database.outcome(Scan(held, at: 0)) == "unknown_session")
            try await database.run(
                sqlScript: """
                    update app.session set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
                    where id = \(day.sessions[1]);
                    update app.session set cancelled_at = now() where id = \(day.sessions[2])
                    """)
            #expect(try await database.outcome(Scan(noon, at: here)) == "wrong_day")
            #expect(try await database.outcome(Scan(nil, at: day.sessions[2]).walkIn) == "session_cancelled")
            #expect(try await DoorBooks.read(on: database).facts.isEmpty)
        }
    }

    @Test(
        "What was recorded without network is always accepted; too many are flagged, and count no more than the places")
    func offline() async throws {
        try await Day.with([SessionPlan(capacity: 5), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            let here = day.sessions[0]
            let held = try await database.signUp("ada@example.org", here).signUp
            let noon = try await database.signUp("bo@example.org", day.sessions[1]).signUp
            let first = Scan(held, at: here, people: 1).offline(minutesAgo: 9)
            let second = Scan(held, at: here, people: 1).offline(minutesAgo: 8)
            let answers = try await database.scan([
                first, second, first, Scan(noon, at: here, people: 1).offline(minutesAgo: 7),
                Scan(nil, at: here, people: 1).offline(minutesAgo: 6),
            ])
            #expect(answers.map(\.outcome) == ["checked_in", "already_in", "checked_in", "wrong_session", "unknown"])
            #expect(answers.allSatisfy(\.accepted) && answers[1].excess == 1 && answers[1].inside == 1)
            var books = try await DoorBooks.read(on: database)
            #expect(
                books[here]
                    == DoorBooks.Tally(
                        session: here, arrived: 1, inside: 1, walkIns: 2, walkInsInside: 2, flagged: 3))
            // Somebody had gone out in between, as another device tells later: then two came in, one after the other.
            #expect(
                try await database.outcome(Scan(held, at: here, people: 1).out.offline(minutesAgo: 8.5))
                    == "checked_out")
            books = try await DoorBooks.read(on: database)
            #expect(books[here]?.inside == 1 && books.violations().isEmpty)
        }
    }

    @Test("Who came in before others, as is told after them, is one too many as well")
    func earlier() async throws {
        try await Day.with([SessionPlan(capacity: 5)]) { database, day in
            let here = day.sessions[0]
            let held = try await database.signUp("ada@example.org", here).signUp
            let scan = Scan(held, at: here, people: 1)
            #expect(try await database.outcome(scan.offline(minutesAgo: 5)) == "checked_in")
            #expect(try await database.outcome(scan.changed { $0.key = "out-again" }.out) == "checked_out")
            for minutes in [6.0, 7] {
                let fact = scan.changed { $0.key = "earlier-\(minutes)" }.offline(minutesAgo: minutes)
                let answer = try await database.scan(fact)
                #expect(answer.outcome == "too_many" && answer.accepted && answer.excess == 1)
            }
            let books = try await DoorBooks.read(on: database)
            #expect(books[here]?.flagged == 2 && books[here]?.inside == 0 && books.violations().isEmpty)
        }
    }

    @Test("A device's clock is believed within reason only")
    func clocks() async throws {
        try await Day.with([SessionPlan(capacity: 9)]) { database, day in
            let session = day.sessions[0]
            for days in [-30.0, 2, -0.01] {
                let scan = Scan(nil, at: session).walkIn.changed { $0.at = Date(timeIntervalSinceNow: days * 86_400) }
                #expect(try await database.outcome(scan) == "checked_in")
            }
            let clamped = try await database.execute(Clamped())
            #expect(clamped.map(\.isClamped) == [true, true, false])
            #expect(clamped.map(\.isNow) == [true, true, false])
        }
    }

    @Test("What was recorded by mistake is taken back once, and the sums with it")
    func undone() async throws {
        try await Day.with([SessionPlan(capacity: 6)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("ada@example.org", session, places: 2).signUp
            let scan = Scan(held, at: session)
            let walkIn = Scan(nil, at: session, people: 2).walkIn
            _ = try await database.scan([scan, walkIn])
            #expect(try await database.outcome(.undo(scan), actor: "command") == "undone")
            #expect(try await database.outcome(.undo(scan)) == "nothing_to_undo")
            #expect(try await database.outcome(.undo(walkIn)) == "undone")
            #expect(try await database.outcome(.undo(Scan(held, at: session))) == "nothing_to_undo")
            var books = try await DoorBooks.read(on: database)
            #expect(
                books[session]
                    == DoorBooks.Tally(
                        session: session, arrived: 0, inside: 0, walkIns: 0, walkInsInside: 0, flagged: 0))
            #expect(try await database.outcome(Scan(held, at: session)) == "checked_in")
            books = try await DoorBooks.read(on: database)
            #expect(books.facts.count == 5 && books.violations().isEmpty)
        }
    }

    @Test("Places of people who are inside are not given back; fewer of the others are")
    func reduced() async throws {
        try await Day.with([SessionPlan(capacity: 6)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0], places: 4).signUp
            #expect(try await database.outcome(Scan(held, at: day.sessions[0], people: 3)) == "checked_in")
            #expect(try await database.reducePlaces(of: held, to: 2) == "inside")
            #expect(try await database.reducePlaces(of: held, to: 3) == "done")
            #expect(try await database.outcome(Scan(held, at: day.sessions[0])) == "already_in")
            #expect(try await DoorBooks.read(on: database).violations().isEmpty)
        }
    }
}

private struct Clamped: PostgresStatement {
    static let sql = "select is_clamped, at = received_at from app.check_in order by id"

    static func decode(_ row: inout PostgresRow) throws -> (isClamped: Bool, isNow: Bool) {
        (try row.decode(), try row.decode())
    }
}
