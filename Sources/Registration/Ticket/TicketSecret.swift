internal import Crypto
public import Foundation

/// What tickets are derived from, so that a copy of the database opens none: the content of the secret file.
public struct TicketKey: Sendable {
    private let key: SymmetricKey

    /// - Throws: `TooShort` under 32 bytes.
    public init(bytes: some Sequence<UInt8>) throws(TooShort) {
        let bytes = Array(bytes)
        guard bytes.count >= 32 else { throw TooShort(count: bytes.count) }
        key = SymmetricKey(data: bytes)
    }

    public struct TooShort: Error, Hashable, Sendable {
        public let count: Int
    }

    /// A message's 32-byte HMAC-SHA256 (RFC 2104) under a label of its own, so that no two uses of the key can be confused.
    public func authenticationCode(for message: some DataProtocol, label: StaticString) -> [UInt8] {
        var hmac = HMAC<SHA256>(key: key)
        hmac.update(data: Array("\(label)\0".utf8))
        hmac.update(data: message)
        return Array(hmac.finalize())
    }

    public func isValid(_ code: [UInt8], for message: some DataProtocol, label: StaticString) -> Bool {
        let expected = authenticationCode(for: message, label: label)
        guard code.count <= expected.count, code.count >= 16 else { return false }
        // Without a shortcut at the first difference, which would tell how much of a guess was right.
        return zip(code, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// The secret that shows a sign-up: HMAC-SHA256 over its purpose, its number and the version of its secrets, cut to 128 bits.
public struct Ticket: Hashable, Sendable {
    public enum Purpose: UInt8, Sendable {
        /// In mails: see, change, cancel.
        case manage = 1
        /// In the QR code: check-in only.
        case door = 2
    }

    public let signUp: Int64
    public let purpose: Purpose

    /// The token to put into a link: 34 characters of base 64 for URLs.
    public static func token(signUp: Int64, version: Int, purpose: Purpose, key: TicketKey) -> String {
        let head = [purpose.rawValue] + bigEndian(signUp)
        return Base64URL.encode(
            head + key.authenticationCode(for: head + bigEndian(Int64(version)), label: "ticket").prefix(16))
    }

    /// The sign-up that a token claims to show; `nil` where it is no token. It proves nothing before `verify`.
    public init?(claimedBy token: some StringProtocol) {
        guard let bytes = Base64URL.decode(token), bytes.count == 25, let purpose = Purpose(rawValue: bytes[0]) else {
            return nil
        }
        self.purpose = purpose
        signUp = bytes[1..<9].reduce(0) { $0 << 8 | Int64($1) }
    }

    /// Whether a token was made for this sign-up's present version.
    public func verify(_ token: some StringProtocol, version: Int, key: TicketKey) -> Bool {
        guard let bytes = Base64URL.decode(token), bytes.count == 25 else { return false }
        return key.isValid(
            Array(bytes[9...]), for: Array(bytes[..<9]) + Self.bigEndian(Int64(version)), label: "ticket")
    }

    private static func bigEndian(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}

/// Base 64 with the alphabet for URLs and file names, unpadded (RFC 4648, section 5).
public enum Base64URL {
    public static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(
            of: "/", with: "_"
        )
        .replacingOccurrences(of: "=", with: "")
    }

    public static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
        else { return nil }
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        return Data(base64Encoded: padded).map(Array.init)
    }
}
