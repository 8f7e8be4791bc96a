internal import Foundation
public import Postgres
public import Registration

/// The letters to staff and hosts that wait in the database to be sent, beside the attendees' (`Outbox`).
public struct StaffOutbox: Sendable {
    private let client: PostgresClient

    public init(client: PostgresClient) { self.client = client }

    /// Takes letters that are due; until the lease ends they are nobody else's.
    public func claim(most: Int, lease: Duration) async throws(PostgresError) -> [StaffLetter.ID] {
        try await client.execute(ClaimLettersStatement<StaffLetters>(most: most, lease: lease))
    }

    /// What a letter has to tell now; `nil` where it is of no use any more.
    ///
    /// - Throws: `PostgresError`; or what is wrong with what the database says, and then trying again is no use.
    public func letter(_ id: StaffLetter.ID) async throws -> StaffLetter? {
        guard let json = try await client.execute(LetterStatement<StaffLetters>(id: id)).first ?? nil else {
            return nil
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try json.decode(StaffLetterJSON.self, with: decoder).letter()
    }

    public func recordSent(_ id: StaffLetter.ID) async throws(PostgresError) {
        _ = try await client.execute(EndStaffLetterStatement(id: id, outcome: "sent"))
    }

    /// It is of no use any more.
    public func recordDropped(_ id: StaffLetter.ID) async throws(PostgresError) {
        _ = try await client.execute(EndStaffLetterStatement(id: id, outcome: "dropped"))
    }

    /// - Parameter reason: for the operator, without an address in it.
    public func recordFailed(
        _ id: StaffLetter.ID, reason: String, isForGood: Bool
    ) async throws(PostgresError) -> LetterFate {
        try await client.execute(LetterFailedStatement<StaffLetters>(id: id, reason: reason, isForGood: isForGood))
            .first
            ?? .gone
    }

    /// Gives back one that was claimed and not tried.
    public func release(_ id: StaffLetter.ID) async throws(PostgresError) {
        _ = try await client.execute(EndStaffLetterStatement(id: id, outcome: "released"))
    }
}
