import Postgres
import Testing

@Suite("Venues, rooms, hosts and new sessions at the desk")
struct DeskPlaceTests {
    @Test("A room's capacity can't go below a session's, its name stands once, and its sessions follow it")
    func rooms() async throws {
        try await Day.with([SessionPlan(capacity: 5), SessionPlan()]) { database, day in
            let room = try await database.room(of: day.sessions[0])
            func save(_ id: String, _ name: String, _ capacity: Int, _ outcome: String) async throws -> Bool {
                try await database.say(
                    "api.save_room('command', (select slug from app.venue), \(id), '\(name)', \(capacity))")
                return try await database.said("e ->> 'outcome' = '\(outcome)'")
            }
            #expect(try await save("\(room)", "Room 1", 4, "below_session"))
            #expect(try await save("\(room)", "Room 2", 9, "name_taken"))
            #expect(try await save("-1", "Room 9", 9, "unknown_room"))
            #expect(try await save("\(room)", "Grande salle", 9, "saved"))
            #expect(try await database.holds("(select room_capacity = 9 from app.session where slug = 'session-1')"))
            #expect(try await save("null", "Room 1", 9, "saved"), "the name is free again")
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
            func save(_ id: String, _ name: String, _ form: String, _ contact: String, _ outcome: String) async throws
                -> Bool
            {
                try await database.say("api.save_host('command', \(id), '\(name)', '\(form)', \(contact))")
                return try await database.said("e ->> 'outcome' = '\(outcome)'")
            }
            #expect(try await save("null", "Les Essais", "cooperative", "null", "saved"))
            #expect(try await save("null", "Les Essais", "association", "null", "name_taken"))
            #expect(try await save("-1", "Autre", "association", "null", "unknown_host"))
            let host = "(select id from app.host where name = 'Les Essais')"
            #expect(try await save(host, "Les Essais", "cooperative", "'a@example.org'", "saved"))
            #expect(try await save(host, "Les Essais", "cooperative", "'a@example.org'", "unchanged"))
            #expect(await database.refusal(of: "select api.save_host('command', null, 'X', 'club', null)") == "23514")
            let venue = "(select id from app.venue)"
            try await database.run(sqlScript: "update app.venue set hearing_loop = true")
            try await database.say(
                #"api.save_venue('command', \#(venue), '{"slug": "no", "name": "Halle", "hearing_loop": null, "version": 9}')"#
            )
            #expect(try await database.said("e ->> 'outcome' = 'saved'"))
            #expect(
                try await database.holds(
                    "(select name = 'Halle' and hearing_loop is null and slug like 'venue-%' from app.venue)"))
            #expect(
                try await database.holds(
                    "(select details -> 'fields' = '[\"hearing_loop\", \"name\"]' from app.record where action = 'venue.changed')"
                ))
        }
    }

    @Test("The second to save a venue, room, host or notice is told, and sees what the first one changed")
    func second() async throws {
        try await Day.with([SessionPlan()]) { database, _ in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            let (venue, room) = ("(select id from app.venue)", "(select id from app.room)")
            let slug = "(select slug from app.venue)"
            let notice = "api.set_notice('command', null, null, 'a', 'b', null, null"
            for (kind, id, first, second) in [
                (
                    "venue", venue, "api.save_venue('command', \(venue), '{\"name\": \"a\"}', 1)",
                    "api.save_venue('command', \(venue), '{\"name\": \"b\"}', 1)"
                ),
                (
                    "room", room, "api.save_room('command', \(slug), \(room), 'a', 30, 1)",
                    "api.save_room('command', \(slug), \(room), 'b', 30, 1)"
                ),
                (
                    "host", "(select id from app.host)",
                    "api.save_host('command', (select id from app.host), 'a', 'cooperative', null, 1)",
                    "api.save_host('command', (select id from app.host), 'b', 'association', null, 1)"
                ),
            ] {
                try await database.say(first)
                #expect(try await database.said("e ->> 'outcome' = 'saved'"))
                try await database.say(second)
                #expect(try await database.said("e = '{\"outcome\": \"outdated\"}'"), "\(kind)")
                try await database.say("api.part_since('command', '\(kind)', \(id), 1)")
                #expect(
                    try await database.said(
                        "e #>> '{was,name}' <> 'a' and e #>> '{is,name}' = 'a'"))
            }
            try await database.say("\(notice), 0, 0)")
            try await database.say("\(notice), 0, 0)")
            #expect(try await database.said("e ->> 'outcome' = 'outdated'"), "the second saw none there")
            try await database.say("api.part_since('command', 'notice', (select id from app.notice), 0)")
            #expect(try await database.said("e -> 'was' = 'null' and e #>> '{is,text_fr}' = 'a'"))
            try await database.say("api.clear_notice('command', null, null, (select id from app.notice), 7)")
            #expect(try await database.said("e ->> 'outcome' = 'outdated'"))
            try await database.say("api.clear_notice('command', null, null, (select id from app.notice), 1)")
            #expect(try await database.said("e ->> 'outcome' = 'cleared'"))
            try await database.say("api.clear_notice('command', null, null)")
            #expect(try await database.said("e ->> 'outcome' = 'none'"))
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
