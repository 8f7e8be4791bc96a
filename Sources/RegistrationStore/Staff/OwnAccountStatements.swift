public import Foundation
internal import Postgres
public import Registration

/// Whose a mailed link is.
public struct LinkedAccount: Sendable {
    public enum Kind: String, Sendable {
        case invitation, reset
    }

    public let account: UUID
    public let email: String
    public let kind: Kind
    public let language: Language
}

/// An open login in the list of one's own.
public struct OpenLogin: Sendable {
    public let id: UUID
    /// What the browser said it is.
    public let browser: String?
    public let createdAt: Date
    public let seenAt: Date
}

struct AccountLinkStatement: PostgresStatement {
    static let sql = "select account, email, kind, language from api.account_link($1)"

    let id: UUID

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    static func decode(_ row: inout PostgresRow) throws -> LinkedAccount {
        LinkedAccount(
            account: try row.decode(UUID.self), email: try row.decode(String.self),
            kind: try row.decodeAnswer(of: "api.account_link"), language: try row.decodeAnswer(of: "api.account_link"))
    }
}

struct UseAccountLinkStatement: PostgresStatement {
    static let sql = "select api.use_account_link($1, $2)"

    let id: UUID
    let password: PasswordHash

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(id)
        parameters.append(password.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct AskForResetStatement: PostgresStatement {
    static let sql = "select from api.ask_for_reset($1)"

    let email: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(email) }
}

struct SetPasswordStatement: PostgresStatement {
    static let sql = "select from api.set_password($1, $2, $3)"

    let actor: StaffActor
    let password: PasswordHash
    let login: UUID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(password.text)
        parameters.append(login)
    }
}

struct RenewPasswordHashStatement: PostgresStatement {
    static let sql = "select from api.renew_password_hash($1, $2, $3)"

    let account: UUID
    let old: PasswordHash
    let new: PasswordHash

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(account)
        parameters.append(old.text)
        parameters.append(new.text)
    }
}

struct ResetFactorStatement: PostgresStatement {
    static let sql = "select from api.reset_factor($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }
}

struct RenewLoginStatement: PostgresStatement {
    static let sql = "select api.renew_login($1, $2, $3)"

    let actor: StaffActor
    let login: UUID
    let hash: [UInt8]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(login)
        parameters.append(hash)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct OpenLoginsStatement: PostgresStatement {
    static let sql = "select id, browser, created_at, seen_at from api.open_logins($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> OpenLogin {
        OpenLogin(
            id: try row.decode(UUID.self), browser: try row.decode(String?.self),
            createdAt: try row.decode(Date.self), seenAt: try row.decode(Date.self))
    }
}

struct RecoveryCodesLeftStatement: PostgresStatement {
    static let sql = "select api.recovery_codes_left($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int64.self)) }
}
