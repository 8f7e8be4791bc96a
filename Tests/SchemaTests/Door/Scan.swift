import Foundation
import Postgres

/// One item that a door asks to be counted.
struct Scan: Sendable {
    var session: Int64
    var signUp: Int64?
    var version: Int32?
    var direction = "in"
    var people: Int32?
    var at: Date?
    var isOffline = false
    var isWalkIn = false
    var undoes: String?
    var key = UUID().uuidString

    init(_ signUp: Int64?, at session: Int64, people: Int32? = nil) {
        self.signUp = signUp
        self.session = session
        self.people = people
    }

    func changed(_ change: (inout Scan) -> Void) -> Scan {
        var changed = self
        change(&changed)
        return changed
    }

    var out: Scan { changed { $0.direction = "out" } }
    var walkIn: Scan { changed { $0.isWalkIn = true } }

    /// Recorded without network, so many minutes ago.
    func offline(minutesAgo: Double) -> Scan {
        changed {
            $0.isOffline = true
            $0.at = Date(timeIntervalSinceNow: -minutesAgo * 60)
        }
    }

    /// Takes another one back.
    static func undo(_ other: Scan) -> Scan {
        Scan(nil, at: other.session).changed {
            $0.direction = "undo"
            $0.undoes = other.key
        }
    }

    fileprivate var hash: [UInt8] {
        [UInt8]("\(signUp ?? 0)/\(session)/\(direction)/\(people ?? 0)/\(isWalkIn)/\(undoes ?? "")".utf8)
    }
}

/// The answer to a scan.
struct Scanned: Sendable, Equatable {
    var outcome: String
    var accepted: Bool
    var name: String?
    var places: Int32?
    var inside: Int32?
    var counted: Int32?
    var excess: Int32?
    var wasIn: Bool
    var own: Bool?
    var session: Int64
    var remaining: Int32?
    var roomLeft: Int32?
    var beyond: Int32?
    var needs: [String]?
}

extension PostgresSession {
    func scan(_ scans: [Scan], actor: String = "command") async throws(PostgresError) -> [Scanned] {
        try await execute(CheckIns(actor: actor, scans: scans))
    }

    func scan(_ scan: Scan, actor: String = "command") async throws(PostgresError) -> Scanned {
        try await self.scan([scan], actor: actor)[0]
    }

    /// Its outcome alone.
    func outcome(_ scan: Scan, actor: String = "command") async throws(PostgresError) -> String {
        try await self.scan(scan, actor: actor).outcome
    }
}

private struct CheckIns: PostgresStatement {
    static let sql = """
        select outcome, accepted, name, places, inside, counted, excess, last_in_at is not null, own, session_id,
            remaining, room_left, beyond, needs
        from api.check_in($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """

    let actor: String
    let scans: [Scan]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor)
        parameters.append(scans.map(\.session))
        parameters.append(scans.map(\.signUp))
        parameters.append(scans.map(\.version))
        parameters.append(scans.map(\.direction))
        parameters.append(scans.map(\.people))
        parameters.append(scans.map(\.at))
        parameters.append(scans.map(\.isOffline))
        parameters.append(scans.map(\.isWalkIn))
        parameters.append(scans.map(\.undoes))
        parameters.append(scans.map(\.key))
        parameters.append(scans.map(\.hash))
    }

    static func decode(_ row: inout PostgresRow) throws -> Scanned {
        Scanned(
            outcome: try row.decode(), accepted: try row.decode(), name: try row.decode(), places: try row.decode(),
            inside: try row.decode(), counted: try row.decode(), excess: try row.decode(), wasIn: try row.decode(),
            own: try row.decode(), session: try row.decode(), remaining: try row.decode(),
            roomLeft: try row.decode(), beyond: try row.decode(), needs: try row.decode())
    }
}
