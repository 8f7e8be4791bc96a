internal import Crypto
public import Foundation

/// The secret that shows everything under an address: mailed on request, good for a quarter of an hour.
///
/// It holds whom it is for and until when, and HMAC-SHA256 over both, so that nothing has to be stored.
public struct AddressLink: Hashable, Sendable {
    public static let lifetime: TimeInterval = 15 * 60

    public let attendee: Int64
    /// To the second.
    public let expiresAt: Date

    public init(attendee: Int64, expiresAt: Date) {
        self.attendee = attendee
        self.expiresAt = Date(timeIntervalSince1970: expiresAt.timeIntervalSince1970.rounded(.down))
    }

    /// The token to put into a link: 43 characters of base 64 for URLs.
    public func token(key: TicketKey) -> String {
        let head = Self.bigEndian(attendee) + Self.bigEndian(Int64(expiresAt.timeIntervalSince1970))
        return Base64URL.encode(head + key.authenticationCode(for: head, label: "address link").prefix(16))
    }

    /// What a token shows; `nil` where it is none of ours, or no longer good.
    public init?(token: some StringProtocol, key: TicketKey, now: Date) {
        guard let bytes = Base64URL.decode(token), bytes.count == 32,
            key.isValid(Array(bytes[16...]), for: Array(bytes[..<16]), label: "address link")
        else { return nil }
        let numbers = [bytes[..<8], bytes[8..<16]].map { $0.reduce(Int64(0)) { $0 << 8 | Int64($1) } }
        attendee = numbers[0]
        expiresAt = Date(timeIntervalSince1970: TimeInterval(numbers[1]))
        guard now < expiresAt else { return nil }
    }

    private static func bigEndian(_ number: Int64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
