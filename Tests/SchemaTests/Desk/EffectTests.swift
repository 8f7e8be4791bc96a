import Postgres
import Testing

@Suite("What a change at the desk shows first, and then does")
struct EffectTests {
    /// Three people in three places, and one who waits.
    private static let full = [
        SessionPlan(capacity: 4, roomCapacity: 5), SessionPlan(slot: SessionPlan.afternoon),
        SessionPlan(slot: SessionPlan.noon, roomCapacity: 3),
    ]

    private func fill(_ database: PostgresSession, _ day: Day) async throws {
        for (name, places) in [("ada", 1), ("bo", 2), ("cy", 1), ("di", 2)] {
            _ = try await database.signUp("\(name)@example.org", day.sessions[0], places: places)
        }
        _ = try await database.signUp("bo@example.org", day.sessions[1])
        try await database.run(sqlScript: "update app.outbox set sent_at = now(), claimed_at = now()")
    }

    @Test("What is shown is what is done, and showing it changes nothing")
    func sameTwice() async throws {
        try await Day.with(Self.full) { database, day in
            try await fill(database, day)
            let lines = ComparableBooks(try await Books.read(day, on: database), sessions: day.sessions).lines
            for wishes in [
                #"{"capacity": 2}"#, #"{"capacity": 5}"#, #"{"cancelled": true}"#, #"{"title_fr": "Autre"}"#,
                #"{"published": false}"#,
            ] {
                let shown = try await database.change(day.sessions[0], wishes, excess: "move", dryRun: true)
                let after = try await Books.read(day, on: database)
                #expect(ComparableBooks(after, sessions: day.sessions).lines == lines, "\(wishes)")
                #expect(try await database.holds("not exists (select from app.record)"))
                try await database.run(sqlScript: "begin")
                let done = try await database.change(day.sessions[0], wishes, excess: "move")
                try await database.run(sqlScript: "rollback")
                #expect(shown == done, "\(wishes)")
                #expect(done.outcome == "changed" && done.version == 2)
            }
        }
    }

