import Postgres
import Testing

@Suite("Ways back from a change of one session")
struct UndoSessionTests {
    @Test("A change is undone with all that follows: places come back in order, and everyone is told")
    func undone() async throws {
        try await Day.with([SessionPlan(capacity: 3)]) { database, day in
            let session = day.sessions[0]
            try await database.run(sqlScript: "update app.edition set is_current = true")
            for name in ["ada", "bo", "cy"] { _ = try await database.signUp("\(name)@example.org", session) }
            try await database.change(session, #"{"capacity": 1, "title_fr": "Petit"}"#, excess: "move")
            try await database.undo("null, null, true")
            let shown = """
                e @> '{"outcome": "undone", "promoted": 2, "moved": 0, "kept": null, "slug": "session-1", "letters":
                    [{"kind": "promoted", "count": 2}], "parts": [{"kind": "session", "changes": [
                    {"field": "capacity", "was": 1, "becomes": 3}, {"field": "title_fr", "becomes": "Atelier"}]}]}'
                """
            #expect(try await database.said(shown))
            #expect(try await database.holds("(select capacity = 1 from app.session)"), "only shown")
            try await database.undo()
            #expect(try await database.said(shown))
            #expect(
                try await database.holds(
                    "(select (title_fr, capacity, version, slug) = ('Atelier', 3, 3, 'session-1') from app.session)"))
            #expect(
                try await database.holds(
                    """
                    (select (action, object, details ->> 'promoted') = ('programme.undone', 'session:session-1', '2')
                    from app.record order by id desc limit 1)
                    """))
        }
    }

    @Test("Undone where more hold places by now, they keep them, or the latest go to the waiting list: as is chosen")
    func excess() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let session = day.sessions[0]
            for name in ["ada", "bo", "cy"] { _ = try await database.signUp("\(name)@example.org", session) }
            try await database.change(session, #"{"capacity": 3}"#)
            // Three hold places: to keep them all is to undo nothing, and it can still be undone.
            try await database.undo()
            #expect(
                try await database.said("e @> '{\"outcome\": \"undone\", \"kept\": 3, \"moved\": 0, \"change\": null}'")
            )
            #expect(try await database.holds("(select count(*) = 1 and bool_and(undone_at is null) from app.change)"))
            try await database.undo("'move', '{\"told\": 0, \"clashes\": 0, \"moved\": 1}'")
            #expect(try await database.said("e @> '{\"outcome\": \"more_affected\", \"moved\": 2}'"))
            try await database.undo("'move', '{\"told\": 0, \"clashes\": 0, \"moved\": 2}'")
            #expect(
                try await database.said(
                    "e @> '{\"outcome\": \"undone\", \"letters\": [{\"kind\": \"moved_to_waiting\", \"count\": 2}]}'"))
            #expect(
                try await database.holds("(select (capacity, confirmed, waiting) = (1, 1, 2) from app.session_tally)"))
        }
    }

    @Test("Calling off and taking place after all are undone in turn: each time those signed up are told")
    func off() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            for name in ["ada", "bo"] { _ = try await database.signUp("\(name)@example.org", day.sessions[0]) }
            try await database.change(day.sessions[0], #"{"cancelled": true}"#)
            _ = try await database.sendAll()
            try await database.undo()
            #expect(try await database.said("e @> '{\"outcome\": \"undone\", \"told\": 2}'"))
            #expect(try await database.holds("(select cancelled_at is null from app.session)"))
            _ = try await database.sendAll()
            try await database.undo()
            #expect(
                try await database.said(
                    "e @> '{\"outcome\": \"undone\", \"told\": 2, \"letters\": [{\"kind\": \"session_cancelled\"}]}'"))
            #expect(try await database.holds("(select cancelled_at is not null from app.session)"))
        }
    }

    @Test("A session that was made is taken away and made again; a room that is gone meanwhile is in the way")
    func made() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            try await database.say("api.save_room('command', (select slug from app.venue), null, 'Grenier', 50)")
            let room = "(select id from app.room where name = 'Grenier')"
            try await database.say(
                """
                api.create_session('command', (
                    select to_jsonb(s) || jsonb_build_object('slug', 'neuve', 'room_id', \(room)) from app.session s))
                """)
            try await database.undo()
            #expect(try await database.said("e @> '{\"outcome\": \"undone\", \"slug\": null}'"))
            try await database.run(sqlScript: "create temporary table removal as select max(id) as id from app.change")
            try await database.say("api.undo_change('command', (select min(id) from app.change))")
            #expect(try await database.said("e ->> 'outcome' = 'undone'"), "nothing is in the room any more")
            try await database.say("api.undo_change('command', (select id from removal))")
            #expect(try await database.said("e @> '{\"outcome\": \"refused\"}'"), "its room is gone")
            try await database.undo()
            try await database.say("api.undo_change('command', (select id from removal))")
            #expect(try await database.said("e @> '{\"outcome\": \"undone\", \"slug\": \"neuve\"}'"))
        }
    }
}
