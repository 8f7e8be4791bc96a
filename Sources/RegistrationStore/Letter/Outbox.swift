internal import Foundation
public import Postgres
public import Registration

/// What became of a letter that could not be sent.
public enum LetterFate: String, Sendable {
    case retried
    case givenUp = "given_up"
    /// Sent, dropped or deleted meanwhile.
    case gone
}

/// The letters that wait in the database to be sent. Any number of instances may share the work.
public struct Outbox: Sendable {
    private let client: PostgresClient
    private let programme: ProgrammeCache

    public init(client: PostgresClient, programme: ProgrammeCache) {
        self.client = client
        self.programme = programme
    }

    /// Takes letters that are due; until the lease ends they are nobody else's.
    public func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Letter.ID] {
        try await client.execute(ClaimLettersStatement<AttendeeLetters>(most: most, lease: lease))
    }

    /// What a letter has to tell now; `nil` where nothing of it is so any more.
    ///
    /// - Throws: `PostgresError`; or what is wrong with what the database says, and then trying again is no use.
    public func letter(_ id: Letter.ID) async throws -> Letter? {
        guard let json = try await client.execute(LetterStatement<AttendeeLetters>(id: id)).first ?? nil else {
            return nil
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try json.decode(LetterJSON.self, with: decoder).letter(try await programme.current(), at: Date())
    }

    public func recordSent(_ id: Letter.ID) async throws(PostgresError) {
        _ = try await client.execute(LetterSentStatement(id: id))
    }

    /// Nothing that it would tell is so any more.
    public func recordDropped(_ id: Letter.ID) async throws(PostgresError) {
        _ = try await client.execute(LetterDroppedStatement(id: id))
    }

    /// - Parameter reason: for the operator, without an address in it.
    public func recordFailed(
        _ id: Letter.ID, reason: String, isForGood: Bool
    ) async throws(PostgresError) -> LetterFate {
        try await client.execute(LetterFailedStatement<AttendeeLetters>(id: id, reason: reason, isForGood: isForGood))
            .first ?? .gone
    }

    /// Gives back what was claimed and not tried.
    public func release(_ ids: [Letter.ID]) async throws(PostgresError) {
        _ = try await client.execute(ReleaseLettersStatement(ids: ids))
    }
}
