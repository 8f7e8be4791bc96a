public import Foundation
internal import Postgres
internal import Registration

struct FindTokenStatement: PostgresStatement {
    static let sql = "select id, scopes from api.token($1)"

    let hash: [UInt8]

    func bind(_ parameters: inout PostgresParameters) { parameters.append(hash) }

    static func decode(_ row: inout PostgresRow) throws -> TokenHolder {
        TokenHolder(
            id: try row.decode(UUID.self), scopes: Set(try row.decode([String].self).compactMap(Scope.init(rawValue:))))
    }
}

struct CreateTokenStatement: PostgresStatement {
    static let sql = "select api.create_token($1, $2, $3)"

    let name: String
    let scopes: [Scope]
    let token: APIToken

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(name)
        parameters.append(scopes.map(\.rawValue))
        parameters.append(token.hash)
    }

    static func decode(_ row: inout PostgresRow) throws -> UUID { try row.decode(UUID.self) }
}

struct TokensStatement: PostgresStatement {
    static let sql = "select name, scopes, created_at, revoked_at from api.tokens order by created_at, name"

    static func decode(_ row: inout PostgresRow) throws -> ListedToken {
        ListedToken(
            name: try row.decode(String.self), scopes: try row.decode([String].self),
            createdAt: try row.decode(Date.self),
            revokedAt: try row.decode(Date?.self))
    }
}

struct RevokeTokenStatement: PostgresStatement {
    static let sql = "select api.revoke_token($1)"

    let name: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(name) }

    /// Whether there was a live token of that name.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

/// A token in the list of all of them; its text is not known to anyone.
public struct ListedToken: Sendable {
    public let name: String
    public let scopes: [String]
    public let createdAt: Date
    public let revokedAt: Date?
}
