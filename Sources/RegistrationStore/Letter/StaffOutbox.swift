public import Postgres
public import Registration

/// The letters to staff and hosts that wait in the database to be sent, beside the attendees' (`Outbox`).
public struct StaffOutbox: Sendable {
    private let client: PostgresClient

    public init(client: PostgresClient) { self.client = client }

    public var queue: any LetterQueue { BookQueue<StaffLetters>(client: client) }

    /// What a letter has to tell now; `nil` where it is of no use any more.
    ///
    /// - Throws: `PostgresError`; or what this program does not understand of what the database says.
    public func letter(_ id: StaffLetter.ID) async throws -> StaffLetter? {
        guard let json = try await client.execute(LetterStatement<StaffLetters>(id: id)).first ?? nil else {
            return nil
        }
        return try json.decodeObject(StaffLetterJSON.self).letter()
    }
}
