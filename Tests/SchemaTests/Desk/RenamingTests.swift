import Postgres
import Testing

@Suite("Places that have another name or address")
struct RenamingTests {
    private static let plans = [
        SessionPlan(), SessionPlan(slot: SessionPlan.noon), SessionPlan(slot: SessionPlan.afternoon, isCancelled: true),
    ]

    private func fill(_ database: PostgresSession, _ day: Day) async throws {
        for name in ["ada", "bo", "cy"] { _ = try await database.signUp("\(name)@example.org", day.sessions[0]) }
        _ = try await database.signUp("ada@example.org", day.sessions[1])
        _ = try await database.sendAll()
    }

    private func renaming(_ wishes: String, agreed: String) -> String {
        "api.save_venue('command', (select id from app.venue), '\(wishes)', null, \(agreed))"
    }

    @Test("Everybody signed up there is told once, those who wait included, after the organiser was told how many")
    func everybody() async throws {
        try await Day.with(Self.plans) { database, day in
            try await fill(database, day)
            let wishes = #"{"name": "Halle", "address": "2 rue Neuve"}"#
            try await database.say(renaming(wishes, agreed: "2"))
            #expect(
                try await database.said("e @> '{\"outcome\": \"more_affected\", \"told\": 3, \"sessions\": 2}'"))
            #expect(
                try await database.said(
                    "(select sum((l ->> 'count')::int) = 3 from jsonb_array_elements(e -> 'letters') l)"))
            #expect(
                try await database.holds("(select name = 'Mairie' and version = 1 from app.venue)"), "nothing is done")

            try await database.say(renaming(wishes, agreed: "3"))
            #expect(try await database.said("e ->> 'outcome' = 'saved' and e -> 'change' <> 'null'"))
            let letters = try await database.claim()
            #expect(letters.count == 3, "one mail each")
            let first = try #require(letters.first)
            #expect(try await database.news(first) == ["place_renamed", "place_renamed"], "Ada's, of both sessions")
            let text = try #require(try await database.letter(first))
            #expect(text.contains("\"address\": \"1 rue de la Mairie, 75010\u{A0}Paris\""))
            #expect(
                try await database.holds(
                    "(select array_agg(calendar_sequence order by slug) = '{1,1,0}' and bool_and(version = 1) from app.session)"
                ), "calendars count it, and nobody has changed a session")
            #expect(
                try await database.holds(
                    "(select details -> 'told' = '3' from app.record where action = 'venue.changed')"))
        }
    }

    @Test("What else is known of a place tells nobody, and a room's name is part of the place")
    func notesAndRooms() async throws {
        try await Day.with(Self.plans) { database, day in
            try await fill(database, day)
            try await database.say(renaming(#"{"access_notes": "Sonnez.", "latitude": 48.5}"#, agreed: "0"))
            #expect(try await database.said("e @> '{\"outcome\": \"saved\", \"told\": 0}'"))
            let room = try await database.room(of: day.sessions[1])
            let rename = { (name: String, capacity: Int, agreed: Int) in
                "api.save_room('command', (select slug from app.venue), \(room), '\(name)', \(capacity), null, \(agreed))"
            }
            try await database.say(rename("Room 2", 30, 0))
            #expect(try await database.said("e @> '{\"outcome\": \"saved\", \"told\": 0}'"))
            try await database.say(rename("Grande salle", 30, 0))
            #expect(try await database.said("e @> '{\"outcome\": \"more_affected\", \"told\": 1}'"))
            try await database.say(rename("Grande salle", 30, 1))
            #expect(try await database.said("e ->> 'outcome' = 'saved'"))
            #expect(try await database.claim().count == 1)
        }
    }

    @Test("A file of venues tells them too, and so does undoing it; what is no longer so by then is not told")
    func file() async throws {
        try await Day.with(Self.plans) { database, day in
            try await fill(database, day)
            let lines = """
                (select jsonb_agg(jsonb_build_object('line', 2, 'slug', slug, 'name', 'Halle', 'address', address,
                    'postcode', postcode, 'city', city, 'arrondissement', 10, 'latitude', 48, 'longitude', 2)
                    || '{"room": "Neuve", "room_capacity": 9}') from app.venue)
                """
            try await database.say("api.import_venues('command', \(lines), true)")
            #expect(try await database.said("e -> 'told' = '3' and e #>> '{letters,0,kind}' = 'session_changed'"))
            try await database.say("api.import_venues('command', \(lines))")
            #expect(try await database.said("e -> 'told' = '3' and e -> 'change' <> 'null'"))
            try await database.undo("null, null, true")
            #expect(
                try await database.said("e @> '{\"outcome\": \"undone\", \"told\": 3, \"kind\": \"venues_import\"}'"))
            try await database.undo()
            #expect(
                try await database.holds("(select name = 'Mairie' and latitude = 48.87 and version = 3 from app.venue)")
            )
            #expect(try await database.holds("(select count(*) = 0 from app.room where name = 'Neuve')"))
            let letters = try await database.sendAll()
            #expect(letters.count == 6 && letters.filter(\.isEmpty).count == 3)
        }
    }

    @Test("A letter that was gathered into one that has to wait goes with it into the next")
    func gathered() async throws {
        try await Day.with(Self.plans) { database, day in
            try await fill(database, day)
            try await database.say(renaming(#"{"name": "Halle"}"#, agreed: "9"))
            // Ada has had five mails within the hour by now.
            try await database.run(
                sqlScript: """
                    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language, claimed_at, sent_at)
                    select a.id, now(), now(), 'tickets', 'fr', now() - m, now() - m
                    from app.attendee a, (select make_interval(mins => n) as m from generate_series(1, 5) n) x
                    where a.email = 'ada@example.org'
                    """)
            #expect(try await database.claim().count == 2)
            try await database.run(
                sqlScript: """
                    update app.outbox set claimed_at = claimed_at - interval '1 h', sent_at = sent_at - interval '1 h'
                    where kind = 'tickets';
                    insert into app.outbox (attendee_id, created_at, next_attempt_at, kind, language)
                    select id, now(), now() - interval '1 h', 'tickets', 'fr' from app.attendee where email = 'ada@example.org'
                    """)
            let next = try #require(try await database.claim().first)
            #expect(
                try await database.holds(
                    "(select count(*) = 2 from app.outbox where gathered_into = \(next) and kind = 'session_changed')"))
        }
    }
}
