internal import Foundation
public import Registration

/// The addresses that letters lead to.
public struct LetterAddresses: Sendable {
    /// `https://HOST[:PORT]`.
    let origin: String
    let host: String
    private let key: TicketKey

    public init(origin: String, host: String, key: TicketKey) {
        self.origin = origin
        self.host = host
        self.key = key
    }

    func programme(_ language: Language) -> String { "\(origin)/\(language.rawValue)/programme" }

    func session(_ session: Session, _ language: Language) -> String {
        "\(origin)/\(language.rawValue)/sessions/\(session.slug)"
    }

    /// Where the attendee sees, changes and cancels.
    func ticket(_ signUp: SignUpNews, _ language: Language) -> String { ticket(signUp, language, .manage) }

    /// What the code at the door holds: it lets in, and changes nothing.
    func doorTicket(_ signUp: SignUpNews, _ language: Language) -> String { ticket(signUp, language, .door) }

    /// Asks before it cancels, since mail scanners follow links.
    func cancellation(_ signUp: SignUpNews, _ language: Language) -> String { ticket(signUp, language) + "/cancel" }

    func exchange(_ signUp: SignUpNews, for session: Session, _ language: Language) -> String {
        ticket(signUp, language) + "/switch/\(session.slug)"
    }

    /// Everything under the attendee's address.
    func everything(of attendee: Int64, until end: Date, _ language: Language) -> String {
        let token = AddressLink(attendee: attendee, expiresAt: end).token(key: key)
        return "\(origin)/\(language.rawValue)/my-sign-ups/\(token)"
    }

    /// Where an account's password is chosen; the account has a language of its own.
    func account(_ link: AccountLink) -> String {
        "\(origin)/staff/links/\(StaffLink(.account, link.id).token(key: key))"
    }

    /// Where a steward's link leads.
    func door(_ link: UUID) -> String { "\(origin)/staff/door/\(StaffLink(.door, link).token(key: key))" }
    /// The organisers' page of exports, which asks for their login.
    var exports: String { "\(origin)/staff/exports" }

    private func ticket(_ signUp: SignUpNews, _ language: Language, _ purpose: Ticket.Purpose) -> String {
        let token = Ticket.token(signUp: signUp.id, version: signUp.secretVersion, purpose: purpose, key: key)
        return "\(origin)/\(language.rawValue)/tickets/\(token)"
    }
}
