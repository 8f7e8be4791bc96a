/// A password that may be chosen: long rather than contorted (NIST SP 800-63B, section 5.1.1.2).
public struct PlainPassword: Sendable {
    /// In characters.
    public static let shortest = 12
    /// More is no password but an attempt to keep us busy.
    public static let longest = 1000

    public enum Problem: Error, Hashable, Sendable {
        case tooShort, tooLong
    }

    public let text: String

    public init(_ text: String) throws(Problem) {
        if text.count < Self.shortest { throw .tooShort }
        if text.utf8.count > Self.longest { throw .tooLong }
        self.text = text
    }
}
