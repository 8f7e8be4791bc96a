internal import Foundation
internal import Postgres
public import Registration

/// An edition in the list of all of them.
public struct ListedEdition: Sendable {
    public let edition: Edition
    public let isCurrent: Bool
    public let sessions: Int
}

struct CreateEditionStatement: PostgresStatement {
    static let sql = "select api.create_edition($1, $2, $3, $4, $5)"

    let firstDay: CalendarDay
    let lastDay: CalendarDay
    let timeZone: TimeZone
    let opensAt: Date?
    let closesAt: Date?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(firstDay.postgresDate)
        parameters.append(lastDay.postgresDate)
        parameters.append(timeZone.identifier)
        parameters.append(opensAt)
        parameters.append(closesAt)
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode(Int64.self) }
}

struct EditionsStatement: PostgresStatement {
    static let sql = "select \(columns), is_current, sessions from api.editions order by first_day, id"

    /// What `Edition` is read from.
    static let columns = "id, first_day, last_day, time_zone, opens_at, closes_at, \(Duties.columns)"

    static func decode(_ row: inout PostgresRow) throws -> ListedEdition {
        ListedEdition(
            edition: try Edition(&row), isCurrent: try row.decode(Bool.self), sessions: Int(try row.decode(Int64.self)))
    }
}

struct UseEditionStatement: PostgresStatement {
    static let sql = "select api.use_edition($1)"

    let id: Edition.ID

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }

    /// Whether there is such an edition.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}
