import Postgres
import TestSupport
import Testing

/// A check that never fails proves nothing. Each test here breaks a rule on purpose, in its own database, and sees the
/// check that the other tests rely on report it.
@Suite("The checks themselves")
struct BrokenRuleTests {
    @Test("I2: without the lock and the constraints behind it, one place goes to two, and the check says so")
    func places() async throws {
        let violations = try await race(
            { [Ask("ada@example.org", $0.sessions[0]), Ask("bo@example.org", $0.sessions[0])] },
            breaking: [
                Self.noLock, "alter table app.session_tally drop constraint session_tally_confirmed",
                "alter table app.sign_up drop constraint sign_up_queue_number",
            ])
        #expect(violations.contains { $0.promise == .places })
    }

    @Test("I2: without the lock alone, the constraints still keep a place from going to two")
    func constraintsAlone() async throws {
        let violations = try await race(
            { [Ask("ada@example.org", $0.sessions[0]), Ask("bo@example.org", $0.sessions[0])] },
            breaking: [Self.noLock])
        #expect(violations.isEmpty)
    }

    @Test("I3: without the lock and the index behind it, one address signs up twice, and the check says so")
    func oneSignUp() async throws {
        let violations = try await race(
            { [Ask("known@example.org", $0.sessions[1]), Ask("known@example.org", $0.sessions[1])] },
            breaking: [
                Self.noLock, "drop index app.sign_up_one_live",
                "alter table app.sign_up drop constraint sign_up_queue_number",
            ])
        #expect(violations.contains { $0.promise == .oneSignUp })
    }

    @Test("I3: without the lock, one address holds two places at one time, and the check says so")
    func noOverlap() async throws {
        let violations = try await race(
            { [Ask("known@example.org", $0.sessions[0]), Ask("known@example.org", $0.sessions[1])] },
            breaking: [Self.noLock])
        #expect(violations.contains { $0.promise == .noOverlap })
    }

    @Test("With everything in place, the same races break nothing")
    func intact() async throws {
        for (first, second) in [(0, 0), (0, 1), (1, 1)] {
            let violations = try await race(
                { day in [first, second].map { Ask("known@example.org", day.sessions[$0]) } }, breaking: [])
            #expect(violations.isEmpty)
        }
    }

    @Test("I4: where the last in the queue is promoted first, the model says so")
    func lastFirst() async throws {
        let violations = try await walk {
            try await $0.sabotage(
                "app.promote", replacing: "order by u.queue_number", by: "order by u.queue_number desc")
        }
        #expect(violations.contains { $0.promise == .waitingList })
    }

    @Test("I4: where nobody is promoted, those who wait for a free place are found")
    func nobodyPromoted() async throws {
        let violations = try await walk {
            try await $0.sabotage("app.promote", replacing: "continue when", by: "continue when true or")
        }
        #expect(violations.contains { $0.promise == .waitingList && $0.detail.contains("are free for") })
    }

    @Test("I4: where places are given back to nobody, those who wait for them are found")
    func givenToNobody() async throws {
        let violations = try await walk {
            try await $0.sabotage(
                "app.change_places", replacing: "app.promote(array[held.session_id], moment)", by: "array[]::bigint[]")
        }
        #expect(violations.contains { $0.detail.contains("are free for") })
    }

    @Test("I3: where a cancellation is undone in spite of places held at that time, the check says so")
    func restoredClash() async throws {
        let violations = try await walk {
            try await $0.sabotage("api.desk_restore", replacing: "when app.is_busy(", by: "when false and app.is_busy(")
        }
        #expect(violations.contains { $0.promise == .noOverlap })
    }

    @Test("Where an erased person keeps their places, the sums and the model say so")
    func placesOfTheErased() async throws {
        let violations = try await walk {
            try await $0.sabotage("api.erase_attendee", replacing: "perform app.let_go(held, moment)", by: "null")
        }
        #expect(violations.contains { $0.promise == .tallies && $0.detail.contains("erase(") })
    }

    @Test("Where a form that asks for too much learns that an address is signed up, the model says so")
    func stranger() async throws {
        let violations = try await walk {
            try await $0.sabotage("api.sign_up", replacing: "hopeless and not own", by: "false and not own")
        }
        #expect(violations.contains { $0.detail.contains("lacks full") })
    }

    @Test("I6: where request keys are forgotten, the same request gets another answer, and the check says so")
    func sameAnswer() async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                try await database.run(
                    sqlScript: """
                        create function app.forget() returns trigger language plpgsql as 'begin return null; end';
                        create trigger forgotten before insert on app.request_key
                            for each row execute function app.forget()
                        """)
                let day = try await Day.make(Rush.plans, on: database)
                let exchanges = try await Rush(configuration: configuration, day: day, batches: 10).run()
                let books = try await Books.read(day, on: database)
                #expect(Exchange.violations(in: exchanges, kept: books).contains { $0.promise == .sameAnswer })
            }
        }
    }

    // MARK: How rules are broken

    private static let noLock = """
        create or replace function app.lock_edition(edition_ids bigint[]) returns void
        language plpgsql volatile as 'begin end'
        """

    /// What two requests at once leave in a day of two sessions that overlap, the first with one place.
    private func race(_ asks: (Day) -> [Ask], breaking changes: [String]) async throws -> [Violation] {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                let plans = [
                    SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning),
                    SessionPlan(slot: SessionPlan.afternoon),
                ]
                let day = try await Day.make(plans, on: database)
                // Otherwise two who come at once under one new address meet in the attendees' index.
                _ = try await database.signUp("known@example.org", day.sessions[2])
                for change in changes { try await database.run(sqlScript: change) }
                let asks = asks(day)
                _ = try await Race(configuration: configuration).run(asks[0], asks[1])
                return try await Books.read(day, on: database).violations()
            }
        }
    }

    /// What the first of some walks that finds something finds.
    private func walk(breaking change: (PostgresSession) async throws -> Void) async throws -> [Violation] {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                try await change(database)
                for seed in UInt64(1)...40 {
                    let violations = try await Walk(seed: seed).violations(on: database)
                    if !violations.isEmpty { return violations }
                }
                return []
            }
        }
    }
}
