import Postgres
import TestSupport
import Testing

@Suite("Letters taken to be sent")
struct ClaimTests {
    /// Sessions that follow one another, so that one person can have them all.
    private func slots(_ count: Int) -> [SessionPlan] {
        (0..<count).map { SessionPlan(slot: 480 + $0 * 60..<540 + $0 * 60) }
    }

    @Test("Two that take letters at once never take the same, and together take all")
    func twoAtOnce() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { first in
                let day = try await Day.make([SessionPlan(capacity: 20)], on: first)
                for number in 0..<12 { _ = try await first.signUp("ada\(number)@example.org", day.sessions[0]) }
                let both = try await withThrowingTaskGroup { group in
                    for _ in 0..<4 {
                        group.addTask {
                            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { other in
                                try await other.claim(2) + other.claim(2)
                            }
                        }
                    }
                    return try await group.reduce(into: [Int64]()) { $0 += $1 }
                }
                let all = try await first.box().map(\.id)
                #expect(both.sorted() == all)
                #expect(try await first.claim().isEmpty, "they are taken")
            }
        }
    }

    @Test("What was taken comes back when its lease ends, and at once where it was given back")
    func lease() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            #expect(try await database.claim().count == 1)
            #expect(try await database.claim().isEmpty)
            try await database.letPass(minutes: 6)
            let ids = try await database.claim()
            #expect(ids.count == 1)
            try await database.run(sqlScript: "select api.end_letter(\(ids[0]), 'released')")
            #expect(try await database.claim() == ids)
            #expect(try await database.box().map(\.attempts) == [2])
        }
    }

    @Test("An address gets five mails within an hour; what comes later waits and is gathered into one")
    func hourly() async throws {
        try await Day.with(slots(9)) { database, day in
            for session in day.sessions { _ = try await database.signUp("ada@example.org", session) }
            #expect(try await database.sendAll() == Array(repeating: ["confirmed"], count: 5))
            #expect(try await database.box().filter(\.isHeld).count == 4)
            try await database.letPass(minutes: 50)
            #expect(try await database.claim().isEmpty)
            try await database.letPass(minutes: 11)
            #expect(try await database.sendAll() == [Array(repeating: "confirmed", count: 4)])
            let box = try await database.box()
            #expect(box.filter(\.isSent).count == 9)
            #expect(box.compactMap(\.gatheredInto) == [box[5].id, box[5].id, box[5].id])
            // Four mails within the hour by now: three more go, since what was gathered counts once.
            #expect(try await database.claim().isEmpty)
        }
    }

    @Test("Addresses are one where attendees are, and mails under way count")
    func sameAddress() async throws {
        try await Day.with(slots(7)) { database, day in
            for (index, session) in day.sessions.enumerated() {
                _ = try await database.signUp(index % 2 == 0 ? "Ada@example.org" : "ada@EXAMPLE.org", session)
            }
            #expect(try await database.claim(3).count == 3)
            #expect(try await database.claim(3).count == 2, "three are under way, so two more may go")
            #expect(try await database.box().filter(\.isHeld).count == 1, "the last was not looked at")
        }
    }

    @Test("Pauses double from a minute up to two hours, shortened by up to a quarter")
    func pauses() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            for minutes in [1, 2, 4, 8, 16, 32, 64, 120, 120] {
                let ids = try await database.claim()
                #expect(try await database.failed(ids[0]) == "retried")
                let due = try await database.box()[0].dueIn / 60
                #expect((Double(minutes) * 0.74...Double(minutes)).contains(due), "\(minutes)")
                try await database.letPass(minutes: minutes)
            }
        }
    }

    @Test("A letter is given up after three days of tries, with what was gathered into it, or at once where refused")
    func givenUp() async throws {
        try await Day.with(slots(8)) { database, day in
            for session in day.sessions { _ = try await database.signUp("ada@example.org", session) }
            let first = try await database.claim()
            #expect(try await database.failed(first[0], forGood: true) == "given_up")
            #expect(try await database.failed(first[0], forGood: true) == "gone")
            for id in first.dropFirst() { try await database.sent(id) }
            try await database.letPass(minutes: 61)
            let lead = try await database.claim()
            #expect(lead.count == 1)
            try await database.letPass(minutes: 3 * 24 * 60)
            #expect(try await database.failed(lead[0]) == "retried", "not before ten tries")
            try await database.run(sqlScript: "update app.outbox set attempts = 10 where id = \(lead[0])")
            #expect(try await database.failed(lead[0]) == "given_up")
            #expect(try await database.box().filter(\.isGivenUp).count == 4)
            #expect(try await database.claim().isEmpty)
        }
    }

    @Test("The letter of an attendee who is gone is dropped, and old ones are forgotten")
    func goneAndOld() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.run(
                sqlScript: "delete from app.sign_up where id = 1; delete from app.attendee where id = 1")
            #expect(try await database.sendAll() == [["confirmed"]])
            #expect(try await database.box().map(\.isDropped) == [true, false])
            try await database.run(sqlScript: "select api.purge(100)")
            #expect(try await database.box().count == 2)
            try await database.run(
                sqlScript: """
                    update app.outbox set sent_at = sent_at - interval '31 days', dropped_at = dropped_at - interval '31 days';
                    select api.purge(100)
                    """)
            #expect(try await database.box().isEmpty)
        }
    }
}
