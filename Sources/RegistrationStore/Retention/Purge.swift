public import Foundation
internal import Postgres
public import Registration

/// Personal data of one kind, that was deleted because its time was over, or is there though it is.
public struct AgedData: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Sign-ups that told what people need.
        case needs
        case attendees
        /// Those with places, and those without.
        case signUps = "sign_ups"
        case signUpsWithoutPlace = "sign_ups_without_place"
        case letters
        case requestKeys = "request_keys"
        case checkIns = "check_ins"
        case notes
    }

    /// `nil`: of all.
    public let edition: Edition.ID?
    public let kind: Kind
    public let rows: Int
}

/// `api.purge`
struct PurgeStatement: PostgresStatement {
    static let sql = "select edition_id, kind, rows from api.purge($1)"

    /// People of an edition that go at once: little enough for a sign-up's patience with the edition's lock.
    private static let most: Int32 = 5000

    func bind(_ parameters: inout PostgresParameters) { parameters.append(Self.most) }

    static func decode(_ row: inout PostgresRow) throws -> AgedData { try AgedData(&row, from: "api.purge") }
}

/// `api.past_retention`
struct PastRetentionStatement: PostgresStatement {
    static let sql = "select edition_id, kind, rows, since from api.past_retention()"

    static func decode(_ row: inout PostgresRow) throws -> (data: AgedData, since: Date) {
        (try AgedData(&row, from: "api.past_retention"), try row.decode(Date.self))
    }
}

extension AgedData {
    fileprivate init(_ row: inout PostgresRow, from function: String) throws {
        edition = try row.decode(Int64?.self)
        kind = try row.decodeAnswer(of: function)
        rows = Int(try row.decode(Int32.self))
    }

    /// What was deleted in several goes, added up.
    static func sum(_ parts: [AgedData]) -> [AgedData] {
        Dictionary(grouping: parts) { [String($0.edition ?? 0), $0.kind.rawValue] }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .compactMap { _, parts in
                parts.first.map { first in
                    AgedData(edition: first.edition, kind: first.kind, rows: parts.reduce(0) { $0 + $1.rows })
                }
            }
    }
}

extension RegistrationStore {
    /// Deletes some of the personal data whose time is over. To be called until it returns nothing, and now and then.
    public func purge() async throws(StoreError) -> [AgedData] { try await all(PurgeStatement()) }
}

extension Administration {
    /// Deletes all personal data whose time is over.
    public func purge() async throws -> [AgedData] {
        var deleted: [AgedData] = []
        while true {
            let some = try await session.execute(PurgeStatement())
            if some.isEmpty { return AgedData.sum(deleted) }
            deleted += some
        }
    }

    /// The personal data that is there though its time is over, and since when it is.
    public func pastRetention() async throws -> [(data: AgedData, since: Date)] {
        try await session.execute(PastRetentionStatement())
    }
}
