internal import Foundation
internal import Logging
internal import Mail
internal import Registration
internal import RegistrationStore
internal import Web

/// How mails leave this service.
struct MailRoute {
    private enum Way {
        case server(SMTPServer)
        case folder(URL)
    }

    private let way: Way
    private let sender: Mailbox

    /// Of `serve`: through the server that it was told; `nil` where it was told none.
    ///
    /// - Throws: `SettingsError` where there is a server and no sender.
    init?(_ settings: Settings) throws(SettingsError) {
        guard let server = settings.mailServer else { return nil }
        guard let sender = settings.mailFrom else {
            throw SettingsError([
                "SOCIALDAY_MAIL_FROM is not set: who mails come from, such as Social Day <bonjour@socialday.example>"
            ])
        }
        (way, self.sender) = (.server(server), sender)
    }

    /// Of a demo: through the server that it was told, otherwise into a folder.
    init(_ settings: Settings, folder: URL, host: String) {
        sender = settings.mailFrom ?? Mailbox(name: "Social Day", local: "social-day", host: host)
        way = settings.mailServer.map(Way.server) ?? .folder(folder)
    }

    func worker(
        outbox: Outbox, staff: StaffOutbox, publicURL: PublicURL, key: TicketKey, status: MailStatus,
        demand: @escaping @Sendable () -> Int, logger: Logger
    ) -> MailWorker {
        let delivery: any Delivery =
            switch way {
            case .server(let server): SMTPDelivery(server: server, name: publicURL.host)
            case .folder(let folder): MailFolder(folder)
            }
        return MailWorker(
            outbox: outbox, staff: staff, delivery: delivery,
            addresses: LetterAddresses(origin: publicURL.origin, host: publicURL.host, key: key), sender: sender,
            status: status, demand: demand, logger: logger)
    }
}
