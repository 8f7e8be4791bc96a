import Postgres
import Testing

@Suite("Ways back from changes of the programme")
struct UndoTests {
    /// A file that says what is there already, changed as told, and with a new session in a new room of a new host.
    private func importing(_ changes: String) -> String {
        """
        api.import_sessions('command', (
            select jsonb_agg(x.line || jsonb_build_object('line', x.i)) from (
                select row_number() over (order by s.id) as i, to_jsonb(s) || jsonb_build_object(
                    'host', h.name, 'host_legal_form', h.legal_form, 'venue', v.slug, 'room', r.name)
                    || coalesce('\(changes)'::jsonb -> s.slug, '{}') as line
                from app.session s join app.host h on h.id = s.host_id join app.room r on r.id = s.room_id
                join app.venue v on v.id = r.venue_id
                union all
                select 99, to_jsonb(s) || jsonb_build_object('slug', 'neuve', 'host', 'Nouvelle', 'host_legal_form',
                    'cooperative', 'venue', v.slug, 'room', 'Grenier')
                from app.session s, app.venue v where s.slug = 'session-1'
            ) x), 'Europe/Paris')
        """
    }

    private func withCurrent(_ plans: [SessionPlan], _ body: (PostgresSession, Day) async throws -> Void) async throws {
        try await Day.with(plans) { database, day in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            try await body(database, day)
        }
    }

