import Postgres
import Testing

@Suite("Venues, rooms, hosts and new sessions at the desk")
struct DeskPlaceTests {
    @Test("A room's capacity can't go below a session's, its name stands once, and its sessions follow it")
    func rooms() async throws {
        try await Day.with([SessionPlan(capacity: 5), SessionPlan()]) { database, day in
            let room = try await database.room(of: day.sessions[0])
            func save(_ id: String, _ name: String, _ capacity: Int) async throws -> String {
                for outcome in ["saved", "below_session", "name_taken", "unknown_room", "unknown_venue"] {
                    let condition = """
                        (select e ->> 'outcome' = '\(outcome)' from (select api.save_room(
                            'command', (select slug from app.venue), \(id), '\(name)', \(capacity)) as e) x)
                        """
                    if try await database.holds(condition) { return outcome }
                }
                return "?"
            }
            #expect(try await save("\(room)", "Room 1", 4) == "below_session")
            #expect(try await save("\(room)", "Room 2", 9) == "name_taken")
            #expect(try await save("-1", "Room 9", 9) == "unknown_room")
            #expect(try await save("\(room)", "Grande salle", 9) == "saved")
            #expect(try await database.holds("(select room_capacity = 9 from app.session where slug = 'session-1')"))
            #expect(try await save("null", "Room 1", 9) == "saved", "the name is free again")
            #expect(
                try await database.holds(
                    "(select array_agg(action order by id) = '{room.changed,room.created}' from app.record)"))
        }
    }

    @Test("A new session is a draft or published, and is refused where its slug or room is taken")
    func created() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            func create(_ changes: String) async throws -> Bool {
                try await database.run(
                    sqlScript: """
                        create or replace function pg_temp.wishes() returns jsonb language sql as $$
                            select to_jsonb(s) || '\(changes)' from app.session s where id = \(day.sessions[0]) $$
                        """)
                return try await database.holds(
                    "(select api.create_session('command', pg_temp.wishes()) ->> 'outcome' = 'created')")
            }
            #expect(
                await database.refusal(of: "select api.create_session('command', '{}')") == nil,
                "there is no edition yet")
            try await database.run(sqlScript: "update app.edition set is_current = true")
            #expect(try await create("{}") == false)
            #expect(try await create(#"{"slug": "new"}"#) == false, "its room is taken")
            try await database.run(
                sqlScript: "insert into app.room (venue_id, name, capacity) select id, 'Other', 9 from app.venue")
            let room = "(select id from app.room where name = 'Other')"
            try await database.run(sqlScript: "update app.session set room_id = \(room), room_capacity = 9")
            #expect(try await create(#"{"slug": "new", "room_id": \#(try await database.firstRoom())}"#))
            #expect(
                try await database.holds(
                    "(select published_at is null and version = 1 and cancelled_at is null from app.session where slug = 'new')"
                ))
        }
    }

    @Test("Venues and hosts are made once, changed, and what is left out of a form stands no longer")
    func venuesAndHosts() async throws {
        try await Day.with([SessionPlan()]) { database, _ in
            #expect(try await database.holds("api.save_host('command', null, 'Les Essais', 'cooperative') = 'saved'"))
            #expect(
                try await database.holds("api.save_host('command', null, 'Les Essais', 'association') = 'name_taken'"))
            #expect(try await database.holds("api.save_host('command', -1, 'Autre', 'association') = 'unknown_host'"))
            #expect(await database.refusal(of: "select api.save_host('command', null, 'X', 'club')") == "23514")
            let venue = "(select id from app.venue)"
            try await database.run(sqlScript: "update app.venue set hearing_loop = true")
            #expect(
                try await database.holds(
                    #"api.save_venue('command', \#(venue), '{"slug": "no", "name": "Halle", "hearing_loop": null}') = 'saved'"#
                ))
            #expect(
                try await database.holds(
                    "(select name = 'Halle' and hearing_loop is null and slug like 'venue-%' from app.venue)"))
            #expect(
                try await database.holds(
                    "(select details -> 'fields' = '[\"hearing_loop\", \"name\"]' from app.record where action = 'venue.changed')"
                ))
        }
    }
}

extension PostgresSession {
    fileprivate func firstRoom() async throws -> Int64 { try await execute(FirstRoom())[0] }
}

private struct FirstRoom: PostgresStatement {
    static let sql = "select min(id) from app.room"

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}
