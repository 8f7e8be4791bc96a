public import Foundation

/// The secret of a link that was made for staff: which one it is, and an HMAC-SHA256 over that. Until when it is good, and
/// whether it was used, the database knows; it opens nothing by itself.
public struct StaffLink: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// To choose a password.
        case account = 1
        /// A steward's.
        case door = 2
    }

    public let kind: Kind
    public let id: UUID

    public init(_ kind: Kind, _ id: UUID) {
        self.kind = kind
        self.id = id
    }

    /// The token to put into a link: 43 characters of base 64 for URLs.
    public func token(key: TicketKey) -> String {
        Base64URL.encode(head.dropFirst() + key.authenticationCode(for: head, label: "staff link").prefix(16))
    }

    /// What a token shows; `nil` where it is none of ours, or of another kind.
    public init?(_ kind: Kind, token: some StringProtocol, key: TicketKey) {
        guard let bytes = Base64URL.decode(token), bytes.count == 32 else { return nil }
        self.kind = kind
        id = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
        guard key.isValid(Array(bytes[16...]), for: head, label: "staff link") else { return nil }
    }

    private var head: [UInt8] { [kind.rawValue] + withUnsafeBytes(of: id.uuid) { Array($0) } }
}
