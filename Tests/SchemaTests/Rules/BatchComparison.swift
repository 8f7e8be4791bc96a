import Postgres
import TestSupport

/// Random batches, sent whole to one database and one request at a time to another.
struct BatchComparison {
    let seed: UInt64

    /// A few batches, with cancellations between them; what first came out differently.
    func difference(in pair: DatabasePair) async throws -> String? {
        var random = SeededNumbers(seed: seed)
        var requests = RequestMaker(random: &random)
        let batched = try await Side.make(requests.plans, on: pair.batched)
        let single = try await Side.make(requests.plans, on: pair.single)
        for round in 1...3 {
            let count = 1 + random.below(40)
            let requests = (0..<count).map { _ in requests.next(random: &random) }
            let together = try await pair.batched.signUp(requests.map(batched.ask))
            var apart: [Answer] = []
            for request in requests { apart.append(try await pair.single.signUp(single.ask(request))) }

            let books = (try await batched.books(pair.batched), try await single.books(pair.single))
            for (index, request) in requests.enumerated() {
                let answers = (books.0.line(together[index]), books.1.line(apart[index]))
                if answers.0 != answers.1 {
                    return "round \(round), \(index): \(request) was answered \(answers.0), alone \(answers.1)"
                }
            }
            let lines = (books.0.lines, books.1.lines)
            if lines.0 != lines.1 {
                return "round \(round): \(lines.0.subtracting(lines.1)), one at a time \(lines.1.subtracting(lines.0))"
            }
            let index = random.below(books.0.signUpCount + 1)
            try await batched.cancel(index, books.0, on: pair.batched)
            try await single.cancel(index, books.1, on: pair.single)
        }
        return nil
    }
}

/// Two databases.
struct DatabasePair {
    let batched: PostgresSession
    let single: PostgresSession

    static func with(_ body: (DatabasePair) async throws -> Void) async throws {
        try await TestDatabase.withSchema { first in
            try await TestDatabase.withSchema { second in
                try await PostgresSession.with(first, logger: TestDatabase.quietLogger) { batched in
                    try await PostgresSession.with(second, logger: TestDatabase.quietLogger) { single in
                        try await body(DatabasePair(batched: batched, single: single))
                    }
                }
            }
        }
    }
}

/// Two editions in one of the databases, so that a batch spans both.
private struct Side {
    let days: (Day, Day)

    static func make(_ plans: [SessionPlan], on database: PostgresSession) async throws -> Side {
        Side(
            days: (
                try await Day.make(plans, on: database), try await Day.make(Array(plans.prefix(1)), on: database)
            ))
    }

    /// The last one is a session that is not there.
    private var sessions: [Int64] { days.0.sessions + days.1.sessions + [-1] }

    func ask(_ request: RequestMaker.Request) -> Ask {
        request.ask.changed { $0.session = sessions[request.session] }
    }

    func books(_ database: PostgresSession) async throws -> ComparableBooks {
        ComparableBooks(
            try await Books.read(days.0, days.1, on: database), sessions: sessions)
    }

    func cancel(_ index: Int, _ books: ComparableBooks, on database: PostgresSession) async throws {
        guard let signUp = books.signUp(index) else { return }
        try await database.cancel(signUp.id, by: signUp.caller)
    }
}
