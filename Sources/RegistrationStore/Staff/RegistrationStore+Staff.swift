public import Foundation
public import Registration

/// What was wrong with an attempt to log in.
public enum RefusedLogin: String, Sendable {
    /// The password; or there is no such account.
    case password
    /// The one-time or recovery code after it.
    case code
    /// What was to show again who somebody is that is logged in.
    case proof
}

extension RegistrationStore {
    // MARK: Logging in

    /// Counts an attempt to log in, before it is looked at.
    ///
    /// - Parameter account: Whose it would be; `nil` where there is no such account.
    /// - Returns: in how many seconds to come back; `nil` where it may be looked at.
    public func attemptLogin(subjects: [[UInt8]], account: UUID?) async throws(StoreError) -> Int? {
        try await one(AttemptLoginStatement(subjects: subjects, account: account))
    }

    /// An attempt was wrong: the record says so.
    ///
    /// - Parameter account: Whose it would have been; `nil` where there is no such account.
    public func recordRefusedLogin(of account: UUID?, _ reason: RefusedLogin) async throws(StoreError) {
        _ = try await all(RefuseLoginStatement(account: account, reason: reason))
    }

    /// The attempt was right.
    public func recordRightLogin(account: [UInt8], network: [UInt8]?) async throws(StoreError) {
        _ = try await all(LoginPassedStatement(account: account, network: network))
    }

    /// The account under an address; `nil` where it is unknown or disabled.
    public func loginAccount(_ email: String) async throws(StoreError) -> LoginAccount? {
        try await all(LoginAccountStatement(email: email)).first
    }

    /// - Returns: whether the account may still log in.
    public func openLogin(
        of account: UUID, _ secret: LoginSecret, browser: String?
    ) async throws(StoreError) -> Bool {
        try await one(OpenLoginStatement(account: account, hash: secret.hash, browser: browser)) != nil
    }

    /// Whose login this is; `nil` where it has ended. It was seen by asking.
    public func login(_ secret: LoginSecret) async throws(StoreError) -> StaffLogin? {
        try await all(FindLoginStatement(hash: secret.hash)).first
    }

    /// - Returns: whether it was open, and one's own.
    @discardableResult
    public func endLogin(_ login: UUID, actor: StaffActor) async throws(StoreError) -> Bool {
        try await one(EndLoginStatement(actor: actor, login: login))
    }

    /// A login has shown its password or a code again.
    public func prove(_ login: UUID) async throws(StoreError) { _ = try await all(ProveLoginStatement(login: login)) }

    /// - Parameter step: the time step that a one-time code is of.
    /// - Returns: whether it was good: each is once.
    public func useCode(of account: UUID, step: Int64) async throws(StoreError) -> Bool {
        try await one(UseCodeStatement(account: account, step: step, recoveryCode: nil))
    }

    /// - Returns: whether it was one of the account's that was not used yet.
    public func useRecoveryCode(of account: UUID, _ code: RecoveryCode) async throws(StoreError) -> Bool {
        try await one(UseCodeStatement(account: account, step: nil, recoveryCode: code.hash))
    }

    /// What the account's one-time codes are derived from, with its id; `nil` where it has no second factor.
    public func factorVersion(of account: UUID) async throws(StoreError) -> Int? {
        try await one(FactorVersionStatement(account: account))
    }

    public func setLanguage(_ language: Language, actor: StaffActor) async throws(StoreError) {
        _ = try await all(SetLanguageStatement(actor: actor, language: language))
    }

    /// Deletes what the staff's work leaves behind and nobody needs any more. To be called now and then.
    ///
    /// - Returns: how many rows.
    public func forgetStaffTraces() async throws(StoreError) -> Int { try await one(ForgetStaffTracesStatement()) }

    // MARK: Doors

    /// Whose door link this is; `nil` where it has ended.
    public func door(_ id: UUID) async throws(StoreError) -> StaffDoor? {
        try await all(FindDoorStatement(id: id)).first
    }

    /// - Returns: whether it was open.
    public func endDoorLink(_ id: UUID, actor: StaffActor) async throws(StoreError) -> Bool {
        try await one(EndDoorLinkStatement(actor: actor, id: id))
    }
}
