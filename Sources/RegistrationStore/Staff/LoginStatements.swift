internal import Foundation
internal import Postgres
internal import Registration

struct AttemptLoginStatement: PostgresStatement {
    static let sql = "select api.attempt_login($1, $2)"

    let subjects: [[UInt8]]
    let account: UUID?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(subjects)
        parameters.append(account)
    }

    /// In how many seconds to come back; `nil`: now.
    static func decode(_ row: inout PostgresRow) throws -> Int? { try row.decode(Int32?.self).map(Int.init) }
}

struct RefuseLoginStatement: PostgresStatement {
    static let sql = "select from api.refuse_login($1, $2)"

    let account: UUID?
    let reason: RefusedLogin

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(account)
        parameters.append(reason.rawValue)
    }
}

struct LoginPassedStatement: PostgresStatement {
    static let sql = "select from api.login_passed($1, $2)"

    let account: [UInt8]
    let network: [UInt8]?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(account)
        parameters.append(network)
    }
}

struct LoginAccountStatement: PostgresStatement {
    static let sql = """
        select id, password, role, language, factor_version, factor_set, factor_step from api.login_account($1)
        """

    let email: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(email) }

    static func decode(_ row: inout PostgresRow) throws -> LoginAccount {
        LoginAccount(
            id: try row.decode(UUID.self), password: try row.decode(String?.self).flatMap(PasswordHash.init),
            role: try row.decodeAnswer(of: "api.login_account"),
            language: try row.decodeAnswer(of: "api.login_account"),
            factorVersion: Int(try row.decode(Int32.self)), hasFactor: try row.decode(Bool.self),
            factorStep: try row.decode())
    }
}

struct OpenLoginStatement: PostgresStatement {
    static let sql = "select api.open_login($1, $2, $3)"

    let account: UUID
    let hash: [UInt8]
    let browser: String?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(account)
        parameters.append(hash)
        parameters.append(browser)
    }

    static func decode(_ row: inout PostgresRow) throws -> UUID? { try row.decode(UUID?.self) }
}

struct FindLoginStatement: PostgresStatement {
    static let sql = """
        select login, account, email, role, language, factor_version, factor_set, proved_at, venues
        from api.find_login($1)
        """

    let hash: [UInt8]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(hash) }

    static func decode(_ row: inout PostgresRow) throws -> StaffLogin {
        let (login, account) = (try row.decode(UUID.self), try row.decode(UUID.self))
        let email = try row.decode(String.self)
        let role: StaffRole = try row.decodeAnswer(of: "api.find_login")
        let language: Language = try row.decodeAnswer(of: "api.find_login")
        let version = Int(try row.decode(Int32.self))
        let hasFactor = try row.decode(Bool.self)
        let provedAt = try row.decode(Date.self)
        let venues = try row.decode(PostgresJSON.self).decode([VenueJSON].self)
        return StaffLogin(
            id: login, account: account, email: email, role: role,
            venues: role.isOfVenues
                ? .only(venues.map { StaffVenue(id: $0.id, slug: $0.slug, name: $0.name) }) : .all,
            language: language, factorVersion: version, hasFactor: hasFactor, provedAt: provedAt)
    }

    private struct VenueJSON: Decodable {
        let id: Int64
        let slug, name: String
    }
}

struct EndLoginStatement: PostgresStatement {
    static let sql = "select api.end_login($1, $2)"

    let actor: StaffActor
    let login: UUID

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(login)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct ProveLoginStatement: PostgresStatement {
    static let sql = "select from api.prove_login($1)"

    let login: UUID

    func bind(_ parameters: inout PostgresParameters) { parameters.append(login) }
}

struct UseCodeStatement: PostgresStatement {
    static let sql = "select api.use_code($1, $2, $3)"

    let account: UUID
    let step: Int64?
    let recoveryCode: [UInt8]?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(account)
        parameters.append(step)
        parameters.append(recoveryCode)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct SetFactorStatement: PostgresStatement {
    static let sql = "select api.set_factor($1, $2, $3)"

    let actor: StaffActor
    let step: Int64
    let recoveryCodes: [[UInt8]]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(step)
        parameters.append(recoveryCodes)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct FactorVersionStatement: PostgresStatement {
    static let sql = "select api.factor_version($1)"

    let account: UUID

    func bind(_ parameters: inout PostgresParameters) { parameters.append(account) }

    static func decode(_ row: inout PostgresRow) throws -> Int? { try row.decode(Int32?.self).map(Int.init) }
}

struct SetLanguageStatement: PostgresStatement {
    static let sql = "select from api.set_language($1, $2)"

    let actor: StaffActor
    let language: Language

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(language.rawValue)
    }
}

struct ForgetStaffTracesStatement: PostgresStatement {
    static let sql = "select api.forget_staff_traces()"

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int64.self)) }
}
