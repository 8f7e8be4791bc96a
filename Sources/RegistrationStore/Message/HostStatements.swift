public import Foundation
internal import Postgres
public import Registration

/// A host with sessions in the edition, and how it is written to.
public struct ListedHost: Identifiable, Sendable {
    public let id: Int64
    public let name: String
    public let sessions: Int
    public let email: String?
    /// When its door links were last mailed.
    public let writtenAt: Date?
    public let state: PersonLetter.State?
}

/// `api.hosts_written_to`
struct HostsStatement: PostgresStatement {
    static let sql = "select id, name, sessions, contact_email, written_at, state from api.hosts_written_to($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> ListedHost {
        ListedHost(
            id: try row.decode(Int64.self), name: try row.decode(String.self),
            sessions: Int(try row.decode(Int32.self)), email: try row.decode(String?.self),
            writtenAt: try row.decode(Date?.self),
            state: try row.decode(String?.self).flatMap(PersonLetter.State.init(rawValue:)))
    }
}

/// `api.set_host_contact`
struct SetHostContactStatement: PostgresStatement {
    static let sql = "select api.set_host_contact($1, $2, $3)"

    let actor: StaffActor
    let host: Int64
    let email: EmailAddress?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(host)
        parameters.append(email?.text)
    }

    /// Whether there is such a host.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

/// `api.write_to_hosts`
struct WriteToHostsStatement: PostgresStatement {
    static let sql = "select api.write_to_hosts($1, $2)"

    let actor: StaffActor
    let host: Int64?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(host)
    }

    static func decode(_ row: inout PostgresRow) throws -> Int { Int(try row.decode(Int32.self)) }
}
