/// A password that may be chosen: long rather than contorted, and none that everybody tries (NIST SP 800-63B, section 5.1.1.2).
public struct PlainPassword: Sendable {
    /// In characters.
    public static let shortest = 12
    /// In bytes; more is no password but an attempt to keep us busy.
    public static let longest = 1000

    public enum Problem: Error, Hashable, Sendable {
        case tooShort, tooLong
        /// Whoever tries what everybody uses would soon find it.
        case known
    }

    public let text: String

    /// - Parameter email: Whose it is to be.
    public init(_ text: String, email: String) throws(Problem) {
        if text.count < Self.shortest { throw .tooShort }
        if text.utf8.count > Self.longest { throw .tooLong }
        if KnownPasswords.hold(text, email: email) { throw .known }
        self.text = text
    }
}
