public import Foundation
internal import Postgres
public import Registration

/// An entry of the record: who did what, when, to what.
public struct RecordEntry: Sendable {
    public let id: Int64
    public let at: Date
    /// As it stands there: `account:…`, `door:…`, `token:…`, `command`.
    public let actor: String
    /// An account's address, a door's venue, a token's name; `nil` for what is gone.
    public let who: String?
    /// `session.changed`
    public let action: String
    /// `session:SLUG`
    public let object: String?
    /// The address of an object that is an account.
    public let what: String?
    /// JSON.
    public let details: String?
}

/// Which entries of the record are looked at; `nil` lets everything through.
public struct RecordFilter: Hashable, Sendable {
    /// `account:ID`
    public var actor: String?
    /// The first word of an action.
    public var kind: String?
    public var object: String?
    public var day: CalendarDay?

    public init(actor: String? = nil, kind: String? = nil, object: String? = nil, day: CalendarDay? = nil) {
        self.actor = actor
        self.kind = kind
        self.object = object
        self.day = day
    }
}

/// What the record can be filtered by.
public struct RecordChoices: Sendable {
    public let kinds: [String]
    /// Actors and their addresses.
    public let accounts: [(actor: String, email: String)]
}

struct RecordStatement: PostgresStatement {
    static let sql = """
        select id, at, by, who, action, object, what, details::text from api.record($1, $2, $3, $4, $5, $6, $7, $8)
        """

    let actor: StaffActor
    let filter: RecordFilter
    let timeZone: TimeZone
    let before: Int64?
    let most: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(filter.actor)
        parameters.append(filter.kind)
        parameters.append(filter.object)
        parameters.append(filter.day.flatMap(\.postgresDate))
        parameters.append(timeZone.identifier)
        parameters.append(before)
        parameters.append(Int32(most))
    }

    static func decode(_ row: inout PostgresRow) throws -> RecordEntry {
        RecordEntry(
            id: try row.decode(Int64.self), at: try row.decode(Date.self), actor: try row.decode(String.self),
            who: try row.decode(String?.self), action: try row.decode(String.self),
            object: try row.decode(String?.self), what: try row.decode(String?.self),
            details: try row.decode(String?.self))
    }
}

struct RecordChoicesStatement: PostgresStatement {
    static let sql = "select kinds, accounts, names from api.record_kinds($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> RecordChoices {
        let kinds = try row.decode([String].self)
        let (actors, emails) = (try row.decode([String].self), try row.decode([String].self))
        return RecordChoices(kinds: kinds, accounts: zip(actors, emails).map { ($0, $1) })
    }
}
