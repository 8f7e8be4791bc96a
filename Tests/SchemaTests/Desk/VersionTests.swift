import Postgres
import TestSupport
import Testing

@Suite("Two organisers at one session, and being off")
struct VersionTests {
    @Test("The second to save is told, sees what the first changed, and may save on top of it")
    func second() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let session = day.sessions[0]
            #expect(try await database.change(session, #"{"title_fr": "Premier"}"#, version: 1).version == 2)
            let late = try await database.change(session, #"{"title_en": "Second"}"#, version: 1)
            #expect(late.outcome == "outdated" && late.version == 2)
            #expect(
                try await database.holds(
                    """
                    (select x #>> '{was,title_fr}' = 'Atelier' and x #>> '{is,title_fr}' = 'Premier'
                        and x #>> '{is,title_en}' = 'Workshop' and x -> 'by' = 'null'
                    from api.part_since('command', 'session', \(session), 1) x)
                    """))
            #expect(try await database.holds("api.part_since('command', 'session', \(session), 7) is null"))
            #expect(try await database.change(session, #"{"title_en": "Second"}"#, version: 2).version == 3)
        }
    }

    @Test("Two that save at the same moment: one is changed, the other outdated, and nothing is lost")
    func atOnce() async throws {
        try await TestDatabase.withSchema { configuration in
            let logger = TestDatabase.quietLogger
            try await PostgresSession.with(configuration, logger: logger) { database in
                let session = try await Day.make([SessionPlan()], on: database).sessions[0]
                let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                    for number in 0..<8 {
                        group.addTask {
                            try await PostgresSession.with(configuration, logger: logger) { other in
                                try await other.change(session, #"{"title_fr": "Titre \#(number)"}"#, version: 1)
                                    .outcome
                            }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.sorted() == ["changed"] + Array(repeating: "outdated", count: 7))
                #expect(try await database.holds("(select count(*) from app.change_part) = 1"))
            }
        }
    }

    @Test("A session that was off takes place again: those who were told so are told, and those who clash by now")
    func restored() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let session = day.sessions[0]
            for name in ["ada", "bo", "cy"] { _ = try await database.signUp("\(name)@example.org", session) }
            try await database.run(sqlScript: "update app.outbox set sent_at = now(), claimed_at = now()")
            try await database.change(session, #"{"cancelled": true}"#)
            // Ada's letter went out; nobody else's did, and Bo found something else.
            try await database.run(
                sqlScript: """
                    update app.outbox set sent_at = now(), claimed_at = now() where id = (
                        select min(id) from app.outbox where kind = 'session_cancelled')
                    """)
            _ = try await database.signUp("bo@example.org", day.sessions[1])
            #expect(try await database.change(session, #"{"title_fr": "Autre"}"#).codes == ["cancelled"])
            let effect = try await database.change(session, #"{"cancelled": false}"#)
            #expect(effect.outcome == "changed" && effect.told == 2 && effect.clashes == 1)
            #expect(try await database.holds("(select cancelled_at is null from app.session where id = \(session))"))
            let news = try await database.sendAll().flatMap { $0 }
            #expect(news.sorted() == ["confirmed", "session_restored", "session_restored"])
        }
    }

    @Test("Taking a session out of the programme leaves everyone their places, and writes to nobody")
    func withdrawn() async throws {
        try await Day.with([SessionPlan(capacity: 1)]) { database, day in
            let session = day.sessions[0]
            let held = try await database.signUp("ada@example.org", session)
            _ = try await database.signUp("bo@example.org", session)
            let effect = try await database.change(session, #"{"published": false}"#)
            #expect(effect.outcome == "changed" && effect.letters == [] && effect.confirmed == 1)
            #expect(try await database.signUp("cy@example.org", session).outcome == "unknown_session")
            try await database.cancel(held.signUp)
            let books = try await Books.read(day, on: database)
            #expect(books.letters.map(\.kind).contains("promoted"), "who waits is not forgotten")
            try await database.run(sqlScript: "update app.edition set is_current = true")
            #expect(
                try await database.holds("api.publish_sessions('command', '{session-1,unknown}') -> 'published' = '1'"))
            #expect(try await database.holds("api.publish_sessions('command', '{session-1}') -> 'published' = '0'"))
        }
    }
}
