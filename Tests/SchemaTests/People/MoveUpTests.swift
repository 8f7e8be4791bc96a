import Foundation
import Postgres
import Testing

/// The one exception to I4: an organiser's, with a reason, and recorded.
@Suite("Moving somebody up a waiting list by hand")
struct MoveUpTests {
    private let plans = [SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning)]

    private func fill(_ day: Day, on database: PostgresSession) async throws -> [Answer] {
        var answers: [Answer] = []
        for name in ["ada", "bo", "cy", "di"] {
            answers.append(try await database.signUp("\(name)@example.org", day.sessions[0]))
        }
        return answers
    }

    @Test("It takes no place from anybody; the next one that comes free is theirs; the others keep their order")
    func first() async throws {
        try await Day.with(plans) { database, day in
            let held = try await fill(day, on: database)
            #expect(
                try await database.desk(.moveUp(reason: "our_mistake", note: "lost form"), held[3].signUp) == "first")
            var books = try await Books.read(day, on: database)
            #expect(held.map { books[$0.signUp]?.position } == [nil, 2, 3, 1])
            #expect(books[held[0].signUp]?.status == "confirmed")
            #expect(books.violations().isEmpty)
            try await database.cancel(held[0].signUp)
            books = try await Books.read(day, on: database)
            #expect(held.map { books[$0.signUp]?.status } == ["cancelled", "waiting", "waiting", "confirmed"])
            #expect(books.letters(about: held[3].signUp) == ["waiting", "promoted"])
            #expect(books.violations().isEmpty)
            #expect(
                try await database.read("select details ->> 'reason' as v from app.record") == ["our_mistake"])
            #expect(try await database.read("select text as v from app.note") == ["lost form"])
        }
    }

    @Test("While they wait it can be undone, and they have their own number again")
    func undone() async throws {
        try await Day.with(plans) { database, day in
            let held = try await fill(day, on: database)
            #expect(try await database.desk(.putBack, held[3].signUp) == "not_moved_up")
            for _ in 1...2 { try await database.desk(.moveUp(reason: "access", note: nil), held[3].signUp) }
            #expect(try await database.desk(.putBack, held[3].signUp) == "done")
            let numbers = try await database.read("select queue_number as v from app.sign_up order by id")
            #expect(numbers == ["1", "2", "3", "4"])
            try await database.desk(.moveUp(reason: "access", note: nil), held[3].signUp)
            try await database.cancel(held[0].signUp)
            #expect(try await database.desk(.putBack, held[3].signUp) == "not_waiting", "a place is not taken back")
        }
    }

    @Test(
        "Whoever holds places at that time gets none, first or not, and once sign-ups have closed a free place goes at once"
    )
    func busyAndClosed() async throws {
        try await Day.with(plans) { database, day in
            let held = try await fill(day, on: database)
            let other = try await database.signUp("di@example.org", day.sessions[1])
            try await database.desk(.moveUp(reason: "takes_part", note: nil), held[3].signUp)
            try await database.cancel(held[0].signUp)
            var books = try await Books.read(day, on: database)
            #expect(books[held[3].signUp]?.status == "waiting" && books[held[1].signUp]?.status == "confirmed")
            try await database.cancel(other.signUp)

            try await database.close(day.sessions[0])
            try await database.cancelTicket(held[1].signUp)
            books = try await Books.read(day, on: database)
            #expect(books[held[2].signUp]?.status == "waiting", "nothing goes by the list any more")
            #expect(try await database.desk(.moveUp(reason: "other", note: "is here"), held[2].signUp) == "confirmed")
            books = try await Books.read(day, on: database)
            #expect(books.letters(about: held[2].signUp).last == "promoted")
            #expect(try await database.desk(.moveUp(reason: "other", note: nil), held[3].signUp) == "first")
            #expect(try await Books.read(day, on: database).violations().isEmpty)
        }
    }

    @Test("It takes a reason of the list, somebody who waits, and the right to change people")
    func refused() async throws {
        try await Day.with(plans) { database, day in
            let held = try await fill(day, on: database)
            #expect(try await database.desk(.moveUp(reason: "access", note: nil), held[0].signUp) == "not_waiting")
            #expect(try await database.desk(.moveUp(reason: "access", note: nil), 0) == "not_found")
            for (reason, actor, state) in [("because", "command", "23514"), ("access", "nobody", "42501")] {
                let refused = await database.refusal { () async throws(PostgresError) in
                    try await database.desk(.moveUp(reason: reason, note: nil), held[1].signUp, actor: actor)
                }
                #expect(refused == state)
            }
            #expect(try await database.read("select action as v from app.record").isEmpty)
        }
    }
}
