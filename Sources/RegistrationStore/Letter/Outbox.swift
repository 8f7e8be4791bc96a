internal import Foundation
public import Postgres
public import Registration

/// The letters to attendees that wait in the database to be sent. Any number of instances may share the work.
public struct Outbox: Sendable {
    private let client: PostgresClient
    private let programme: ProgrammeCache

    public init(client: PostgresClient, programme: ProgrammeCache) {
        self.client = client
        self.programme = programme
    }

    public var queue: any LetterQueue { BookQueue<AttendeeLetters>(client: client) }

    /// What a letter has to tell now; `nil` where nothing of it is so any more.
    ///
    /// - Throws: `PostgresError`; `StoreError` while the programme has not been read; or what this program does not understand
    ///   of what the database says.
    public func letter(_ id: Letter.ID) async throws -> Letter? {
        guard let json = try await client.execute(LetterStatement<AttendeeLetters>(id: id)).first ?? nil else {
            return nil
        }
        return try json.decodeObject(LetterJSON.self).letter(try await programme.current(), at: Date())
    }
}