    @Test("Fewer places than are confirmed are refused, kept at what is confirmed, or taken from the latest")
    func excess() async throws {
        try await Day.with(Self.full) { database, day in
            try await fill(database, day)
            let refused = try await database.change(day.sessions[0], #"{"capacity": 2}"#)
            #expect(refused.outcome == "refused" && refused.codes == ["below_confirmed"])
            #expect(refused.problems?.first?.detail == "4")
            let kept = try await database.change(day.sessions[0], #"{"capacity": 2}"#, excess: "keep", dryRun: true)
            #expect(kept.outcome == "unchanged", "four are confirmed, and four places there are")
            let moved = try await database.change(day.sessions[0], #"{"capacity": 2}"#, excess: "move")
            // Cy and Bo are the latest with places; then one place is free, which Cy fits into and a group of two does not.
            #expect(moved.outcome == "changed" && moved.moved == 1 && moved.confirmed == 2)
            #expect(moved.written == "1 moved_to_waiting")
            #expect(moved.letters?.first?.samples == [.init(language: "fr", count: 1)])
            // The record says how many and what, and not who.
            #expect(
                try await database.holds(
                    """
                    (select (actor, action, object, details - 'version') = ('command', 'session.changed', 'session:session-1',
                        '{"fields": ["capacity"], "moved": 1, "promoted": 0, "told": 0, "clashes": 0}'::jsonb)
                    from app.record)
                    """))
        }
    }

    @Test("A move tells everybody, apart those who clash by it, and is told with a smaller capacity at once")
    func moved() async throws {
        try await Day.with(Self.full) { database, day in
            try await fill(database, day)
            let shown = try await database.change(
                day.sessions[0],
                """
                {"starts_at": "\(try await database.start(of: day.sessions[1]))",
                "ends_at": "\(try await database.end(of: day.sessions[1]))", "capacity": 3}
                """, excess: "move", dryRun: true)
            #expect(shown.told == 4 && shown.clashes == 1 && shown.moved == 1)
            #expect(
                shown.letters?.map { "\($0.count) \($0.kind) \($0.status ?? "-") \($0.clashes)" } == [
                    "1 moved_to_waiting - false", "1 session_changed confirmed true",
                    "1 session_changed confirmed false", "2 session_changed waiting false",
                ])
        }
    }

    @Test("A room that is too small or taken, a day that is not the edition's: every reason at once, beside its field")
    func refusals() async throws {
        try await Day.with(Self.full + [SessionPlan(slot: SessionPlan.noon)]) { database, day in
            try await fill(database, day)
            let effect = try await database.change(
                day.sessions[0],
                """
                {"room_id": \(try await database.room(of: day.sessions[2])),
                "starts_at": "2001-01-01T10:00:00Z", "ends_at": "2100-01-01T10:00:00Z"}
                """)
            #expect(effect.outcome == "refused")
            #expect(effect.codes == ["outside_edition", "above_room", "room_taken"])
            #expect(effect.problems?.map(\.field) == ["starts_at", "capacity", "room"])
            #expect(effect.problems?.last?.detail == "session-3")
            #expect(try await database.change(day.sessions[0], #"{"capacity": 6}"#).codes == ["above_room"])
            #expect(try await database.change(day.sessions[0], #"{"room_id": -1}"#).codes.contains("unknown_room"))
            #expect(try await database.change(-1, "{}").outcome == "unknown_session")
            #expect(try await database.change(day.sessions[0], #"{"slug": "other", "id": 1}"#).outcome == "unchanged")
            let backwards = await database.refusal(
                of: """
                    select api.change_session('command', \(day.sessions[0]), null,
                        jsonb_build_object('ends_at', s.starts_at)) from app.session s where s.id = \(day.sessions[0])
                    """)
            #expect(backwards == "23514")
        }
    }

    @Test("Nothing is done where more people would lose their places than was shown")
    func moreThanShown() async throws {
        try await Day.with(Self.full) { database, day in
            try await fill(database, day)
            let wishes = #"{"capacity": 2}"#
            let less = try await database.change(
                day.sessions[0], wishes, excess: "move", shown: #"{"moved": 0, "clashes": 0}"#)
            #expect(less.outcome == "more_affected" && less.moved == 1)
            #expect(try await database.holds("(select bool_and(version = 1) from app.session)"))
            let enough = try await database.change(
                day.sessions[0], wishes, excess: "move", shown: #"{"moved": 1, "clashes": 0}"#)
            #expect(enough.outcome == "changed")
        }
    }

    @Test("People without an address are counted apart: a letter does not reach them")
    func unreachable() async throws {
        try await Day.with(Self.full) { database, day in
            try await fill(database, day)
            try await database.run(sqlScript: "update app.attendee set email = null where email = 'ada@example.org'")
            let effect = try await database.change(day.sessions[0], #"{"cancelled": true}"#, dryRun: true)
            #expect(effect.letters?.map { "\($0.count) \($0.unreachable)" } == ["4 1"])
        }
    }
}

extension PostgresSession {
    func room(of session: Int64) async throws -> Int64 { try await execute(ReadRoom(session: session))[0] }

    func start(of session: Int64) async throws -> String { try await execute(ReadSlot(session: session))[0].0 }

    func end(of session: Int64) async throws -> String { try await execute(ReadSlot(session: session))[0].1 }
}

private struct ReadRoom: PostgresStatement {
    static let sql = "select room_id from app.session where id = $1"
    let session: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(session) }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}

private struct ReadSlot: PostgresStatement {
    static let sql = "select starts_at::text, ends_at::text from app.session where id = $1"
    let session: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(session) }

    static func decode(_ row: inout PostgresRow) throws -> (String, String) { (try row.decode(), try row.decode()) }
}
