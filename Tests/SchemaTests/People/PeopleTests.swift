import Foundation
import Postgres
import Testing

@Suite("Looking for people, and forgetting them")
struct PeopleTests {
    private let plans = [SessionPlan(capacity: 1), SessionPlan(slot: SessionPlan.noon, capacity: 5)]

    @Test("Names are found without accents or capitals, and addresses, numbers and references too")
    func search() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            let lea = try await database.signUp(
                Ask("l.dupont@example.org", day.sessions[1]).changed { $0.name = "Léa DUPONT-Œuvré" })
            _ = try await database.deskSignUp(
                DeskAsk(day.sessions[1]).changed { ($0.name, $0.telephone) = ("100% Bio_", "+33612345678") })
            let elsewhere = try await Day.make(plans, on: database)
            _ = try await database.signUp(Ask("lea@example.org", elsewhere.sessions[1]).changed { $0.name = "Léa" })

            for words in [["lea"], ["LÉA"], ["dupont", "léa"], ["oeuvre"], ["l.dupont@"], ["dup", "exam"]] {
                #expect(try await database.find(words) == ["Léa DUPONT-Œuvré"], "\(words)")
            }
            for words in [["leo"], ["lea", "bio"], ["l%dupont"], ["_" + "_"], []] {
                #expect(try await database.find(words) == [], "\(words)")
            }
            #expect(try await database.find(["100%"]) == ["100% Bio_"])
            #expect(try await database.find([], digits: "612345678") == ["100% Bio_"])
            #expect(try await database.find(["zzz"], signUp: lea.signUp) == ["Léa DUPONT-Œuvré"])
            #expect(
                try await database.read("select count(*) as v from app.record where action = 'people.searched'") == [
                    "14"
                ])
            #expect(
                try await database.read(
                    "select 1 as v from app.record r where r::text ilike any ('{%lea%,%léa%,%612345678%}')"
                )
                .isEmpty)
            let refused = await database.refusal { () async throws(PostgresError) in
                _ = try await database.find(["lea"], actor: "nobody")
            }
            #expect(refused == "42501")
        }
    }

    @Test("Who reads a session's list, or what its people need, stands in the record, a program too")
    func listed() async throws {
        try await Day.with(plans) { database, day in
            let token = "token:00000000-0000-0000-0000-000000000007"
            try await database.run(
                sqlScript: """
                    insert into app.api_token (id, name, scopes, hash)
                    values (split_part('\(token)', ':', 2)::uuid, 'lists', '{attendees:read}', sha256('lists'))
                    """)
            for function in ["attendees", "session_needs"] {
                try await database.run(sqlScript: "select api.\(function)('\(token)', \(day.sessions[0]))")
            }
            #expect(
                try await database.read(
                    "select concat_ws(' ', r.actor, r.action, r.object) as v from app.record r order by r.id")
                    == ["\(token) people.listed session:session-1", "\(token) needs.read session:session-1"])
        }
    }

    @Test("The waiting list says of each why they wait")
    func waitingList() async throws {
        try await Day.with([SessionPlan(capacity: 2), SessionPlan(slot: SessionPlan.lateMorning)]) { database, day in
            let held = try await database.signUp("ada@example.org", day.sessions[0])
            _ = try await database.signUp("bo@example.org", day.sessions[0], places: 2)
            for session in [0, 1] { _ = try await database.signUp("cy@example.org", day.sessions[session], places: 2) }
            func why() async throws -> [String] { try await database.execute(ReadWhy(session: day.sessions[0])) }
            #expect(try await why() == ["too_many", "busy"])
            _ = try await database.signUp("di@example.org", day.sessions[0])
            #expect(try await why() == ["full", "busy"])
            try await database.cancel(held.signUp)
            try await database.close(day.sessions[0])
            #expect(try await why() == ["closed", "closed"])
        }
    }

    @Test("Telephone, notes and messages are in a person's data, and erasing or forgetting leaves nothing of them")
    func forgotten() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            var people: [Int64] = []
            for email in ["ada@example.org", "bo@example.org"] {
                let made = try await database.deskSignUp(
                    DeskAsk(day.sessions[1], email: email).changed {
                        ($0.telephone, $0.note) = ("+33612345678", "canary note")
                    })
                people.append(made.person ?? 0)
            }
            _ = try await database.send(Message(french: "canary words", english: nil))
            let data = String(decoding: try #require(try await database.data(of: people[0])).bytes, as: UTF8.self)
            for told in ["+33612345678", "canary note", "canary words"] { #expect(data.contains(told)) }

            #expect(try await database.erase(attendee: people[0]) == "erased")
            #expect(try await database.read("select attendee_id as v from app.note") == ["\(people[1])"])
            try await database.run(
                sqlScript: """
                    update app.edition set first_day = current_date - 200, last_day = current_date - 200;
                    select from api.purge(1000)
                    """)
            #expect(try await database.read("select 1 as v from app.note").isEmpty)
            #expect(try await database.read("select 1 as v from app.message").isEmpty)
            #expect(try await database.read("select 1 as v from app.attendee").isEmpty)
        }
    }

    @Test("A deleted note can be restored for an hour, then it is gone")
    func notes() async throws {
        try await Day.with(plans) { database, day in
            let made = try await database.deskSignUp(DeskAsk(day.sessions[1]).changed { $0.note = "a note" })
            func delete(restored: Bool) async throws {
                try await database.run(
                    sqlScript: """
                        select api.delete_note('command', \(made.person ?? 0), (select max(id) from app.note), \(restored))
                        """)
            }
            func deleted() async throws -> [String] {
                try await database.read("select (deleted_at is not null)::text as v from app.note")
            }
            try await delete(restored: false)
            #expect(try await deleted() == ["true"])
            try await delete(restored: true)
            #expect(try await deleted() == ["false"])
            try await delete(restored: false)
            try await database.run(sqlScript: "update app.note set deleted_at = deleted_at - interval '61 minutes'")
            try await delete(restored: true)
            #expect(try await deleted() == ["true"], "too late")
            try await database.run(sqlScript: "select api.forget_notes()")
            #expect(try await deleted().isEmpty)
        }
    }

    @Test("A new address gets the tickets and kills the old ones; one that is somebody else's is refused")
    func contact() async throws {
        try await Day.with(plans) { database, day in
            let held = try await database.signUp("mistpyed@example.org", day.sessions[1])
            _ = try await database.signUp("bo@example.org", day.sessions[1])
            func correct(to email: String) async throws {
                try await database.run(
                    sqlScript: """
                        select api.set_contact('command', (select attendee_id from app.sign_up where id = \(held.signUp ?? 0)), \
                        '\(email)', null)
                        """)
            }
            try await correct(to: "BO@example.org")
            var books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.email == "mistpyed@example.org")
            try await correct(to: "mistyped@example.org")
            books = try await Books.read(day, on: database)
            #expect(books[held.signUp]?.email == "mistyped@example.org" && books[held.signUp]?.secretVersion == 2)
            #expect(try await database.sendAll().sorted { "\($0)" < "\($1)" } == [["confirmed"], ["tickets"]])
        }
    }

    @Test("Every host is mailed the links to its own doors, once, where its address is known")
    func hosts() async throws {
        try await Day.with(plans) { database, day in
            try await database.use(day)
            func write() async throws -> [Int] { try await database.execute(WriteToHosts()) }
            #expect(try await write() == [0])
            try await database.run(
                sqlScript: "select api.set_host_contact('command', id, 'host@example.org') from app.host")
            #expect(try await write() == [1])
            #expect(try await write() == [0], "not twice")
            let letters = try await database.read(
                "select jsonb_array_length(details -> 'doors') as v from app.staff_letter")
            #expect(letters == ["2"], "two rooms")
            #expect(try await database.read("select 1 as v from app.door_link").count == 2)
        }
    }
}

extension PostgresSession {
    func find(
        _ words: [String], digits: String? = nil, signUp: Int64? = nil, actor: String = "command"
    ) async throws(PostgresError) -> [String] {
        try await execute(FindPeople(words: words, digits: digits, signUp: signUp, actor: actor))
    }
}

private struct FindPeople: PostgresStatement {
    static let sql = "select name from api.find_people($4, $1, $2, $3, false, 10, 0)"
    let words: [String]
    let digits: String?
    let signUp: Int64?
    let actor: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(words)
        parameters.append(digits)
        parameters.append(signUp)
        parameters.append(actor)
    }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct ReadWhy: PostgresStatement {
    static let sql = "select why from api.waiting_list('command', $1)"
    let session: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(session) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}

private struct WriteToHosts: PostgresStatement {
    static let sql = "select api.write_to_hosts('command', null)"

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}
