internal import Foundation
internal import Registration
internal import RegistrationStore

/// Whether a second factor was shown.
struct CodeCheck: Sendable {
    let store: RegistrationStore
    let key: TicketKey

    /// Whether this is a one-time code of the account that was not used yet, or one of its recovery codes; it is used up then.
    func isRight(_ typed: String, of account: UUID, now: Date) async throws -> Bool {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            guard let code = RecoveryCode(typed) else { return false }
            return try await store.useRecoveryCode(of: account, code)
        }
        guard let version = try await store.factorVersion(of: account),
            let step = OneTimeCode(account: account, version: version, key: key).step(of: digits, now: now)
        else { return false }
        return try await store.useCode(of: account, step: step)
    }
}
