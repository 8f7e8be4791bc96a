import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Everything under an address")
struct AddressTests {
    @Test("A letter is asked for once an hour at most; an unknown address gets none, nor tickets one that holds none")
    func letters() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            for email in ["ada@example.org", "ADA@example.org", "nobody@example.org"] {
                for kind in ["tickets", "address_link"] { try await database.ask(for: kind, to: email) }
            }
            #expect(try await database.execute(Asked()) == ["tickets", "address_link"])
            try await database.run(sqlScript: "update app.outbox set created_at = now() - interval '61 minutes'")
            try await database.cancelTicket(held.signUp)
            for kind in ["tickets", "address_link"] { try await database.ask(for: kind, to: "ada@example.org") }
            #expect(try await database.execute(Asked()) == ["tickets", "address_link", "address_link"])
            await #expect(throws: PostgresError.self) {
                try await database.ask(for: "confirmed", to: "ada@example.org")
            }
        }
    }

    @Test("Asked for by many at once, it is still written once")
    func lettersAtOnce() async throws {
        try await TestDatabase.withSchema { configuration in
            let logger = TestDatabase.quietLogger
            try await PostgresSession.with(configuration, logger: logger) { database in
                let day = try await Day.make([SessionPlan()], on: database)
                _ = try await database.signUp("ada@example.org", day.sessions[0])
                try await withThrowingTaskGroup { group in
                    for _ in 1...8 {
                        group.addTask {
                            try await PostgresSession.with(configuration, logger: logger) {
                                try await $0.ask(for: "tickets", to: "ada@example.org")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await database.execute(Asked()) == ["tickets"])
            }
        }
    }

    @Test("My data holds all that was told, in every edition, and nobody else's")
    func data() async throws {
        try await Day.with([SessionPlan(), SessionPlan(slot: SessionPlan.noon)]) { database, day in
            let other = try await Day.make([SessionPlan()], on: database)
            let canary = Ask("canary@example.org", day.sessions[0], places: 2).changed {
                $0.name = "Canary Bird"
                $0.needs = "seat"
                $0.needsNote = "a canary seat"
            }
            let held = try await database.signUp(canary)
            _ = try await database.signUp("CANARY@example.org", other.sessions[0])
            _ = try await database.signUp("somebody@example.org", day.sessions[1])
            let attendee = try await Books.read(day, on: database)[held.signUp]?.attendee ?? 0
            let text = try #require(try await database.data(of: attendee)).bytes
            let json = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
            #expect(json["email"] as? String == "canary@example.org")
            let signUps = try #require(json["sign_ups"] as? [[String: Any]])
            #expect(signUps.count == 2)
            let first = try #require(signUps.first { $0["name"] as? String == "Canary Bird" })
            #expect(
                first["needs"] as? [String] == ["seat"] && first["needs_note"] as? String == "a canary seat"
                    && first["places"] as? Int == 2)
            #expect((json["letters"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["confirmed", "confirmed"])
            #expect(!String(decoding: text, as: UTF8.self).contains("somebody"))
            #expect(try await database.data(of: 0) == nil)
        }
    }

    @Test("Erasing leaves nothing in any table, gives the places to those who wait, and keeps the counts right")
    func erased() async throws {
        let plans = [
            SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.noon, capacity: 1), SessionPlan(capacity: 1),
        ]
        try await Day.with(plans) { database, day in
            let other = try await Day.make([SessionPlan()], on: database)
            func canary(_ session: Int64, places: Int = 1) -> Ask {
                Ask("canary@example.org", session, places: places).changed {
                    $0.name = "Canary Bird"
                    $0.needs = "seat"
                    $0.needsNote = "a canary seat"
                }
            }
            let held = try await database.signUp(canary(day.sessions[0], places: 2))
            let heir = try await database.signUp("bo@example.org", day.sessions[0])
            _ = try await database.signUp("cy@example.org", day.sessions[1])
            _ = try await database.signUp(canary(day.sessions[1]))
            _ = try await database.signUp("di@example.org", day.sessions[2])
            let cancelled = try await database.signUp(canary(other.sessions[0]))
            try await database.cancel(cancelled.signUp)
            _ = try await database.signUp(
                canary(day.sessions[0]).changed { $0.caller = Ask.otherVisitor })  // writes 'already_signed_up'
            try await database.ask(for: "tickets", to: "canary@example.org")
            let attendee = try await Books.read(day, on: database)[held.signUp]?.attendee ?? 0

            #expect(try await database.execute(TablesWith(text: "canary")).isEmpty == false)
            #expect(try await database.erase(attendee: attendee) == "erased")
            #expect(try await database.erase(attendee: attendee) == "not_found")
            #expect(try await database.execute(TablesWith(text: "canary")).isEmpty)
            #expect(try await database.execute(Orphans()) == [0])
            let books = try await Books.read(day, other, on: database)
            #expect(books[heir.signUp]?.status == "confirmed")
            #expect(books.signUps.map(\.email).sorted() == ["bo@example.org", "cy@example.org", "di@example.org"])
            #expect(books.violations(erased: true).isEmpty)
            // The address may come again, as somebody new.
            #expect(try await database.signUp(canary(day.sessions[1])).outcome == "waiting")
        }
    }
}

/// The letters that were asked for, as they were written.
private struct Asked: PostgresStatement {
    static let sql = "select kind from app.outbox where kind in ('tickets', 'address_link') order by id"

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

/// The tables of `app` in which a text stands in any column of any row, whatever the case.
private struct TablesWith: PostgresStatement {
    static let sql = """
        select c.relname
        from pg_class c
        where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
            and query_to_xml(
                format('select t from app.%I t where t::text ilike %L', c.relname, '%' || $1 || '%'), false, true, ''
            )::text <> ''
        """

    let text: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(text) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

/// How many rows name an attendee or a sign-up that is gone.
private struct Orphans: PostgresStatement {
    static let sql = """
        select (select count(*) from app.outbox o where not exists (select from app.attendee a where a.id = o.attendee_id))
            + (select count(*) from app.request_key k where not exists (select from app.sign_up u where u.id = k.sign_up_id))
            + (select count(*) from app.sign_up u where not exists (select from app.attendee a where a.id = u.attendee_id))
        """

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode() }
}
