internal import Foundation
internal import Registration
internal import RegistrationStore

/// Who tries to log in, as the throttle counts them: five wrong attempts in a quarter of an hour, for an account and for a
/// network. The database sees keyed hashes only, of addresses that have an account and of those that have none alike.
struct LoginAttempts: Sendable {
    let store: RegistrationStore
    let key: TicketKey
    let limitsAddresses: Bool

    struct Attempt: Sendable {
        fileprivate let account: [UInt8]
        fileprivate let network: [UInt8]?
    }

    enum Admission: Sendable {
        case admitted(Attempt)
        case refused(retryAfterSeconds: Int)
    }

    /// Counts an attempt, before anything of it is looked at.
    ///
    /// - Parameters:
    ///   - name: The address typed, or what else is guessed at.
    ///   - account: Whose attempt it would be, for the record; `nil` where there is no such account.
    func begin(_ name: String, of account: UUID?, from client: IPAddress?) async throws(StoreError) -> Admission {
        var network: [UInt8]?
        if limitsAddresses, let address = client?.network {
            network = subject("network", "\(address.high):\(address.low)")
        }
        let attempt = Attempt(account: subject("account", name.lowercased()), network: network)
        let seconds = try await store.attemptLogin(
            subjects: [attempt.account] + [attempt.network].compactMap(\.self), account: account)
        return seconds.map { .refused(retryAfterSeconds: $0) } ?? .admitted(attempt)
    }

    /// It was right: the account's wrong ones before it are forgotten.
    func end(_ attempt: Attempt) async throws(StoreError) {
        try await store.recordRightLogin(account: attempt.account, network: attempt.network)
    }

    private func subject(_ kind: String, _ name: String) -> [UInt8] {
        key.authenticationCode(for: Array("\(kind)\0\(name)".utf8), label: "login attempt")
    }
}
