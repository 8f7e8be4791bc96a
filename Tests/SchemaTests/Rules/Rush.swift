import Postgres
import TestSupport

/// Many connections that sign up, cancel, correct and change capacities all at once, for a small session and some that
/// overlap it. What a rush does differs each time; what must hold after it doesn't.
struct Rush: Sendable {
    let configuration: PostgresConfiguration
    let day: Day
    var workers = 8
    /// By each worker: counted, not timed, so that a busy machine makes no smaller rush of it.
    var batches = 40

    static let plans = [
        SessionPlan(capacity: 5), SessionPlan(slot: SessionPlan.lateMorning, capacity: 20),
        SessionPlan(slot: SessionPlan.noon, capacity: 10), SessionPlan(capacity: 10, waitingList: false),
    ]

    func run() async throws -> [Exchange] {
        try await withThrowingTaskGroup(of: [Exchange].self) { group in
            for worker in 1...workers {
                group.addTask {
                    try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { database in
                        try await work(SeededNumbers(seed: UInt64(worker)), on: database)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func work(_ seeded: SeededNumbers, on database: PostgresSession) async throws -> [Exchange] {
        var random = seeded
        var exchanges: [Exchange] = []
        for batch in 0..<batches {
            let asks = (0..<1 + random.below(20)).map { _ in ask(batch * 20 + random.below(40)) }
            let answers = try await database.signUp(asks)
            exchanges += zip(asks, answers).map(Exchange.init)
            let told = exchanges.suffix(200).compactMap(\.answer.signUp)
            for _ in 0..<random.below(6) where !told.isEmpty {
                try await database.cancel(random.one(of: told))
            }
            if random.chance(20), !told.isEmpty {
                try await database.correctEmail(of: random.one(of: told), to: address(&random))
            }
            if random.chance(10) {
                let session = random.one(of: day.sessions)
                try await database.setCapacity(of: session, to: 3 + random.below(18), movingLatest: random.chance(50))
            }
        }
        return exchanges
    }

    /// The same request for the same number, so that workers who come by it send it at the same time.
    private func ask(_ number: Int) -> Ask {
        var random = SeededNumbers(seed: UInt64(number) + 1_000_000)
        return Ask(
            address(&random), random.one(of: day.sessions), places: random.chance(70) ? 1 : 1 + random.below(4)
        ).changed { $0.key = "request-\(number)" }
    }

    private func address(_ random: inout SeededNumbers) -> String { "somebody\(random.below(60))@example.org" }
}
