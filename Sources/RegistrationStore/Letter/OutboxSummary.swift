public import Foundation
internal import Postgres

/// What lies in the outbox.
public struct OutboxSummary: Sendable {
    public let waiting: Int
    public let oldest: Date?
    /// Of those that wait: tried in vain.
    public let failing: Int
    /// Given up because the recipient's server said no for good.
    public let refused: Int
    /// Given up after three days.
    public let givenUp: Int
    /// Why the last of those failed.
    public let lastError: String?
}

struct OutboxStatement: PostgresStatement {
    static let sql = "select waiting, oldest, failing, refused, given_up, last_error from api.outbox_summary"

    static func decode(_ row: inout PostgresRow) throws -> OutboxSummary {
        OutboxSummary(
            waiting: Int(try row.decode(Int64.self)), oldest: try row.decode(Date?.self),
            failing: Int(try row.decode(Int64.self)), refused: Int(try row.decode(Int64.self)),
            givenUp: Int(try row.decode(Int64.self)), lastError: try row.decode(String?.self))
    }
}
