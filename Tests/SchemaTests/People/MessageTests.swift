import Foundation
import Postgres
import Testing

@Suite("Messages to people")
struct MessageTests {
    private let plans = [
        SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.noon, capacity: 2),
        SessionPlan(slot: SessionPlan.afternoon, capacity: 2),
    ]

    @Test("Each person gets one letter, whatever they hold of the sessions; who has no address, none")
    func once() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            for session in day.sessions.prefix(2) {
                _ = try await database.signUp("ada@example.org", session)
                _ = try await database.deskSignUp(DeskAsk(session))
            }
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            _ = try await database.signUp("cy@example.org", day.sessions[2])
            let sent = try await database.send(Message(sessions: ["session-1", "session-2"]))
            #expect(sent.outcome == "sent" && sent.recipients == 1, "bo only waits, and the desk's have no address")
            let all = try await database.send(Message(statuses: ["confirmed", "waiting"]))
            #expect(all.recipients == 3)
            #expect(try await database.read("select recipients as v from app.message order by id") == ["1", "3"])
            #expect(
                try await database.read("select count(*) as v from app.outbox where kind = 'message'") == ["4"])
            _ = try await database.claim()
            let letter = try await database.read(
                "select id as v from app.outbox where message_id = \(sent.message ?? 0)")
            let told = try #require(try await database.letter(Int64(letter[0]) ?? 0))
            #expect(told.contains("session-1") && told.contains("session-2") && !told.contains("session-3"))
            #expect(told.contains("Bonjour {s\u{e9}ance}"))
        }
    }

    @Test("Sent twice with the same key, it is written once; to nobody, not at all")
    func twice() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            #expect(try await database.send(Message()).outcome == "nobody")
            _ = try await database.signUp("ada@example.org", day.sessions[0])
            let message = Message()
            let first = try await database.send(message)
            #expect(try await database.send(message) == first)
            #expect(try await database.read("select count(*) as v from app.message") == ["1"])
            #expect(try await database.read("select details ->> 'recipients' as v from app.record") == ["1"])
            #expect(try await database.read("select 1 as v from app.record r where r::text like '%Bonjour%'").isEmpty)
            let refused = await database.refusal { () async throws(PostgresError) in
                _ = try await database.send(Message(actor: "nobody"))
            }
            #expect(refused == "42501")
        }
    }

    @Test("Everybody is written to in their language, or in the one that there is")
    func languages() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            for (name, language) in [("ada", "fr"), ("bo", "en")] {
                _ = try await database.signUp(
                    Ask("\(name)@example.org", day.sessions[2]).changed { $0.language = language })
            }
            _ = try await database.send(Message(english: nil))
            _ = try await database.send(Message(french: nil))
            _ = try await database.send(Message())
            let languages = try await database.read(
                "select o.language as v from app.outbox o where kind = 'message' order by message_id, attendee_id")
            #expect(languages == ["fr", "fr", "en", "en", "fr", "en"])
        }
    }

    @Test("Who has cancelled by then is not written to, and a message waits its turn among five mails an hour")
    func stale() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0])
            let sent = try await database.send(Message())
            try await database.cancel(held.signUp)
            try await database.letPass(minutes: 1)
            let mails = try await database.sendAll()
            #expect(mails.filter { $0 == ["message"] }.count == 1, "bo's: \(mails)")
            #expect(sent.recipients == 2)

            for _ in 1...4 { _ = try await database.send(Message()) }
            try await database.letPass(minutes: 1)
            #expect(try await database.sendAll().count == 3, "two went before")
            try await database.letPass(minutes: 61)
            #expect(try await database.sendAll() == [["message"]])
        }
    }

    @Test("What is due behind a long list goes out before its end")
    func spaced() async throws {
        try await Day.with([SessionPlan(capacity: 20)]) { database, day in
            try await database.use(day)
            for number in 1...20 { _ = try await database.signUp("a\(number)@example.org", day.sessions[0]) }
            _ = try await database.sendAll()
            _ = try await database.send(Message())
            let gap = try await database.read(
                """
                select (extract(epoch from max(next_attempt_at) - min(next_attempt_at)) between 1.8 and 2.0)::text as v
                from app.outbox where kind = 'message'
                """)
            #expect(gap == ["true"])
        }
    }
}

struct Message: Sendable {
    var actor = "command"
    var sessions: [String] = []
    var statuses = ["confirmed"]
    var french: String? = "Bonjour {séance}"
    var english: String? = "Hello {session}"
    var key = UUID().uuidString
}

struct MessageAnswer: Sendable, Equatable {
    let outcome: String
    let message: Int64?
    let recipients: Int
}

extension PostgresSession {
    func send(_ message: Message) async throws(PostgresError) -> MessageAnswer {
        let answers = try await execute(SendMessage(message: message))
        return answers[0]
    }
}

private struct SendMessage: PostgresStatement {
    static let sql = """
        select outcome, message_id, recipients
        from api.send_message($1, $2, '{}', '{}', $3, $4, $4, $5, $5, $6)
        """
    let message: Message

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(message.actor)
        parameters.append(message.sessions)
        parameters.append(message.statuses)
        parameters.append(message.french)
        parameters.append(message.english)
        parameters.append(message.key)
    }

    static func decode(_ row: inout PostgresRow) throws -> MessageAnswer {
        MessageAnswer(outcome: try row.decode(), message: try row.decode(), recipients: try row.decode())
    }
}
