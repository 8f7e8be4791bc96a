internal import Foundation
internal import Registration
internal import RegistrationStore

/// Where the worker finds letters: one box holds those to attendees, one those to staff.
protocol LetterBox: Sendable {
    /// What its letters are called in the log.
    var name: String { get }
    var queue: any LetterQueue { get }

    /// A letter as a mail; `nil` where nothing of it is so any more.
    func message(_ id: Int64) async throws -> MailMessage?
}

/// Letters to attendees.
struct AttendeeLetters: LetterBox {
    let name = "letter"
    let outbox: Outbox
    let addresses: LetterAddresses
    let sender: Mailbox

    var queue: any LetterQueue { outbox.queue }

    func message(_ id: Int64) async throws -> MailMessage? {
        guard let letter = try await outbox.letter(id) else { return nil }
        let now = Date()
        let writer = LetterWriter(letter: letter, addresses: addresses, sender: sender.address, now: now)
        return MailMessage(letter, as: try writer.write(), from: sender, host: addresses.host, now: now)
    }
}

/// Letters to staff and hosts.
struct StaffLetters: LetterBox {
    let name = "staff letter"
    let outbox: StaffOutbox
    let addresses: LetterAddresses
    let sender: Mailbox

    var queue: any LetterQueue { outbox.queue }

    func message(_ id: Int64) async throws -> MailMessage? {
        guard let letter = try await outbox.letter(id) else { return nil }
        let written = try StaffLetterWriter(letter: letter, addresses: addresses).write()
        return MailMessage(letter, as: written, from: sender, host: addresses.host, now: Date())
    }
}
