import Foundation
import Postgres

/// What the tables say of one or more editions, to be read while nothing is under way.
struct Books: Sendable {
    struct Session: Sendable {
        let id: Int64
        /// In minutes.
        let slot: Range<Int>
        let capacity: Int
        let roomCapacity: Int
        let isCancelled: Bool
        let isOpen: Bool
        let tally: Tally
    }

    struct Tally: Sendable, Equatable {
        var capacity: Int
        var confirmed: Int
        var waiting: Int
        var next: Int
    }

    struct SignUp: Sendable {
        let id: Int64
        let session: Int64
        let attendee: Int64
        let email: String
        let caller: UUID
        let number: Int
        let places: Int
        let status: String
        /// While it waits.
        let position: Int?
        let name: String
        let secretVersion: Int
    }

    struct Letter: Sendable {
        let session: Int64
        let signUp: Int64?
        let attendee: Int64
        let kind: String
        let language: String
    }

    struct Key: Sendable {
        let session: Int64
        let key: String
        let caller: UUID
        let body: [UInt8]
        let answer: Answer
    }

    let sessions: [Session]
    let signUps: [SignUp]
    let letters: [Letter]
    let keys: [Key]

    /// Sign-ups and letters stand in the order in which they were made.
    static func read(_ days: Day..., on database: PostgresSession) async throws -> Books {
        let editions = days.map(\.edition)
        return Books(
            sessions: try await database.execute(ReadSessions(editions: editions)),
            signUps: try await database.execute(ReadSignUps(editions: editions)),
            letters: try await database.execute(ReadLetters(editions: editions)),
            keys: try await database.execute(ReadKeys(editions: editions)))
    }

    subscript(_ id: Int64?) -> SignUp? { signUps.first { $0.id == id } }

    /// What was written to somebody about a sign-up.
    func letters(about signUp: Int64?) -> [String] { letters.filter { $0.signUp == signUp }.map(\.kind) }
}
