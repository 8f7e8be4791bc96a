import Foundation
import Postgres
import TestSupport
import Testing

@Suite("I7: a scan counts once, however many come at once")
struct DoorRaceTests {
    @Test("Two doors show one ticket at the same moment: one lets it in")
    func intact() async throws {
        let (outcomes, violations) = try await race(breaking: [])
        #expect(outcomes == ["checked_in", "already_in"] && violations.isEmpty)
    }

    @Test("Without the lock both let it in, and the check says so")
    func unlocked() async throws {
        let (outcomes, violations) = try await race(breaking: [("order by t.session_id for update", "limit 0")])
        #expect(outcomes == ["checked_in", "checked_in"])
        #expect(violations.contains { $0.hasPrefix("I7") })
    }

    @Test("One scan that two of a device's connections send at once counts once")
    func sameKey() async throws {
        try await withDatabase { configuration, database in
            let day = try await Day.make([SessionPlan(capacity: 4)], on: database)
            let held = try await database.signUp("ada@example.org", day.sessions[0], places: 4).signUp
            let scan = Scan(held, at: day.sessions[0], people: 1)
            let answers = try await Race(configuration: configuration).run(
                { try await $0.scan(scan) }, { try await $0.scan(scan) })
            #expect(answers.0.outcome == answers.1?.outcome && answers.0.inside == 1 && answers.1?.inside == 1)
            let books = try await DoorBooks.read(on: database)
            #expect(books.facts.count == 1 && books.violations().isEmpty)
        }
    }

    @Test(
        "Whatever doors record, late, twice, in any order and at once, while places are let go of and come back, the sums are what the facts come to",
        arguments: 1...4)
    func walk(seed: UInt64) async throws {
        try await withDatabase { configuration, database in
            let plans = [SessionPlan(capacity: 8), SessionPlan(slot: SessionPlan.noon, capacity: 3)]
            let day = try await Day.make(plans, on: database)
            var numbers = SeededNumbers(seed: seed)
            var signUps: [Int64] = []
            for person in 1...12 {
                let answer = try await database.signUp(
                    "somebody\(person)@example.org", numbers.one(of: day.sessions), places: 1 + numbers.below(3))
                if let signUp = answer.signUp { signUps.append(signUp) }
            }
            let scripts = (0..<3).map { _ in DoorScript(signUps: signUps, sessions: day.sessions, random: &numbers) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for script in scripts { group.addTask { try await script.run(configuration) } }
                try await group.waitForAll()
            }
            let books = try await DoorBooks.read(on: database)
            #expect(books.facts.count > 50)
            #expect(books.violations() == [])
        }
    }

    /// What two doors that show one ticket at once are told, and what is wrong afterwards.
    private func race(breaking pieces: [(String, String)]) async throws -> ([String?], [String]) {
        try await withDatabase { configuration, database in
            let day = try await Day.make([SessionPlan()], on: database)
            let held = try await database.signUp("ada@example.org", day.sessions[0]).signUp
            for (piece, other) in pieces { try await database.sabotage("api.check_in", replacing: piece, by: other) }
            let session = day.sessions[0]
            let answers = try await Race(configuration: configuration).run(
                { try await $0.outcome(Scan(held, at: session)) }, { try await $0.outcome(Scan(held, at: session)) })
            return ([answers.0, answers.1], try await DoorBooks.read(on: database).violations())
        }
    }

    private func withDatabase<Value>(
        isolation: isolated (any Actor)? = #isolation,
        _ body: (PostgresConfiguration, PostgresSession) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                try await body(configuration, database)
            }
        }
    }
}

/// What one device does in a day.
private struct DoorScript: Sendable {
    private let batches: [[Scan]]
    /// By the number of the batch that it comes before.
    private let changes: [Int: Change]

    private enum Change: Sendable {
        case cancel(Int64)
        case capacity(Int64, Int)
    }

    init(signUps: [Int64], sessions: [Int64], random: inout SeededNumbers) {
        var made: [Scan] = []
        for _ in 0..<60 {
            let ticket = random.chance(75) ? random.one(of: signUps) : nil
            var scan = Scan(ticket, at: random.one(of: sessions), people: random.chance(50) ? 1 : nil)
            if random.chance(30) { scan.direction = "out" }
            if ticket == nil || random.chance(10) { scan.isWalkIn = true }
            if random.chance(50) { scan = scan.offline(minutesAgo: Double(random.below(300)) / 10) }
            if random.chance(10), let earlier = made.last { scan = .undo(earlier) }
            made.append(scan)
            // Sent twice.
            if random.chance(20) { made.append(scan) }
        }
        var batches: [[Scan]] = []
        while !made.isEmpty {
            let size = min(made.count, 1 + random.below(7))
            batches.append(Array(made.prefix(size)))
            made.removeFirst(size)
        }
        self.batches = batches
        var changes: [Int: Change] = [:]
        for place in batches.indices where random.chance(30) {
            changes[place] =
                random.chance(50)
                ? .cancel(random.one(of: signUps)) : .capacity(random.one(of: sessions), 1 + random.below(9))
        }
        self.changes = changes
    }

    func run(_ configuration: PostgresConfiguration) async throws {
        try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
            for (place, batch) in batches.enumerated() {
                switch changes[place] {
                case .cancel(let signUp): _ = try await database.cancelTicket(signUp)
                case .capacity(let session, let capacity):
                    try await database.setCapacity(of: session, to: capacity, movingLatest: true)
                case nil: break
                }
                _ = try await database.scan(batch)
            }
        }
    }
}
