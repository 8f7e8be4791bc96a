internal import Crypto
public import Foundation

/// The second factor: six digits that a telephone shows, anew every half minute (RFC 6238 with SHA-1, which every
/// authenticator knows).
///
/// The secret is derived from the account and the secret file, so that a copy of the database holds none.
public struct OneTimeCode: Sendable {
    /// 160 bits (RFC 4226, section 4).
    public let secret: [UInt8]

    public static let stepLength: TimeInterval = 30

    /// - Parameter version: Raised where the account's factor is set up anew.
    public init(account: UUID, version: Int, key: TicketKey) {
        let message = withUnsafeBytes(of: account.uuid) { Array($0) } + Array("\0\(version)".utf8)
        secret = Array(key.authenticationCode(for: message, label: "one-time code").prefix(20))
    }

    init(secret: [UInt8]) { self.secret = secret }

    public static func step(at now: Date) -> Int64 { Int64(now.timeIntervalSince1970 / stepLength) }

    /// The code of a time step (RFC 4226, section 5.3).
    public func code(step: Int64) -> String {
        let message = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The time step that a code is of, now or one step to either side; `nil` for a wrong one.
    public func step(of code: String, now: Date) -> Int64? {
        let present = Self.step(at: now)
        // All are compared, however early one fits, so that the time taken tells nothing.
        return [present, present - 1, present + 1].filter { Self.isSame(self.code(step: $0), code) }.first
    }

    /// What an authenticator reads from a QR code.
    public func address(account: String, issuer: String) -> String {
        let issuer = Self.escaped(issuer)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(secretText)&issuer=\(issuer)"
    }

    /// The secret in base 32 (RFC 4648, section 6), to be typed where no code can be read.
    public var secretText: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        for start in stride(from: 0, to: secret.count, by: 5) {
            let group = secret[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for shift in stride(from: 35, through: 0, by: -5) {
                text.append(alphabet[Int(group >> UInt64(shift)) & 31])
            }
        }
        return text
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}
