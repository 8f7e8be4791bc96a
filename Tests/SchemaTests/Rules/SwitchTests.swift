import Foundation
import Postgres
import Testing

@Suite("Exchanging places for some at an overlapping time")
struct SwitchTests {
    private let plans = [
        SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning, capacity: 2),
        SessionPlan(slot: SessionPlan.noon, capacity: 2), SessionPlan(slot: SessionPlan.afternoon),
    ]

    @Test("The old place goes to who waits for it, the new one to who switches, in one step and with one letter")
    func switched() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            let waiting = try await database.signUp("bo@example.org", day.sessions[0])
            let made = try await database.switchPlaces(from: held.signUp, to: day.sessions[1], places: 2)
            #expect(made.outcome == "switched" && made.places == 2)
            let books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.status == "cancelled" && books[waiting.signUp]?.status == "confirmed")
            #expect(books[made.signUp]?.attendee == books[held.signUp]?.attendee)
            #expect(books.letters(about: held.signUp) == ["confirmed"], "the switch is told once, not the loss besides")
            #expect(books.letters(about: made.signUp) == ["switched"])
            #expect(books.violations().isEmpty)
            let again = try await database.switchPlaces(from: made.signUp, to: day.sessions[1], places: 2)
            #expect(again.outcome == "already_signed_up" && again.signUp == made.signUp && again.places == 2)
        }
    }

    @Test("Without room there, nothing is let go of")
    func full() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[1])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            #expect(
                try await database.switchPlaces(from: held.signUp, to: day.sessions[0], places: 1).outcome == "full")
            #expect(try await Books.read(day, on: database)[held.signUp]?.status == "confirmed")
        }
    }

    @Test("A ticket speaks for all that its attendee holds, a browser only for what it made")
    func proof() async throws {
        try await Day.with(plans) { database, day in
            let first = try await database.signUp("ada@example.org", day.sessions[0])
            let second = try await database.signUp(
                Ask("ada@example.org", day.sessions[2]).changed { $0.caller = Ask.otherVisitor })
            func ask(version: Int?) async throws -> String {
                try await database.switchPlaces(
                    from: first.signUp, to: day.sessions[1], places: 1, version: version, name: nil
                ).outcome
            }
            #expect(try await ask(version: nil) == "unproved")
            #expect(try await ask(version: 2) == "not_found", "an old ticket")
            #expect(
                try await database.switchPlaces(
                    from: first.signUp, to: day.sessions[1], places: 1, by: UUID()
                ).outcome == "not_found")
            var books = try await Books.read(day, on: database)
            #expect(books.signUps.map(\.status) == ["confirmed", "confirmed"])
            #expect(books.letters.map(\.kind) == ["confirmed", "confirmed", "clash"])

            #expect(try await ask(version: 1) == "switched")
            books = try await Books.read(day, on: database)
            #expect(books[first.signUp]?.status == "cancelled" && books[second.signUp]?.status == "cancelled")
            #expect(books.signUps.last?.name == books[first.signUp]?.name)
        }
    }

    @Test("What does not overlap is kept, and what is closed or unknown is not switched to")
    func refused() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            func ask(_ session: Int64) async throws -> String {
                try await database.switchPlaces(from: held.signUp, to: session, places: 1).outcome
            }
            #expect(try await ask(day.sessions[3]) == "no_clash")
            #expect(try await ask(0) == "unknown_session")
            try await database.close(day.sessions[1])
            #expect(try await ask(day.sessions[1]) == "closed")
            #expect(try await Books.read(day, on: database).signUps.map(\.status) == ["confirmed"])
        }
    }
}
