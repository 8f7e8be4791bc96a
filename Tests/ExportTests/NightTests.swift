import Foundation
import Postgres
import Presentation
import RegistrationStore
import TestSupport
import Testing

@testable import Export
@testable import Registration

@Suite("The nightly export")
struct NightTests {
    @Test("A night holds every list, its manifest tells each file's rows, bytes and SHA-256; its owner alone reads it")
    func whole() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 5]) { programme async throws in
            try await programme.signUp("Zoé", "zoe@example.org", places: 2, for: "first")
            try await programme.signUp("Ada", "ada@example.org", places: 2, for: "first")
            try await programme.signUp("李小龍", "lee@example.org", for: "second")
            let manifest = try await written(programme)
            let night = programme.folder.appending(component: manifest.night)
            let names: Set = [
                "first.csv", "first.xlsx", "second.csv", "second.xlsx", "_edition.csv", "_edition.xlsx",
            ]
            #expect(try contents(of: programme.folder) == [manifest.night])
            #expect(try contents(of: night) == names.union(["manifest.json"]))
            #expect(Set(manifest.files.map(\.name)) == names)
            #expect(manifest.rows == 3 && manifest.agrees && manifest.changes == nil)
            #expect(manifest.files.first { $0.name == "first.csv" }?.rows == 2)
            #expect(manifest.files.first { $0.name == "_edition.xlsx" }?.rows == 3)
            #expect(manifest.sessions.map(\.signUps) == [2, 1])
            #expect(manifest.sessions.map(\.waiting) == [1, 0])
            #expect(manifest.files.allSatisfy { $0.bytes == $0.storedBytes && $0.sha256 == $0.storedSHA256 })
            #expect(NightVerification(folder: night).isGood)
            #expect(try permissions(night) == 0o700)
            for name in try contents(of: night) { #expect(try permissions(night.appending(component: name)) == 0o600) }
        }
    }

    @Test("A whole night is never written again, and the next one tells what changed since")
    func changes() async throws {
        try await TestProgramme.with(sessions: ["first": 3, "second": 5]) { programme async throws in
            let kept = try await programme.signUp("Kept", "kept@example.org", for: "first")
            let gone = try await programme.signUp("Gone", "gone@example.org", for: "first")
            try await programme.signUp("Other", "other@example.org", for: "second")
            let first = try await written(programme)
            let before = try Data(contentsOf: programme.folder.appending(components: first.night, "_edition.csv"))
            guard case .alreadyThere(let night) = try await run(programme) else {
                Issue.record("it was written twice")
                return
            }
            #expect(night.description == first.night)
            #expect(try Data(contentsOf: programme.folder.appending(components: first.night, "_edition.csv")) == before)

            if case .confirmed(let held) = gone { try await programme.cancel(held.reference) }
            if case .confirmed(let held) = kept {
                try await programme.own("update app.sign_up set places = 2 where id = \(held.reference.signUp)")
            }
            try await programme.signUp("New", "new@example.org", for: "second")
            try await programme.yesterday(first.night)
            let second = try await written(programme)
            #expect(second.since != nil && second.since != first.night)
            // The first night's own entry is among them.
            #expect(second.record.entries > 0 && second.record.sha256.count == 64)
            #expect(second.changes == ExportChanges(new: 1, changed: 1, cancelled: 1))
            let changes = Dictionary(uniqueKeysWithValues: second.sessions.map { ($0.slug, $0.changes) })
            #expect(changes["first"] == ExportChanges(new: 0, changed: 1, cancelled: 1))
            #expect(changes["second"] == ExportChanges(new: 1, changed: 0, cancelled: 0))
        }
    }

    @Test("Of several that run at once one writes the night, and the others find it there")
    func atOnce() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask { if case .written = try await run(programme) { true } else { false } }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(outcomes.filter(\.self).count == 1)
            #expect(try contents(of: programme.folder).count == 1)
        }
    }

    @Test(
        "The folder's date is the one in the edition's time zone",
        arguments: ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
    func localDate(zone: String) async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            try await programme.own("update app.edition set time_zone = '\(zone)'")
            let timeZone = try #require(TimeZone(identifier: zone))
            let before = CalendarDay(Date.now, in: timeZone)
            let manifest = try await written(programme)
            #expect([before, CalendarDay(Date.now, in: timeZone)].map(\.description).contains(manifest.night))
        }
    }

    @Test("What a killed run left is removed by the next, and noted as interrupted; other people's files stay")
    func leftovers() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            for name in [".2026-01-02.partial", ".2026-01-03.removed", "2026-01-01", "notes"] {
                let folder = programme.folder.appending(component: name)
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
                try Data("x".utf8).write(to: folder.appending(component: "first.csv"))
            }
            _ = try await programme.withExports { try await $0.beginNight(formats: "csv", columns: "name") }
            let manifest = try await written(programme)
            #expect(try contents(of: programme.folder) == [manifest.night, "2026-01-01", "notes"])
            let runs = try await programme.withExports { try await $0.runs(atMost: 9) }
            #expect(runs.map(\.state).first == .done)
            guard case .failed(let reason)? = runs.last?.state else {
                Issue.record("it is not noted")
                return
            }
            #expect(reason.contains("interrupted"))
        }
    }

    @Test("A night that can't be written leaves the earlier ones as they were, and is noted with the reason")
    func refused() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            let plan = NightlyExport.Plan(nights: Nights(root: programme.folder), recipients: nil, allowsPlain: false)
            await #expect(throws: ExportError.self) {
                _ = try await NightlyExport(
                    programme.serviceConfiguration, plan, logger: TestDatabase.quietLogger
                ).run()
            }
            let today = CalendarDay(Date.now, in: TimeZone(identifier: "Europe/Paris") ?? .gmt)
            let taken = programme.folder.appending(component: today.description)
            try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
            try Data("mine".utf8).write(to: taken.appending(component: "mine"))
            await #expect(throws: ExportError.self) { _ = try await run(programme) }
            #expect(try contents(of: programme.folder) == [today.description])
            #expect(try contents(of: taken) == ["mine"])
            let runs = try await programme.withExports { try await $0.runs(atMost: 9) }
            #expect(runs.count == 2)
            for run in runs { if case .failed = run.state {} else { Issue.record("\(run.state)") } }
            let status = try #require(try await programme.withExports { try await $0.status() })
            #expect(status.lastGoodAt == nil && status.failure != nil && !status.isLate)
        }
    }

    @Test("The last good night is late after 26 hours, and so is none at all after as long")
    func late() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            func isLate() async throws -> Bool? {
                try await programme.withExports(role: "socialday_web") { try await $0.status()?.isLate }
            }
            #expect(try await isLate() == false)
            try await programme.own("update app.edition set created_at = now() - interval '27 hours'")
            #expect(try await isLate() == true)
            _ = try await written(programme)
            #expect(try await isLate() == false)
            try await programme.own("update app.export_run set snapshot_at = now() - interval '25 hours'")
            #expect(try await isLate() == false)
            try await programme.own("update app.export_run set snapshot_at = now() - interval '27 hours'")
            #expect(try await isLate() == true)
        }
    }

    @Test("Where the database counts more than a list has, the night fails")
    func incomplete() async throws {
        try await TestProgramme.with(sessions: ["first": 3]) { programme async throws in
            try await programme.signUp("Ada", "ada@example.org", for: "first")
            // A sign-up without an attendee is counted and can't be listed.
            try await programme.own("delete from app.attendee")
            let error = await #expect(throws: ExportError.self) { _ = try await run(programme) }
            #expect(error?.description.contains("1") == true)
            #expect(try contents(of: programme.folder).isEmpty)
        }
    }

    private func run(_ programme: TestProgramme) async throws -> NightlyExport.Outcome {
        let plan = NightlyExport.Plan(nights: Nights(root: programme.folder), recipients: nil, allowsPlain: true)
        return try await NightlyExport(programme.serviceConfiguration, plan, logger: TestDatabase.quietLogger).run()
    }

    private func written(_ programme: TestProgramme) async throws -> Manifest {
        guard case .written(let manifest) = try await run(programme) else { throw NotWritten() }
        return manifest
    }

    private struct NotWritten: Error {}

    private func permissions(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }
}

extension TestProgramme {
    /// Runs a statement as the owner of the tables.
    func own(_ sql: String) async throws {
        try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) {
            try await $0.run(sqlScript: sql)
        }
    }

    /// Makes last night of a night that was just written.
    func yesterday(_ night: String) async throws {
        let day = try #require(CalendarDay(night))
        let before = try #require(Nights(root: folder).all.first { $0 == day })
        try FileManager.default.removeItem(at: Nights(root: folder).folder(of: before))
        try await own(
            """
            update app.export_run set snapshot_at = snapshot_at - interval '1 day', night = night - 1
            where night is not null
            """)
    }
}
