import Postgres
import Testing

@Suite("A sessions file over sessions that people have signed up for")
struct DeskImportTests {
    /// The lines of a file that says what is there already, changed as told.
    private func lines(_ changes: String) -> String {
        """
        (select jsonb_agg(jsonb_build_object(
            'line', s.id, 'slug', s.slug, 'host', h.name, 'host_legal_form', h.legal_form, 'venue', v.slug,
            'room', r.name, 'title_fr', s.title_fr, 'title_en', s.title_en, 'summary_fr', s.summary_fr, 'summary_en',
            s.summary_en, 'format', s.format, 'theme', s.theme, 'starts_at', s.starts_at, 'ends_at', s.ends_at,
            'capacity', s.capacity, 'language', s.language, 'sign_language', s.sign_language, 'waiting_list',
            s.waiting_list) || coalesce('\(changes)'::jsonb -> s.slug, '{}') order by s.id)
        from app.session s join app.host h on h.id = s.host_id join app.room r on r.id = s.room_id
        join app.venue v on v.id = r.venue_id)
        """
    }

    private func importing(_ changes: String, _ others: String = "") -> String {
        "api.import_sessions('command', \(lines(changes)), 'Europe/Paris'\(others))"
    }

    @Test("Whoever is signed up for a session that a file moves is written to, and told what it was")
    func moved() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.afternoon)]) { database, day in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            for name in ["ada", "bo"] { _ = try await database.signUp("\(name)@example.org", day.sessions[0]) }
            try await database.run(sqlScript: "update app.outbox set sent_at = now(), claimed_at = now()")
            // The two exchange their rooms, one of them is renamed.
            let changes = #"{"session-1": {"room": "Room 2", "title_fr": "Autre"}, "session-2": {"room": "Room 1"}}"#
            let said = """
                (e -> 'told' = '2' and e #> '{letters,0,count}' = '2' and e -> 'unchanged' = '0'
                and e -> 'updated' @> '[{"slug": "session-1", "told": 2, "changes": [
                    {"field": "room", "was": "Room 1", "becomes": "Room 2"},
                    {"field": "title_fr", "was": "Atelier", "becomes": "Autre"}]}]')
                """
            #expect(try await database.holds("(select \(said) from \(importing(changes, ", true, true")) e)"))
            #expect(try await Books.read(day, on: database).letters.count == 2, "only shown")
            #expect(try await database.holds("(select \(said) from \(importing(changes)) e)"))
            let letters = try await database.claim()
            #expect(letters.count == 2)
            let first = try #require(letters.first)
            #expect(try await database.letter(first)?.contains("\"previous\": {\"room\": \"Room 1\"") == true)
            #expect(try await database.holds("(select details ->> 'told' = '2' from app.record)"))
        }
    }

    @Test("A file that changes nothing writes to nobody and counts no version")
    func unchanged() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            #expect(
                try await database.holds(
                    "(select e -> 'unchanged' = '1' and e -> 'updated' = '[]' and e -> 'told' = '0' from \(importing("{}")) e)"
                ))
            #expect(try await database.holds("(select version = 1 from app.session)"))
        }
    }

    @Test("Somebody who waited and could not have come is in play again where a file moves what kept them")
    func broughtBack() async throws {
        try await Day.with([SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning, capacity: 2)]) {
            database, day in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            let held = try await database.signUp("bo@example.org", day.sessions[0])
            let waits = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("ada@example.org", day.sessions[1])
            try await database.cancel(held.signUp)
            #expect(try await Books.read(day, on: database).letters(about: waits.signUp) == ["waiting", "passed_over"])
            try await database.run(
                sqlScript: """
                    create temporary table later as select jsonb_build_object('session-2', jsonb_build_object(
                        'starts_at', starts_at + interval '3 h', 'ends_at', ends_at + interval '3 h')) as change
                    from app.session where id = \(day.sessions[1])
                    """)
            let moved = lines("{}").replacing("'{}'::jsonb -> s.slug", with: "(select change from later) -> s.slug")
            #expect(
                try await database.holds(
                    "(select e -> 'promoted' = '1' from api.import_sessions('command', \(moved), 'Europe/Paris') e)"))
            #expect(try await Books.read(day, on: database)[waits.signUp]?.status == "confirmed")
        }
    }

    @Test("Drafts stay drafts, and a file that is wrong does nothing")
    func drafts() async throws {
        try await Day.with([SessionPlan()]) { database, _ in
            try await database.run(sqlScript: "update app.edition set is_current = true")
            let other = #"{"session-1": {"slug": "other", "room": "Room 9"}}"#
            #expect(
                try await database.holds(
                    "(select e #>> '{created,0,slug}' = 'other' from \(importing(other, ", false")) e)"))
            #expect(try await database.holds("(select published_at is null from app.session where slug = 'other')"))
            let wrong = #"{"session-1": {"venue": "nowhere"}}"#
            #expect(
                try await database.holds(
                    "(select e #>> '{problems,0,code}' = 'unknown_venue' and not e ? 'created' from \(importing(wrong)) e)"
                ))
        }
    }
}
