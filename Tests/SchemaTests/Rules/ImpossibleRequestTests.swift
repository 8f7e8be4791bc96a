import Postgres
import Testing

/// The service refuses such requests before they get here; the database does not rely on it.
@Suite("Requests that break a constraint")
struct ImpossibleRequestTests {
    enum Fault: String, CaseIterable {
        case places = "sign_up_places"
        case name = "sign_up_name"
        case needs = "sign_up_needs"
        case needsNote = "sign_up_needs_note"
        case language = "sign_up_language"
        case route = "sign_up_route"
        case key = "request_key_length"

        func spoil(_ ask: inout Ask) {
            switch self {
            case .places: ask.places = 7
            case .name: ask.name = ""
            case .needs: ask.needs = "a horse"
            case .needsNote: ask.needsNote = String(repeating: "x", count: 1001)
            case .language: ask.language = "de"
            case .route: ask.route = "pigeon"
            case .key: ask.key = "short"
            }
        }
    }

    @Test("One impossible request makes its whole batch fail, and nothing of it is done", arguments: Fault.allCases)
    func nothingDone(fault: Fault) async throws {
        try await Day.with([SessionPlan(capacity: 10)]) { database, day in
            let good = Ask("ada@example.org", day.sessions[0])
            let bad = Ask("bo@example.org", day.sessions[0]).changed(fault.spoil)
            let error = await #expect(throws: PostgresError.self) { _ = try await database.signUp([good, bad]) }
            #expect(error?.sqlState == "23514")
            #expect(error?.constraint == fault.rawValue)

            let books = try await Books.read(day, on: database)
            #expect(books.signUps.isEmpty && books.letters.isEmpty && books.keys.isEmpty)
            #expect(books.sessions[0].tally == .init(capacity: 10, confirmed: 0, waiting: 0, next: 1))
            #expect(try await database.execute(CountAttendees()) == [0])
            #expect(try await database.signUp(good).outcome == "confirmed", "by itself, as the service then tries")
        }
    }

    @Test("A group of nobody is impossible")
    func nobody() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            let error = await #expect(throws: PostgresError.self) {
                _ = try await database.signUp("ada@example.org", day.sessions[0], places: 0)
            }
            #expect(error?.constraint == "sign_up_places")
        }
    }

    @Test("A request without an address, and arrays of different lengths, are refused")
    func malformed() async throws {
        try await Day.with([SessionPlan()]) { database, day in
            func call(emails: String, places: String) -> String {
                """
                select * from api.sign_up(array[\(day.sessions[0])::bigint], array[gen_random_uuid()], array['form'],
                    array['a-request-key'], array['x'::bytea], \(emails), array['Ada'], \(places), array['fr'],
                    array[null], array[null])
                """
            }
            let withoutAddress = call(emails: "array[null]::text[]", places: "array[1]")
            let differentLengths = call(emails: "array['ada@example.org']", places: "array[1, 1]")
            for (sql, state) in [(withoutAddress, "22004"), (differentLengths, "22023")] {
                let error = await #expect(throws: PostgresError.self) { try await database.run(sqlScript: sql) }
                #expect(error?.sqlState == state)
            }
            let books = try await Books.read(day, on: database)
            #expect(books.signUps.isEmpty)
        }
    }
}

struct CountAttendees: PostgresStatement {
    static let sql = "select count(*) from app.attendee"

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}
