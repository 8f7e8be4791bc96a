import Foundation
import Postgres
import Testing

@Suite("Several sessions, one form")
struct WholeDayTests {
    private let plans = [
        SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.lateMorning), SessionPlan(slot: SessionPlan.noon),
        SessionPlan(slot: SessionPlan.afternoon, capacity: 1),
    ]

    @Test("Each session gets its own outcome, as if asked for one after another, and there is one letter to send")
    func outcomes() async throws {
        try await Day.with(plans) { database, day in
            _ = try await database.signUp("bo@example.org", day.sessions[3])
            let form = WholeDay(sessions: day.sessions, email: "ada@example.org")
            let answers = try await database.execute(form)
            #expect(answers.map(\.outcome) == ["confirmed", "clash", "confirmed", "waiting"])
            #expect(answers[1] == .refusal("clash", own: true))
            let again = try await database.execute(form)
            #expect(again == answers)
            #expect(try await letters(database) == ["bo: confirmed", "ada: day of 4"])
            #expect(try await Books.read(day, on: database).violations().isEmpty)
        }
    }

    @Test("One that gets nothing is written nothing; a single outcome needs no gathering")
    func oneLetter() async throws {
        try await Day.with(plans) { database, day in
            let one = try await database.execute(
                WholeDay(sessions: [day.sessions[0], 0], email: "ada@example.org"))
            #expect(one.map(\.outcome) == ["confirmed", "unknown_session"])
            let none = try await database.execute(WholeDay(sessions: [0], email: "bo@example.org"))
            #expect(none.map(\.outcome) == ["unknown_session"])
            #expect(try await letters(database) == ["ada: confirmed"])
        }
    }

    @Test("A stranger's forms write to an address once an hour, however often they are sent")
    func stranger() async throws {
        try await Day.with(plans) { database, day in
            let sessions = [day.sessions[0], day.sessions[2]]
            _ = try await database.execute(WholeDay(sessions: sessions, email: "ada@example.org"))
            for _ in 0..<3 {
                let form = WholeDay(sessions: sessions, email: "ada@example.org", caller: Ask.otherVisitor)
                let answers = try await database.execute(form)
                #expect(answers.map(\.outcome) == ["already_signed_up", "already_signed_up"])
                #expect(answers.allSatisfy { $0.own == false && $0.places == nil })
            }
            #expect(try await letters(database) == ["ada: day of 2", "ada: day of 2"])
        }
    }

    /// Those to be sent, with whom they go to.
    private func letters(_ database: PostgresSession) async throws -> [String] {
        try await database.execute(Letters())
    }
}

private struct WholeDay: PostgresStatement {
    static let sql = """
        select outcome, sign_up_id, own, places, "position"
        from api.sign_up_day($1, $2, 'form', $3, sha256('x'), $4, 'Ada', 1, 'fr', null, null)
        """

    let sessions: [Int64]
    let email: String
    var caller = Ask.visitor
    let key = UUID().uuidString

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(sessions)
        parameters.append(caller)
        parameters.append(key)
        parameters.append(email)
    }

    static func decode(_ row: inout PostgresRow) throws -> Answer {
        Answer(
            outcome: try row.decode(), signUp: try row.decode(), own: try row.decode(), places: try row.decode(),
            position: try row.decode())
    }
}

private struct Letters: PostgresStatement {
    static let sql = """
        select split_part(a.email, '@', 1) || ': ' || o.kind
            || coalesce(' of ' || jsonb_array_length(o.details), '')
        from app.outbox o join app.attendee a on a.id = o.attendee_id
        where o.sent_at is null order by o.id
        """

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}
