public import Postgres

/// Letters that wait in the database to be sent: to attendees (`Outbox`), or to staff and hosts (`StaffOutbox`).
public protocol LetterQueue: Sendable {
    /// Takes letters that are due; until the lease ends they are nobody else's.
    func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Int64]

    /// Notes what became of one that was taken.
    func end(_ id: Int64, _ outcome: LetterEnd) async throws(PostgresError)

    /// Notes that one could not be sent: it is tried again, or given up.
    ///
    /// - Parameter reason: for the operator, without an address in it.
    func recordFailed(_ id: Int64, reason: String, isForGood: Bool) async throws(PostgresError) -> LetterFate
}

/// What became of a letter that was taken to be sent.
public enum LetterEnd: String, Sendable {
    case sent
    /// Nothing that it would tell is so any more.
    case dropped
    /// It was not tried.
    case released
}

/// What became of a letter that could not be sent.
public enum LetterFate: String, Sendable {
    case retried
    case givenUp = "given_up"
    /// Sent, dropped or deleted meanwhile.
    case gone
}

struct BookQueue<Book: LetterBook>: LetterQueue {
    let client: PostgresClient

    func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Int64] {
        try await client.execute(ClaimLettersStatement<Book>(most: most, lease: lease))
    }

    func end(_ id: Int64, _ outcome: LetterEnd) async throws(PostgresError) {
        _ = try await client.execute(EndLetterStatement<Book>(id: id, outcome: outcome))
    }

    func recordFailed(_ id: Int64, reason: String, isForGood: Bool) async throws(PostgresError) -> LetterFate {
        try await client.execute(LetterFailedStatement<Book>(id: id, reason: reason, isForGood: isForGood)).first
            ?? .gone
    }
}
