internal import Crypto
public import Foundation

/// What a program shows to be let in. Its text is printed once; the database keeps only the hash.
public struct APIToken: Hashable, Sendable {
    public let text: String

    /// A new one: 256 random bits behind a prefix by which leaked ones can be found.
    public static func random() -> APIToken {
        let key = SymmetricKey(size: .bits256)
        return APIToken(text: "sd_" + key.withUnsafeBytes { Base64URL.encode(Array($0)) })
    }

    public init(text: String) { self.text = text }

    /// SHA-256: enough for 256 random bits, which can't be guessed from a list.
    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// What a token may do.
public enum Scope: String, CaseIterable, Hashable, Sendable {
    case signUpsWrite = "sign-ups:write"
    case attendeesRead = "attendees:read"
    case capacityRead = "capacity:read"
    case checkInsWrite = "check-ins:write"
}

/// Who a valid token belongs to.
public struct TokenHolder: Hashable, Sendable {
    public let id: UUID
    public let scopes: Set<Scope>

    public init(id: UUID, scopes: Set<Scope>) {
        self.id = id
        self.scopes = scopes
    }
}
