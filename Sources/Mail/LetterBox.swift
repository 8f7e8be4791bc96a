internal import Foundation
internal import Postgres
internal import Registration
internal import RegistrationStore

/// Where the worker finds letters: one box holds those to attendees, one those to staff.
protocol LetterBox: Sendable {
    /// What its letters are called in the log.
    var name: String { get }

    /// Takes letters that are due; until the lease ends they are nobody else's.
    func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Int64]

    /// A letter as a mail; `nil` where nothing of it is so any more.
    func message(_ id: Int64) async throws -> MailMessage?

    func recordSent(_ id: Int64) async throws(PostgresError)
    func recordDropped(_ id: Int64) async throws(PostgresError)
    func recordFailed(_ id: Int64, reason: String, isForGood: Bool) async throws(PostgresError) -> LetterFate
    func release(_ id: Int64) async throws(PostgresError)
}

/// Letters to attendees.
struct AttendeeLetters: LetterBox {
    let name = "letter"
    let outbox: Outbox
    let addresses: LetterAddresses
    let sender: Mailbox

    func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Int64] {
        try await outbox.claim(most: most, lease: lease)
    }

    func message(_ id: Int64) async throws -> MailMessage? {
        guard let letter = try await outbox.letter(id) else { return nil }
        let now = Date()
        let writer = LetterWriter(letter: letter, addresses: addresses, sender: sender.address, now: now)
        return MailMessage(letter, as: try writer.write(), from: sender, host: addresses.host, now: now)
    }

    func recordSent(_ id: Int64) async throws(PostgresError) { try await outbox.recordSent(id) }

    func recordDropped(_ id: Int64) async throws(PostgresError) { try await outbox.recordDropped(id) }

    func recordFailed(_ id: Int64, reason: String, isForGood: Bool) async throws(PostgresError) -> LetterFate {
        try await outbox.recordFailed(id, reason: reason, isForGood: isForGood)
    }

    func release(_ id: Int64) async throws(PostgresError) { try await outbox.release([id]) }
}

/// Letters to staff and hosts.
struct StaffLetters: LetterBox {
    let name = "staff letter"
    let outbox: StaffOutbox
    let addresses: LetterAddresses
    let sender: Mailbox

    func claim(most: Int, lease: Duration) async throws(PostgresError) -> [Int64] {
        try await outbox.claim(most: most, lease: lease)
    }

    func message(_ id: Int64) async throws -> MailMessage? {
        guard let letter = try await outbox.letter(id) else { return nil }
        let written = try StaffLetterWriter(letter: letter, addresses: addresses).write()
        return MailMessage(letter, as: written, from: sender, host: addresses.host, now: Date())
    }

    func recordSent(_ id: Int64) async throws(PostgresError) { try await outbox.recordSent(id) }

    func recordDropped(_ id: Int64) async throws(PostgresError) { try await outbox.recordDropped(id) }

    func recordFailed(_ id: Int64, reason: String, isForGood: Bool) async throws(PostgresError) -> LetterFate {
        try await outbox.recordFailed(id, reason: reason, isForGood: isForGood)
    }

    func release(_ id: Int64) async throws(PostgresError) { try await outbox.release(id) }
}
