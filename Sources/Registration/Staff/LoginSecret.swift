internal import Crypto

/// What a login's cookie holds: 256 random bits, of which the database keeps the SHA-256.
public struct LoginSecret: Hashable, Sendable {
    /// 43 characters of base 64 for URLs.
    public let text: String

    public static func random() -> LoginSecret {
        LoginSecret(bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// `nil` for what is no such secret.
    public init?(text: some StringProtocol) {
        guard let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.text = String(text)
    }

    private init(bytes: [UInt8]) { text = Base64URL.encode(bytes) }

    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
