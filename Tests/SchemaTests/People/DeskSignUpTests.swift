import Foundation
import Postgres
import Testing

@Suite("Signing somebody up at the desk")
struct DeskSignUpTests {
    private let plans = [
        SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.lateMorning),
        SessionPlan(slot: SessionPlan.noon, capacity: 1, waitingList: false),
    ]

    @Test("Without an address somebody is one person all the same: one sign-up a session, no two at the same time")
    func withoutAddress() async throws {
        try await Day.with(plans) { database, day in
            let first = try await database.deskSignUp(
                DeskAsk(day.sessions[0]).changed { $0.telephone = "+33612345678" })
            #expect(first.outcome == "confirmed" && first.places == 1)
            let person = try #require(first.person)
            func again(_ session: Int) async throws -> DeskAnswer {
                try await database.deskSignUp(DeskAsk(day.sessions[session], person: person))
            }
            #expect(try await again(0).outcome == "already_signed_up")
            #expect(try await again(0).signUp == first.signUp, "staff are told which")
            #expect(try await again(1).outcome == "clash")
            #expect(try await again(2).outcome == "confirmed")
            #expect(try await database.read("select count(*) as v from app.attendee") == ["1"])
            #expect(try await database.read("select email as v from app.attendee").isEmpty, "no stand-in stays")
            #expect(try await database.read("select telephone as v from app.attendee") == ["+33612345678"])
            #expect(try await database.read("select route as v from app.sign_up") == ["desk", "desk"])
        }
    }

    @Test("Two people without an address are two, and whoever is refused leaves nothing behind")
    func strangers() async throws {
        try await Day.with(plans) { database, day in
            for outcome in ["confirmed", "confirmed", "waiting"] {
                #expect(try await database.deskSignUp(DeskAsk(day.sessions[0])).outcome == outcome)
            }
            _ = try await database.deskSignUp(DeskAsk(day.sessions[2]))
            #expect(try await database.deskSignUp(DeskAsk(day.sessions[2])).outcome == "full")
            #expect(try await database.deskSignUp(DeskAsk(0)).outcome == "unknown_session")
            #expect(try await database.deskSignUp(DeskAsk(day.sessions[1], person: 0)).outcome == "unknown_person")
            #expect(try await database.read("select count(*) as v from app.attendee") == ["4"])
            #expect(try await database.claim().isEmpty, "there is nobody to write to")
            #expect(try await database.box().allSatisfy(\.isDropped))
        }
    }

    @Test("Sent twice, a form signs up once and says the same")
    func twice() async throws {
        try await Day.with(plans) { database, day in
            let ask = DeskAsk(day.sessions[0]).changed { $0.note = "comes with a pram" }
            let answer = try await database.deskSignUp(ask)
            #expect(try await database.deskSignUp(ask) == answer)
            #expect(try await database.read("select count(*) as v from app.attendee") == ["1"])
            #expect(try await database.read("select count(*) as v from app.note") == ["1"])
            #expect(try await database.deskSignUp(ask.changed { $0.name = "Bo" }).outcome == "key_reused")
            #expect(try await database.read("select count(*) as v from app.attendee") == ["1"])
        }
    }

    @Test("An address that is known is the person it belongs to, whatever way they came")
    func knownAddress() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            let desk = try await database.deskSignUp(DeskAsk(day.sessions[0], email: "ADA@example.org"))
            #expect(desk.outcome == "already_signed_up" && desk.signUp == held.signUp)
            #expect(
                try await database.deskSignUp(DeskAsk(day.sessions[1], email: "ada@example.org")).outcome == "clash")
            let new = try await database.deskSignUp(DeskAsk(day.sessions[1], email: "bo@example.org"))
            let books = try await Books.read(day, on: database)
            #expect(books.letters(about: new.signUp) == ["confirmed"])
            #expect(books.violations().isEmpty)
        }
    }

    @Test("Only who may change people may, and the record says who did what and never to whom by name")
    func permission() async throws {
        try await Day.with(plans) { database, day in
            for actor in ["account:00000000-0000-0000-0000-000000000001", "nobody", ""] {
                let ask = DeskAsk(day.sessions[0]).changed { $0.actor = actor }
                let refused = await database.refusal { () async throws(PostgresError) in
                    _ = try await database.deskSignUp(ask)
                }
                #expect(refused == "42501", "\(actor)")
            }
            #expect(try await database.read("select count(*) as v from app.sign_up") == ["0"])
            let made = try await database.deskSignUp(
                DeskAsk(day.sessions[0], email: "canary@example.org").changed {
                    ($0.name, $0.telephone, $0.note) = ("Canary", "+33612345678", "canary")
                })
            try await database.desk(.cancel, made.signUp)
            try await database.desk(.restore, made.signUp)
            #expect(
                try await database.read("select action as v from app.record order by id") == [
                    "sign_up.made", "sign_up.cancelled", "sign_up.restored",
                ])
            #expect(
                try await database.read(
                    "select 1 as v from app.record r where r::text ilike any ('{%canary%,%12345678%}')"
                )
                .isEmpty)
        }
    }
}
