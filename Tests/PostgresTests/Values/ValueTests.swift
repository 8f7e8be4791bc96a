import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Values, to a real server and back")
struct ValueTests {
    private func expectSame<Value: PostgresEncodable & PostgresDecodable & Equatable>(
        _ values: [Value], _ location: SourceLocation = #_sourceLocation
    ) async throws {
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                for value in values {
                    let rows = try await session.execute(Echo(value))
                    #expect(rows == [value], sourceLocation: location)
                }
            }
        }
    }

    @Test("Integers of every width, to their ends")
    func integers() async throws {
        try await expectSame([Int.min, -1, 0, 1, Int.max])
        try await expectSame([Int64.min, 0, Int64.max])
        try await expectSame([Int32.min, -1, Int32.max])
        try await expectSame([Int16.min, -1, Int16.max])
    }

    @Test("Floating point, infinities included")
    func floats() async throws {
        try await expectSame([0.1, -1.5e300, .infinity, -.infinity, .leastNonzeroMagnitude])
        try await expectSame([Float(0.1), .infinity])
    }

    @Test("Truth")
    func bools() async throws {
        try await expectSame([true, false])
    }

    @Test("Text: empty, accents, emoji, right to left, quotes")
    func texts() async throws {
        try await expectSame([
            "", "é", "👩‍👩‍👧", "שלום", "Robert'); DROP TABLE", "\u{1}\n\t\\", String(repeating: "ab", count: 100_000),
        ])
    }

    @Test("UUIDs")
    func uuids() async throws {
        try await expectSame([UUID(), UUID()])
    }

    @Test("Bytes, of every value")
    func bytes() async throws {
        try await expectSame([[], [UInt8](0...255)])
        try await expectSame([[[1, 2], [], [UInt8](0...255)]])
        try await expectSame([[[1], nil] as [[UInt8]?]])
    }

    @Test("Instants to the microsecond, also before 2000, and the infinities")
    func instants() async throws {
        let dates = [0, 1.5, -1_000_000_000.25, 795_000_000.123_456].map { Date(timeIntervalSinceReferenceDate: $0) }
        try await expectSame(dates + [.distantPast, .distantFuture])
    }

    @Test("Days, also before 2000 and leap days")
    func days() async throws {
        let days = ["2026-12-05", "2000-02-29", "1999-12-31", "0001-01-01", "1900-03-01"]
        try await expectSame(days.compactMap { PostgresDate($0) })
    }

    @Test("JSON of both kinds, by its text")
    func json() async throws {
        struct Both: PostgresStatement {
            static let sql = "select $1, $1::json, $1->>'a'"
            func bind(_ parameters: inout PostgresParameters) {
                parameters.append(PostgresJSON(bytes: Array(#"{"a": "é"}"#.utf8)))
            }
            static func decode(_ row: inout PostgresRow) throws -> [String] {
                let both: [PostgresJSON] = [try row.decode(), try row.decode()]
                return try both.map { try $0.decode([String: String].self)["a"] ?? "" } + [try row.decode()]
            }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session async throws in
                #expect(try await session.execute(Both()) == [["é", "é", "é"]])
            }
        }
    }

    @Test("Null of every type, and arrays: empty, full, with nulls, null themselves")
    func nullsAndArrays() async throws {
        try await expectSame([nil, 1] as [Int?])
        try await expectSame([nil, "", "a"] as [String?])
        try await expectSame([nil, []] as [[UInt8]?])
        try await expectSame([[], [1, 2, 3], Array(0..<1000)] as [[Int]])
        try await expectSame([[nil, 1, nil], [nil]] as [[Int?]])
        try await expectSame([["a", nil, ""]] as [[String?]])
        try await expectSame([nil, [1]] as [[Int32]?])
        try await expectSame([[1, 2]] as [[Int16]])
        try await expectSame([[true, nil]] as [[Bool?]])
        try await expectSame([[1.5, nil]] as [[Double?]])
        try await expectSame([[1.5]] as [[Float]])
        try await expectSame([[UUID(), nil]] as [[UUID?]])
        try await expectSame([[Date(timeIntervalSinceReferenceDate: 1), nil]] as [[Date?]])
        try await expectSame([[PostgresDate("2026-12-05"), nil]])
        try await expectSame([[PostgresJSON(bytes: Array("1".utf8)), nil]] as [[PostgresJSON?]])
    }

    @Test("Enumerations travel as their raw value")
    func rawValues() async throws {
        enum Route: String, PostgresValue { case form, api }
        try await expectSame([Route.form, .api])
        try await expectSame([[Route.form, .api]])
        try await expectSame([[Route.form, nil]])
    }

    @Test("Texts of the database's own types are read as text, and narrower integers as wider ones")
    func otherTypes() async throws {
        struct Mixed: PostgresStatement {
            static let sql = "select 'sad'::mood, 7::smallint, 7::integer, 'x'::varchar, 'y'::name, 1.5::real"
            static func decode(_ row: inout PostgresRow) throws -> [String] {
                [
                    try row.decode(String.self), "\(try row.decode(Int.self))", "\(try row.decode(Int64.self))",
                    try row.decode(), try row.decode(), "\(try row.decode(Double.self))",
                ]
            }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                try await session.run(sqlScript: "create type mood as enum ('sad')")
                #expect(try await session.execute(Mixed()) == [["sad", "7", "7", "x", "y", "1.5"]])
            }
        }
    }

    @Test(
        "A row of another shape is an error that names the column and holds no value",
        arguments: [
            "select 'secret'::text", "select null::bigint", "select", "select 3000000000::numeric",
            "select '{1}'::bigint[]",
        ])
    func wrongShapes(sql: String) async throws {
        struct AsInteger: PostgresStatement {
            static let sql = "select * from shape"
            static func decode(_ row: inout PostgresRow) throws -> Int32 { try row.decode() }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                try await session.run(sqlScript: "create view shape as \(sql)")
                let error = try await postgresError { try await session.execute(AsInteger()) }
                #expect(error?.code == .decoding)
                #expect(error.map { "\($0)" + String(reflecting: $0) }?.contains("secret") == false)
            }
        }
    }

    @Test("An integer too big for the type asked for is an error, not a wrong number")
    func narrowing() async throws {
        struct Narrow: PostgresStatement {
            static let sql = "select 3000000000::bigint"
            static func decode(_ row: inout PostgresRow) throws -> Int32 { try row.decode() }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session async throws in
                #expect(try await postgresError { try await session.execute(Narrow()) }?.code == .decoding)
            }
        }
    }

    @Test(
        "A quoted name stays one name, whatever stands behind its quotes",
        arguments: ["", "it's", #"a"b"#, "\"\u{301} as b, 1 as c", "\\"])
    func quoting(text: String) async throws {
        struct Names: PostgresStatement {
            static let sql = "select attname from pg_attribute where attrelid = 'quoted'::regclass and attnum > 0"
            static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                let name = PostgresQuoting.identifier("x" + text)
                try await session.run(sqlScript: "create table quoted as select 1 as \(name)")
                #expect(try await session.execute(Names()) == ["x" + text])
            }
        }
    }

    @Test("Calendar days agree with the server's, over eight centuries")
    func calendar() async throws {
        struct Days: PostgresStatement {
            // The first and last days of all months, and every seventh day: all of them take a minute of a slow machine.
            static let sql = """
                select d::date, d::date::text from generate_series('1600-01-01', '2400-12-31', interval '1 day') d
                where extract(day from d) in (1, 28, 29, 30, 31) or extract(isodow from d) = 1
                """
            static func decode(_ row: inout PostgresRow) throws -> Bool {
                let (day, text): (PostgresDate, String) = (try row.decode(), try row.decode())
                return day.description == text && PostgresDate(text) == day
            }
        }
        try await TestDatabase.withEmpty { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                let agreements = try await session.execute(Days())
                #expect(agreements.count > 75_000 && agreements.allSatisfy { $0 })
            }
        }
    }

    @Test(
        "There is no 30 February, no month 13, and no other way to write a day",
        arguments: [
            "2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "26-1-1", "2026-12-5", "2026-12-05 ", "",
            "+026-12-05",
        ])
    func noSuchDay(text: String) {
        #expect(PostgresDate(text) == nil)
    }
}
