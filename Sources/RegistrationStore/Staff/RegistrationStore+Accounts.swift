public import Foundation
public import Registration

/// What one does to one's own account, and what whoever manages accounts does to all of them.
extension RegistrationStore {
    // MARK: Mailed links

    /// Whose a mailed link is; `nil` once it was used or ran out.
    public func account(linkedBy id: UUID) async throws(StoreError) -> LinkedAccount? {
        try await all(AccountLinkStatement(id: id)).first
    }

    /// Chooses a password by a mailed link.
    ///
    /// - Returns: whether the link was still good.
    public func setPassword(_ password: PasswordHash, byLink id: UUID) async throws(StoreError) -> Bool {
        try await one(UseAccountLinkStatement(id: id, password: password))
    }

    /// Has a link mailed to an address, if it is an account's. Tells nothing.
    public func askForReset(_ email: String) async throws(StoreError) {
        _ = try await all(AskForResetStatement(email: email))
    }

    // MARK: One's own account

    /// - Parameter login: The one that stays; all others end.
    public func setPassword(
        _ password: PasswordHash, keeping login: UUID, actor: StaffActor
    ) async throws(StoreError) {
        _ = try await all(SetPasswordStatement(actor: actor, password: password, login: login))
    }

    /// Keeps the same password under newer parameters.
    public func renewHash(of account: UUID, from old: PasswordHash, to new: PasswordHash) async throws(StoreError) {
        _ = try await all(RenewPasswordHashStatement(account: account, old: old, new: new))
    }

    /// The second factor is set up: a code of this time step was seen.
    ///
    /// - Returns: whether it was taken, which it is once.
    public func setFactor(
        step: Int64, recoveryCodes: [RecoveryCode], actor: StaffActor
    ) async throws(StoreError) -> Bool {
        try await one(SetFactorStatement(actor: actor, step: step, recoveryCodes: recoveryCodes.map(\.hash)))
    }

    /// Takes the second factor off, to set up another.
    public func resetFactor(actor: StaffActor) async throws(StoreError) {
        _ = try await all(ResetFactorStatement(actor: actor))
    }

    public func recoveryCodesLeft(actor: StaffActor) async throws(StoreError) -> Int {
        try await one(RecoveryCodesLeftStatement(actor: actor))
    }

    /// Puts a login under another cookie.
    ///
    /// - Returns: whether it was open.
    public func renew(_ login: UUID, to secret: LoginSecret, actor: StaffActor) async throws(StoreError) -> Bool {
        try await one(RenewLoginStatement(actor: actor, login: login, hash: secret.hash))
    }

    /// Those of one's own account, the latest seen first.
    public func openLogins(actor: StaffActor) async throws(StoreError) -> [OpenLogin] {
        try await all(OpenLoginsStatement(actor: actor))
    }

    // MARK: All accounts

    public func accounts(actor: StaffActor) async throws(StoreError) -> [ListedAccount] {
        try await all(AccountsStatement(actor: actor))
    }

    public func add(_ account: NewAccount, actor: StaffActor) async throws(StoreError) -> (AccountAddition, UUID?) {
        try await one(AddAccountStatement(actor: actor, account: account))
    }

    /// Gives an account another role or other venues. Its logins end.
    public func changeAccount(
        _ id: UUID, to role: StaffRole, venues: [String], actor: StaffActor
    ) async throws(StoreError) -> AccountChange {
        try await one(ChangeAccountStatement(actor: actor, id: id, role: role, venues: venues))
    }

    /// Shuts an account out, or lets it in again.
    public func disableAccount(_ id: UUID, _ isDisabled: Bool, actor: StaffActor) async throws(StoreError)
        -> AccountChange
    {
        try await one(DisableAccountStatement(actor: actor, id: id, isDisabled: isDisabled))
    }

    /// Ends an account's logins and second factor, and mails a link to choose a password.
    public func resetAccount(_ id: UUID, actor: StaffActor) async throws(StoreError) -> AccountChange {
        try await one(ResetAccountStatement(actor: actor, id: id, password: nil))
    }

    // MARK: The record

    /// A page of the record, latest first.
    ///
    /// - Parameters:
    ///   - timeZone: In which a day is one.
    ///   - before: The id of the last entry seen.
    public func record(
        _ filter: RecordFilter, in timeZone: TimeZone, before: Int64?, most: Int, actor: StaffActor
    ) async throws(StoreError) -> [RecordEntry] {
        try await all(RecordStatement(actor: actor, filter: filter, timeZone: timeZone, before: before, most: most))
    }

    public func recordChoices(actor: StaffActor) async throws(StoreError) -> RecordChoices {
        try await one(RecordChoicesStatement(actor: actor))
    }
}
