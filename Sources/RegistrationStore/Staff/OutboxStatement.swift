public import Foundation
internal import Postgres

/// What lies in the outbox.
public struct OutboxSummary: Sendable {
    public let waiting: Int
    public let oldest: Date?
}

struct OutboxStatement: PostgresStatement {
    static let sql = "select waiting, oldest from api.outbox_summary"

    func bind(_ parameters: inout PostgresParameters) {}

    static func decode(_ row: inout PostgresRow) throws -> OutboxSummary {
        OutboxSummary(waiting: Int(try row.decode(Int64.self)), oldest: try row.decode(Date?.self))
    }
}
