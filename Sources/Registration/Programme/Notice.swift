public import Foundation

/// What an organiser has to say to everybody: about the whole edition, a venue or a session.
public struct Notice: Identifiable, Hashable, Sendable {
    public let id: Int64
    /// Counts its changes.
    public let version: Int
    public let subject: Subject
    public let text: Localized
    public let since: Date
    /// `nil`: until it is cleared.
    public let until: Date?

    public enum Subject: Hashable, Sendable {
        case edition
        case venue(slug: String)
        case session(slug: String)
    }

    /// The longest that a text may be.
    public static let textLimit = 500

    public init(id: Int64, version: Int = 1, subject: Subject, text: Localized, since: Date, until: Date?) {
        self.id = id
        self.version = version
        self.subject = subject
        self.text = text
        self.since = since
        self.until = until
    }

    public func stands(at now: Date) -> Bool { since <= now && until.map { now < $0 } ?? true }
}
