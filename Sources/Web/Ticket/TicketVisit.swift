internal import Foundation
internal import Hummingbird
internal import Registration
internal import RegistrationStore

/// One browser at one ticket's page, with the secret that proves its right to it.
struct TicketVisit: Sendable {
    let language: Language
    let token: String
    let purpose: Ticket.Purpose
    let ticket: HeldTicket
    let browser: Browser
    let now: Date

    /// The visit of whoever holds a ticket's secret; `nil` for a token that is wrong or replaced.
    static func find(
        _ request: Request, _ context: WebContext, store: RegistrationStore, key: TicketKey
    ) async throws -> TicketVisit? {
        guard let language = context.language, let token = context.parameters.get("token"),
            let claimed = Ticket(claimedBy: token), let ticket = try await store.ticket(of: claimed.signUp),
            claimed.verify(token, version: ticket.secretVersion, key: key)
        else { return nil }
        return TicketVisit(
            language: language, token: token, purpose: claimed.purpose, ticket: ticket, browser: Browser(request),
            now: Date())
    }

    static func formName(_ step: TicketStep, of signUp: Int64) -> String { "ticket-\(step.rawValue):\(signUp)" }

    static func formName(switchOf signUp: Int64, to wanted: Session) -> String { "switch:\(signUp):\(wanted.id)" }

    /// The sign-up that an address claims to manage, which proves nothing; `nil` where it claims none.
    static func claimed(_ context: WebContext) -> (token: String, signUp: Int64)? {
        guard let token = context.parameters.get("token"), let ticket = Ticket(claimedBy: token),
            ticket.purpose == .manage
        else { return nil }
        return (token, ticket.signUp)
    }

    /// Back to the ticket page, which says what is so now.
    func back(_ result: TicketResult?) -> Response {
        let path = PageAddress.ticket(token: token).path(language)
        return .seeOther(result.map { "\(path)?result=\($0.rawValue)" } ?? path)
    }
}
