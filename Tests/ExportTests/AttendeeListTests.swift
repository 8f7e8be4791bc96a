import Foundation
import Postgres
import Presentation
import RegistrationStore
import TestSupport
import Testing

@testable import Export
@testable import Registration

@Suite("Attendee lists")
struct AttendeeListTests {
    @Test("Each session has its list and the edition has one of all, with everyone who holds a place or waits, once")
    func complete() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 10, "third": 5]) { programme async throws in
            try await programme.signUp("Zoé, dite \"Z\"", "zoe@example.org", places: 2, for: "first")
            try await programme.signUp("=HYPERLINK(A1)", "formula@example.org", for: "first")
            try await programme.signUp("Émile", "emile@example.org", places: 2, for: "first")
            let gone = try await programme.signUp("Gone", "gone@example.org", for: "second")
            if case .confirmed(let held) = gone { try await programme.cancel(held.reference) }
            try await programme.signUp("李小龍", "lee@example.org", for: "second")

            let report = try await write(programme)
            #expect(report.files == 4 && report.rows == 4)
            let names = try contents(of: programme.folder)
            #expect(names == ["first.csv", "second.csv", "third.csv", "_edition.csv"])

            let first = try rows("first", in: programme.folder)
            #expect(first.map { $0["name"] } == ["'=HYPERLINK(A1)", "Zoé, dite \"Z\"", "Émile"])
            #expect(first.map { $0["status"] } == ["confirmed", "confirmed", "waiting"])
            #expect(first.map { $0["position"] } == ["", "", "1"])
            #expect(first.map { $0["places"] } == ["1", "2", "2"])
            #expect(try rows("second", in: programme.folder).map { $0["name"] } == ["李小龍"])
            #expect(try rows("third", in: programme.folder).isEmpty)
            let all = try ["first", "second", "third"].flatMap { try rows($0, in: programme.folder) }
            #expect(try rows("_edition", in: programme.folder) == all)
        }
    }

    @Test("A row tells of its session, its reference and its moment, in the edition's time")
    func row() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            guard case .confirmed(let held) = try await programme.signUp("Zoé", "zoe@example.org", for: "first") else {
                Issue.record("there was a place")
                return
            }
            _ = try await write(programme)
            let row = try #require(try rows("first", in: programme.folder).first)
            #expect(row["session"] == "first" && row["title"] == "Séance" && row["room"] == "Room 0")
            #expect(row["venue"] == "Salle \"A\", Paris")
            #expect(row["reference"] == held.reference.description)
            #expect(row["email"] == "zoe@example.org" && row["language"] == "fr")
            let zone = try #require(TimeZone(identifier: "Europe/Paris"))
            let start = try LocalTime.parse("\(TestProgramme.day)T\(TestProgramme.startsAt)", in: zone)
            let offset = zone.secondsFromGMT(for: start) / 3600
            #expect(row["starts_at"] == "\(TestProgramme.day)T10:00:00+0\(offset):00")
            let signedUp = try LocalTime.parse(try #require(row["signed_up_at"]), in: .gmt)
            #expect(abs(signedUp.timeIntervalSinceNow) < 60)
        }
    }

    @Test("All lists show one moment, whatever is committed while they are written")
    func oneSnapshot() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 3]) { programme async throws in
            try await programme.signUp("Before", "one@example.org", for: "first")
            try await programme.signUp("Before", "two@example.org", for: "second")
            try await PostgresSession.with(programme.configuration, logger: TestDatabase.quietLogger) {
                other async throws in
                let lists = try await other.transaction {
                    try await other.run(sqlScript: "lock table app.sign_up in access exclusive mode")
                    let lists = Task { try await write(programme) }
                    #expect(try await eventually { try await other.execute(Blocked()) == [1] })
                    try await other.run(sqlScript: "update app.sign_up set name = 'After'")
                    return lists
                }
                #expect(try await lists.value.rows == 2)
            }
            let all = try rows("_edition", in: programme.folder)
            #expect(all.map { $0["name"] } == ["Before", "Before"])
            #expect(try ["first", "second"].flatMap { try rows($0, in: programme.folder) } == all)
        }
    }

    @Test("One session's list is written alone, and an unknown session's not at all")
    func oneSession() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 3]) { programme async throws in
            try await programme.signUp("Zoé", "zoe@example.org", for: "first")
            #expect(try await write(programme, session: "first").rows == 1)
            #expect(try contents(of: programme.folder) == ["first.csv"])
            do {
                _ = try await write(programme, session: "elsewhere")
                Issue.record("there is no such session")
            } catch let error as ExportRefusal {
                #expect(error.description.contains("'elsewhere'"))
            }
            #expect(try contents(of: programme.folder) == ["first.csv"])
        }
    }

    @Test("Where one list can't be written, no half of it is left and the earlier ones stay")
    func stopped() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 3]) { programme async throws in
            _ = try await write(programme)
            try await programme.signUp("Zoé", "zoe@example.org", for: "first")
            let second = programme.folder.appending(component: "second.csv")
            try FileManager.default.removeItem(at: second)
            try FileManager.default.createDirectory(at: second, withIntermediateDirectories: false)
            await #expect(throws: ExportError.self) { try await write(programme) }
            #expect(try contents(of: programme.folder) == ["first.csv", "second.csv", "_edition.csv"])
            #expect(try rows("_edition", in: programme.folder).isEmpty)
        }
    }

    @Test("Who names no columns gets what a host needs at the door: no way to reach anybody, nothing of needs")
    func atTheDoor() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            try await programme.signUp("Zoé", "zoe@example.org", for: "first")
            _ = try await programme.withExports { database async throws in
                try await AttendeeLists(database: database, folder: programme.folder).write(actor: "command")
            }
            let row = try #require(try rows("_edition", in: programme.folder).first)
            #expect(
                Set(row.keys) == [
                    "session", "title", "starts_at", "venue", "room", "reference", "name", "places", "status",
                    "position",
                ])
        }
    }

    private func write(_ programme: TestProgramme, session: String? = nil) async throws -> AttendeeLists.Report {
        try await programme.withExports { database async throws in
            try await AttendeeLists(
                database: database, folder: programme.folder, layout: ListLayout(columns: ExportColumn.everyday)
            ).write(session.map { .sessions([$0]) } ?? .edition, actor: "command")
        }
    }

    /// A list's rows, by the names of their columns.
    private func rows(_ name: String, in folder: URL) throws -> [[String: String]] {
        var reader = try CSVReader(Array(try Data(contentsOf: folder.appending(component: "\(name).csv"))))
        let header = try #require(try reader.next()).fields
        var rows: [[String: String]] = []
        while let record = try reader.next() {
            #expect(record.fields.count == header.count)
            rows.append(Dictionary(uniqueKeysWithValues: zip(header, record.fields)))
        }
        return rows
    }
}

/// How many wait for a lock in this database.
private struct Blocked: PostgresStatement {
    static let sql = """
        select count(*) from pg_locks l join pg_database d on d.oid = l.database
        where not l.granted and d.datname = current_database()
        """

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}
