import Postgres
import Testing

@Suite("A session that is moved or called off")
struct SessionChangeTests {
    @Test("Calling a session off tells everyone who holds a sign-up, once, and frees their day")
    func calledOff() async throws {
        try await Day.with([
            SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning, capacity: 1),
            SessionPlan(slot: SessionPlan.afternoon),
        ]) { database, day in
            let blocker = try await database.signUp("cy@example.org", day.sessions[1])
            let waits = try await database.signUp("ada@example.org", day.sessions[1])
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            #expect([blocker.outcome, waits.outcome, held.outcome] == ["confirmed", "waiting", "confirmed"])
            let queued = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.cancel(blocker.signUp)
            var books = try await Books.read(day, on: database)
            #expect(books.letters(about: waits.signUp) == ["waiting", "passed_over"])

            #expect(try await database.cancelSession(day.sessions[0]) == "changed 2")
            #expect(try await database.cancelSession(day.sessions[0]) == "unchanged 0")
            #expect(try await database.cancelSession(-1) == "unknown_session 0")
            books = try await Books.read(day, on: database)
            #expect(books.letters(about: held.signUp).last == "session_cancelled")
            #expect(books.letters(about: queued.signUp).last == "session_cancelled")
            #expect(books.letters(about: waits.signUp).last == "promoted", "ada is free now")
            #expect(books[held.signUp]?.status == "confirmed", "sign-ups stay, and count nothing")
            #expect(try await database.sequence(of: day.sessions[0]) == 1)
            // Of the letters before, only those that are still so: of the session that is off, that it is.
            let news = try await database.sendAll().flatMap { $0 }
            #expect(news == ["cancelled", "session_cancelled", "session_cancelled", "promoted"])
        }
    }

    @Test("The letter knows what its reader is to come to, so that it offers nothing at those times")
    func engagements() async throws {
        try await Day.with([
            SessionPlan(), SessionPlan(slot: SessionPlan.noon, capacity: 1), SessionPlan(slot: 900..<960),
            SessionPlan(slot: 1000..<1060), SessionPlan(slot: 1100..<1160),
        ]) { database, day in
            _ = try await database.signUp("bo@example.org", day.sessions[1])
            var last: Int64?
            for session in day.sessions { last = try await database.signUp("ada@example.org", session).signUp }
            _ = try await database.cancel(last)
            try await database.run(sqlScript: "update app.outbox set sent_at = now()")
            _ = try await database.cancelSession(day.sessions[0])
            let letter = try #require(try await database.letter(try await database.claim()[0]))
            let engagements = letter.matches(
                of: /"ends_at": [0-9.]+, "session": ([0-9]+), "starts_at": [0-9.]+, "holds_places": (true|false)/)
            #expect(
                engagements.map { "\($0.1) \($0.2)" }.sorted() == [
                    "\(day.sessions[1]) false", "\(day.sessions[2]) true", "\(day.sessions[3]) true",
                ], "\(letter)")
        }
    }

    @Test("Moving a session tells what it was, keeps everyone's place and counts the clashes it makes")
    func moved() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("ada@example.org", day.sessions[1])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            try await database.run(sqlScript: "update app.outbox set sent_at = now()")
            #expect(try await database.moveSession(day.sessions[0], minutes: 30) == "changed 2 1")
            #expect(try await database.moveSession(day.sessions[0], minutes: 0) == "unchanged 0 0")
            #expect(try await database.sequence(of: day.sessions[0]) == 1)
            let books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.status == "confirmed")
            let ids = try await database.claim()
            let letters = [try await database.letter(ids[0]), try await database.letter(ids[1])].compactMap { $0 }
            #expect(letters.map { $0.contains("\"others\": []") } == [false, true])
            #expect(letters.allSatisfy { $0.contains("\"previous\": {\"room\": \"Room 1\"") })

            // Moved back before anybody was told: there is nothing to tell.
            #expect(try await database.moveSession(day.sessions[0], minutes: -30) == "changed 2 0")
            #expect(try await database.news(ids[0]).isEmpty)
        }
    }

    @Test("Titles alone change calendars and write to nobody; a taken or small room is refused")
    func refusals() async throws {
        try await Day.with([
            SessionPlan(), SessionPlan(roomCapacity: 2), SessionPlan(slot: SessionPlan.noon, capacity: 5),
        ]) { database, day in
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let retitled = """
                select api.change_session('command', \(day.sessions[0]), null, '{"title_fr": "Autre titre"}')
                """
            try await database.run(sqlScript: retitled)
            #expect(try await database.sequence(of: day.sessions[0]) == 1)
            #expect(try await Books.read(day, on: database).letters.count == 1)
            #expect(try await database.moveSession(day.sessions[0], minutes: 0, room: 2) == "room_taken 0 0")
            #expect(try await database.moveSession(day.sessions[2], minutes: 0, room: 2) == "above_room 0 0")
            #expect(try await database.moveSession(day.sessions[0], minutes: 0, room: -1) == "unknown_room 0 0")
            #expect(try await database.moveSession(day.sessions[0], minutes: 180, room: 2) == "changed 1 0")
            _ = try await database.cancelSession(day.sessions[1])
            #expect(try await database.moveSession(day.sessions[1], minutes: 30) == "cancelled 0 0")
        }
    }
}

extension PostgresSession {
    /// The outcome and how many were told.
    fileprivate func cancelSession(_ session: Int64) async throws -> String {
        try await execute(CancelSession(session: session))[0]
    }

    /// The outcome, how many were told, and the clashes.
    fileprivate func moveSession(_ session: Int64, minutes: Int, room: Int64? = nil) async throws -> String {
        try await execute(MoveSession(session: session, minutes: minutes, room: room))[0]
    }

    fileprivate func sequence(of session: Int64) async throws -> Int {
        try await execute(ReadSequence(session: session))[0]
    }
}

private struct CancelSession: PostgresStatement {
    static let sql = """
        select concat_ws(' ', e ->> 'outcome', coalesce(e ->> 'told', '0'))
        from api.change_session('command', $1, null, '{"cancelled": true}') e
        """
    let session: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(session) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct MoveSession: PostgresStatement {
    static let sql = """
        select concat_ws(
            ' ', case e ->> 'outcome' when 'refused' then e #>> '{problems,0,code}' else e ->> 'outcome' end,
            e ->> 'told', e ->> 'clashes')
        from app.session s, api.change_session('command', $1, null, jsonb_build_object(
            'starts_at', s.starts_at + make_interval(mins => $2), 'ends_at', s.ends_at + make_interval(mins => $2),
            'room_id', coalesce($3, s.room_id))) e
        where s.id = $1
        """
    let session: Int64
    let minutes: Int
    let room: Int64?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(session)
        parameters.append(Int32(minutes))
        parameters.append(room)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct ReadSequence: PostgresStatement {
    static let sql = "select calendar_sequence from app.session where id = $1"
    let session: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(session) }

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}
