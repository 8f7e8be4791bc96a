public import Foundation
internal import Postgres
public import Registration

extension Administration {
    public func accounts() async throws -> [ListedAccount] {
        try await session.execute(AccountsStatement(actor: .command))
    }

    public func addAccount(_ account: NewAccount) async throws -> (AccountAddition, UUID?) {
        try await session.one(AddAccountStatement(actor: .command, account: account))
    }

    public func disableAccount(_ id: UUID) async throws -> AccountChange {
        try await session.one(DisableAccountStatement(actor: .command, id: id, isDisabled: true))
    }

    /// - Parameter password: `nil`: a link to choose one is mailed.
    public func resetAccount(_ id: UUID, password: PasswordHash?) async throws -> AccountChange {
        try await session.one(ResetAccountStatement(actor: .command, id: id, password: password))
    }

    /// The account under an address; `nil` where it is unknown or disabled.
    public func loginAccount(_ email: EmailAddress) async throws -> LoginAccount? {
        try await session.execute(LoginAccountStatement(email: email.text)).first
    }

    /// Sets a second factor up as its owner would: for the demo's accounts.
    public func setFactor(of account: UUID) async throws {
        _ = try await session.one(SetFactorStatement(actor: .account(account), step: 1, recoveryCodes: []))
    }
}