    @Test("A file is undone whole: what it changed is as it was, rooms exchanged included, and what it made is gone")
    func file() async throws {
        try await withCurrent([SessionPlan(capacity: 1), SessionPlan()]) { database, day in
            for name in ["ada", "bo"] { _ = try await database.signUp("\(name)@example.org", day.sessions[0]) }
            _ = try await database.sendAll()
            try await database.say(
                importing(
                    #"{"session-1": {"room": "Room 2", "capacity": 2, "title_fr": "Autre"}, "session-2": {"room": "Room 1"}}"#
                ))
            #expect(try await database.said("e -> 'told' = '2' and e -> 'promoted' = '1' and e -> 'change' <> 'null'"))
            #expect(
                try await database.said("(select count(*) = 2 from jsonb_array_elements(e -> 'letters'))"),
                "those who move up are among those written to")
            try await database.undo("null, null, true")
            #expect(
                try await database.said(
                    """
                    e @> '{"outcome": "undone", "told": 2, "parts": [{"kind": "session", "gone": true, "name": {"fr": "Atelier"}},
                        {"kind": "room", "gone": true}, {"kind": "host", "gone": true}, {"kind": "session", "gone": false,
                        "changes": [{"field": "title_fr", "was": "Autre", "becomes": "Atelier"}]}]}'
                    """))
            #expect(try await database.holds("(select count(*) = 3 from app.session)"), "only shown")
            try await database.undo()
            #expect(try await database.said("e ->> 'outcome' = 'undone'"))
            // Two hold places by now: nobody loses theirs.
            #expect(
                try await database.holds(
                    """
                    (select array_agg((s.slug, r.name, s.title_fr, s.capacity)::text order by s.slug)
                        = '{"(session-1,\\"Room 1\\",Atelier,2)","(session-2,\\"Room 2\\",Atelier,2)"}'
                    from app.session s join app.room r on r.id = s.room_id)
                    """))
            #expect(
                try await database.holds(
                    "(select not exists (select from app.room where name = 'Grenier') and not exists (select from app.host where name = 'Nouvelle'))"
                ))
            #expect(try await database.holds("(select count(*) = 1 from app.record where action = 'programme.undone')"))
            try await database.say("api.undo_change('command', (select min(id) from app.change))")
            #expect(try await database.said("e ->> 'outcome' = 'impossible'"))

            // Undone in its turn: everything is there again, as the file had it, and under its own id.
            try await database.undo()
            #expect(
                try await database.said(
                    """
                    e @> '{"outcome": "undone", "kind": "undoing", "told": 2, "parts": [{"kind": "session", "made": true},
                        {"kind": "room", "made": true}, {"kind": "host", "made": true}]}'
                    """))
            #expect(
                try await database.holds(
                    """
                    (select array_agg((s.slug, r.name, s.title_fr)::text order by s.slug)
                        = '{"(neuve,Grenier,Atelier)","(session-1,\\"Room 2\\",Autre)","(session-2,\\"Room 1\\",Atelier)"}'
                        and count(*) = (
                            select count(*) from app.change_part p join app.session o on o.id = p.object_id
                            where p.kind = 'session' and p.change_id = (select min(id) from app.change))
                        and count(t) = 3 and count(d) = 3
                    from app.session s join app.room r on r.id = s.room_id
                    left join app.session_tally t on t.session_id = s.id left join app.door_tally d on d.session_id = s.id)
                    """))
            try await database.undo()
            #expect(try await database.said("e ->> 'outcome' = 'undone'"))
            #expect(try await database.holds("(select count(*) = 2 from app.session)"))
        }
    }

    @Test("A session that took the place of one that moved goes when that one comes back")
    func placeTaken() async throws {
        try await withCurrent([SessionPlan()]) { database, _ in
            try await database.say(
                importing(#"{"session-1": {"room": "Grenier"}}"#).replacing("'Grenier')", with: "'Room 1')"))
            #expect(try await database.said("e -> 'change' <> 'null'"))
            for count in [1, 2, 1] {
                try await database.undo()
                #expect(try await database.said("e ->> 'outcome' = 'undone'"))
                #expect(try await database.holds("(select count(*) = \(count) from app.session)"))
            }
        }
    }

    @Test(
        "Once people are signed up for what a file made, or somebody has changed it, it is not undone, and it says why")
    func inUse() async throws {
        try await withCurrent([SessionPlan()]) { database, _ in
            try await database.say(importing("{}"))
            try await database.run(
                sqlScript: "create temporary table made as select id from app.session where slug = 'neuve'")
            try await database.say(
                "api.change_session('command', (select id from made), null, '{\"title_fr\": \"Plus tard\"}')")
            let first = "api.undo_change('command', (select min(id) from app.change))"
            try await database.say(first)
            #expect(
                try await database.said(
                    "e @> '{\"outcome\": \"changed_since\", \"objects\": [{\"kind\": \"session\", \"name\": {\"fr\": \"Plus tard\"}}]}' and e #> '{objects,0,at}' <> 'null'"
                ))
            try await database.run(
                sqlScript: """
                    update app.change_part set version = 2 where kind = 'session' and was is null;
                    insert into app.sign_up (session_id, attendee_id, created_at, queue_number, places, caller, status, route,
                        language, name, cancelled_at)
                    select id, 1, now(), 1, 1, gen_random_uuid(), 'cancelled', 'form', 'fr', 'Zoé', now() from made
                    """)
            try await database.say(first)
            #expect(try await database.said("e @> '{\"outcome\": \"used\", \"objects\": [{\"kind\": \"session\"}]}'"))
            #expect(try await database.holds("(select count(*) = 2 from app.session)"))
        }
    }

    @Test("A room that somebody else has taken meanwhile is in the way")
    func obstacle() async throws {
        try await withCurrent([SessionPlan(), SessionPlan(slot: SessionPlan.afternoon)]) { database, day in
            try await database.say(importing(#"{"session-1": {"room": "Room 3"}}"#))
            let (first, second) = (day.sessions[0], day.sessions[1])
            try await database.run(
                sqlScript: """
                    update app.session s set starts_at = o.starts_at, ends_at = o.ends_at, room_id = r.id,
                        room_capacity = r.capacity
                    from app.session o, app.room r
                    where s.id = \(second) and o.id = \(first) and r.name = 'Room 1';
                    delete from app.change_part where object_id = \(second) and kind = 'session'
                    """)
            try await database.undo()
            #expect(try await database.said("e @> '{\"outcome\": \"refused\", \"reason\": \"session_alone_in_room\"}'"))
        }
    }

    @Test("Publishing many at once is undone, and undoing that publishes them again")
    func publication() async throws {
        try await withCurrent([SessionPlan(isPublished: false), SessionPlan(isPublished: false), SessionPlan()]) {
            database, _ in
            try await database.say("api.publish_sessions('command', '{session-1,session-2,session-3}')")
            #expect(try await database.said("e -> 'published' = '2' and e -> 'change' <> 'null'"))
            try await database.undo()
            #expect(try await database.said("e @> '{\"outcome\": \"undone\", \"kind\": \"publication\", \"told\": 0}'"))
            #expect(try await database.holds("(select count(*) = 1 from app.session where published_at is not null)"))
            try await database.undo()
            #expect(try await database.said("e @> '{\"outcome\": \"undone\", \"kind\": \"undoing\"}'"))
            #expect(try await database.holds("(select count(*) = 3 from app.session where published_at is not null)"))
            try await database.say("api.publish_sessions('command', '{session-1}')")
            #expect(try await database.said("e -> 'change' = 'null'"), "nothing was done")
        }
    }

    @Test("A notice that was put up, changed or taken down is undone; not once another stands there")
    func notices() async throws {
        try await withCurrent([SessionPlan()]) { database, _ in
            let set = { (text: String) in "api.set_notice('command', null, null, '\(text)', '\(text)', null, null)" }
            try await database.say(set("Un"))
            try await database.undo()
            #expect(try await database.holds("(select count(*) = 0 from app.notice)"))
            try await database.say(set("Deux"))
            try await database.say(set("Trois"))
            try await database.undo()
            #expect(try await database.holds("(select text_fr = 'Deux' and version = 3 from app.notice)"))
            try await database.say("api.clear_notice('command', null, null)")
            try await database.undo("null, null, true")
            #expect(
                try await database.said("e #> '{parts,0}' @> '{\"kind\": \"notice\", \"made\": true, \"gone\": false}'")
            )
            try await database.undo()
            #expect(try await database.holds("(select text_fr = 'Deux' from app.notice)"))
            try await database.say("api.clear_notice('command', null, null)")
            try await database.run(sqlScript: "create temporary table cleared as select max(id) as id from app.change")
            try await database.say(set("Quatre"))
            try await database.say("api.undo_change('command', (select id from cleared))")
            #expect(try await database.said("e ->> 'outcome' = 'changed_since'"))
        }
    }

    @Test("Venues, rooms and hosts that were made are taken away again, unless something is in them")
    func places() async throws {
        try await withCurrent([SessionPlan()]) { database, _ in
            let venue =
                #"{"slug": "halle", "name": "Halle", "address": "1", "postcode": "75001", "city": "Paris", "arrondissement": 1, "latitude": 48, "longitude": 2}"#
            try await database.say("api.save_venue('command', null, '\(venue)')")
            try await database.run(sqlScript: "create temporary table made as select max(id) as id from app.change")
            try await database.say("api.save_room('command', 'halle', null, 'A', 5)")
            try await database.say("api.undo_change('command', (select id from made))")
            #expect(try await database.said("e @> '{\"outcome\": \"used\", \"objects\": [{\"kind\": \"venue\"}]}'"))
            try await database.undo()
            try await database.say("api.undo_change('command', (select id from made))")
            #expect(try await database.said("e ->> 'outcome' = 'undone'"))
            #expect(
                try await database.holds("(select count(*) = 1 from app.venue) and (select count(*) = 1 from app.room)")
            )
            try await database.say(
                "api.save_host('command', (select id from app.host), 'Autre', 'cooperative', 'a@example.org', 1)")
            try await database.undo()
            #expect(
                try await database.holds("(select legal_form = 'association' and contact_email is null from app.host)"))
            try await database.say("api.undo_change('command', -1)")
            #expect(try await database.said("e ->> 'outcome' = 'unknown_change'"))
        }
    }

    @Test("The list names what was done, what is gone by now too, and is forgotten after thirty days")
    func list() async throws {
        try await withCurrent([SessionPlan()]) { database, day in
            try await database.change(day.sessions[0], #"{"title_fr": "Autre"}"#)
            try await database.say(importing("{}"))
            let list = "(select jsonb_agg(c order by i) from api.desk_changes('command') with ordinality x (c, i))"
            try await database.say(list)
            #expect(
                try await database.said(
                    """
                    e -> 0 @> '{"kind": "sessions_import", "made": 1, "is_undone": false}'
                    and e -> 1 @> '{"kind": "session", "changed": 1, "names": [{"fr": "Autre"}]}'
                    and jsonb_array_length(e) = 2
                    """))
            try await database.undo()
            try await database.say(list)
            #expect(
                try await database.said(
                    "e -> 0 @> '{\"removed\": 3}' and e -> 1 @> '{\"is_undone\": true, \"names\": [{\"fr\": \"Autre\"}]}'"
                ))
            try await database.run(sqlScript: "update app.change set made_at = made_at - interval '31 days'")
            try await database.run(sqlScript: "select api.forget_staff_traces()")
            #expect(try await database.holds("(select count(*) = 0 from app.change_part)"))
        }
    }
}
