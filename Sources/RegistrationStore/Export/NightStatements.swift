internal import Foundation
internal import Postgres
internal import Registration

struct BeginNightStatement: PostgresStatement {
    static let sql = "select run, time_zone, first_day from api.begin_night($1, $2)"

    let formats: String
    let columns: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(formats)
        parameters.append(columns)
    }

    static func decode(_ row: inout PostgresRow) throws -> NightRun {
        NightRun(
            id: try row.decode(Int64.self), timeZone: TimeZone(identifier: try row.decode(String.self)) ?? .gmt,
            editionDay: try CalendarDay(row.decode(PostgresDate.self)))
    }
}

struct HoldNightStatement: PostgresStatement {
    static let sql = "select slug, added, changed, cancelled from api.hold_night($1)"

    let run: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(run) }

    static func decode(_ row: inout PostgresRow) throws -> (String, ExportChanges) {
        (
            try row.decode(String.self),
            ExportChanges(
                new: Int(try row.decode(Int32.self)), changed: Int(try row.decode(Int32.self)),
                cancelled: Int(try row.decode(Int32.self)))
        )
    }
}

/// When a run's snapshot was taken, and the good night before it.
struct NightMomentStatement: PostgresStatement {
    static let sql = """
        select r.snapshot_at, (select s.last_night from api.export_status s)
        from api.export_runs r
        where r.id = $1
        """

    let run: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(run) }

    static func decode(_ row: inout PostgresRow) throws -> (Date, CalendarDay?) {
        (try row.decode(Date.self), try row.decode(PostgresDate?.self).map { try CalendarDay($0) })
    }
}

struct RecordDigestStatement: PostgresStatement {
    static let sql = "select entries, sha256 from api.record_digest($1)"

    let run: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(run) }

    static func decode(_ row: inout PostgresRow) throws -> RecordDigest {
        RecordDigest(entries: Int(try row.decode(Int32.self)), sha256: try row.decode(String.self))
    }
}

struct EndNightStatement: PostgresStatement {
    static let sql = "select api.end_night($1, $2, $3, $4, $5, $6, $7, $8, $9)"

    let run: Int64
    let end: NightEnd

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(run)
        parameters.append(end.night?.postgresDate)
        parameters.append(Int32(end.rows))
        parameters.append(Int32(end.files))
        parameters.append(Int64(end.bytes))
        parameters.append(end.changes.map { Int32($0.new) })
        parameters.append(end.changes.map { Int32($0.changed) })
        parameters.append(end.changes.map { Int32($0.cancelled) })
        parameters.append(end.error)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

struct ExportStatusStatement: PostgresStatement {
    static let sql = """
        select time_zone, owed_since, last_night, last_good_at, failed_at, error, is_late, now from api.export_status
        """

    static func decode(_ row: inout PostgresRow) throws -> ExportStatus {
        ExportStatus(
            timeZone: TimeZone(identifier: try row.decode(String.self)) ?? .gmt,
            owedSince: try row.decode(Date.self),
            lastNight: try row.decode(PostgresDate?.self).map { try CalendarDay($0) },
            lastGoodAt: try row.decode(Date?.self), failedAt: try row.decode(Date?.self),
            failure: try row.decode(String?.self), isLate: try row.decode(Bool.self),
            now: try row.decode(Date.self))
    }
}
