/// Where mails go: to a server, or into a folder.
public protocol Delivery: Sendable {
    /// Hands a mail over. Once it returns, whoever took it answers for it.
    func deliver(_ message: MailMessage) async throws(DeliveryFailure)

    /// How many mails it takes at once.
    var lanes: Int { get }

    /// Gives up what is under way: the service ends.
    func abort()
}

/// Why a mail was not taken. The reason holds no address: it is shown to operators.
public struct DeliveryFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What it means for the mail, and for others.
    public enum Kind: Hashable, Sendable {
        /// The recipient's server will not take it, now or later.
        case refused
        /// This mail was put off, by a server that works.
        case putOff
        /// No mail goes through at present.
        case serverTrouble
        /// The service ends.
        case aborted
    }

    /// What it means.
    public let kind: Kind
    /// In a few words, without an address.
    public let reason: String

    init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    public var description: String { reason }
}
