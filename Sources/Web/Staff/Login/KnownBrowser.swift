internal import Crypto
internal import Foundation
internal import Registration

/// A browser in which an account has logged in before, as its cookie shows: which account, a random number, and an
/// HMAC-SHA256 over both. Its attempts are counted apart, so that a stranger who guesses at an account from elsewhere does not
/// shut its owner out. It opens nothing.
struct KnownBrowser: Hashable, Sendable {
    let account: UUID
    private let number: [UInt8]

    /// How long it is known, in seconds: half a year.
    static let lifetime = 180 * 86_400

    /// One that was not known before.
    init(of account: UUID) {
        self.account = account
        number = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
    }

    /// What a cookie shows; `nil` where it is none of ours.
    init?(_ text: some StringProtocol, key: TicketKey) {
        guard let bytes = Base64URL.decode(text), bytes.count == 48 else { return nil }
        account = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
        number = Array(bytes[16..<32])
        guard key.isValid(Array(bytes[32...]), for: head, label: "known browser") else { return nil }
    }

    func text(key: TicketKey) -> String {
        Base64URL.encode(head + key.authenticationCode(for: head, label: "known browser").prefix(16))
    }

    /// What its attempts are counted under.
    var name: String { "browser \(Base64URL.encode(number))" }

    private var head: [UInt8] { withUnsafeBytes(of: account.uuid) { Array($0) } + number }
}
