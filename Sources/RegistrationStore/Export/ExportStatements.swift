internal import Foundation
internal import Postgres
internal import Registration

struct BeginExportStatement: PostgresStatement {
    static let sql = "select api.begin_export($1, $2, $3, $4, $5)"

    let actor: String
    let scope: ExportScope
    let formats: String
    let columns: String

    func bind(_ parameters: inout PostgresParameters) {
        var sessions: [String]?
        var venue: String?
        switch scope {
        case .edition: break
        case .sessions(let slugs): sessions = slugs
        case .venue(let slug): venue = slug
        }
        parameters.append(actor)
        parameters.append(sessions)
        parameters.append(venue)
        parameters.append(formats)
        parameters.append(columns)
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode(Int64.self) }
}

struct HoldExportStatement: PostgresStatement {
    static let sql = "select from api.hold_export($1)"

    let run: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(run) }
}

struct EndExportStatement: PostgresStatement {
    static let sql = "select api.end_export($1, $2, $3, $4, $5)"

    let run: Int64
    let rows: Int
    let files: Int
    let bytes: Int
    let error: String?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(run)
        parameters.append(Int32(rows))
        parameters.append(Int32(files))
        parameters.append(Int64(bytes))
        parameters.append(error)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

struct ExportSessionsStatement: PostgresStatement {
    static let sql = """
        select slug, title_fr, title_en, host, venue_slug, venue, room, starts_at, ends_at, cancelled, sign_ups,
            confirmed_places, waiting, confirmed_places = counted_places and waiting = counted_waiting
        from api.export_sessions($1)
        order by ordinal
        """

    let run: Int64

    func bind(_ parameters: inout PostgresParameters) { parameters.append(run) }

    static func decode(_ row: inout PostgresRow) throws -> ExportedSession {
        ExportedSession(
            slug: try row.decode(String.self),
            title: try row.decodeLocalized(),
            host: try row.decode(String.self), venueSlug: try row.decode(String.self),
            venue: try row.decode(String.self), room: try row.decode(String.self),
            startsAt: try row.decode(Date.self), endsAt: try row.decode(Date.self),
            isCancelled: try row.decode(Bool.self), signUps: Int(try row.decode(Int32.self)),
            confirmedPlaces: Int(try row.decode(Int32.self)), waiting: Int(try row.decode(Int32.self)),
            agreesWithCounters: try row.decode(Bool.self))
    }
}

struct SaveExportChoiceStatement: PostgresStatement {
    static let sql = "select api.save_export_choice($1, $2, $3)"

    let actor: String
    let name: String
    let columns: [String]

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor)
        parameters.append(name)
        parameters.append(columns)
    }

    static func decode(_ row: inout PostgresRow) throws -> Int64 { try row.decode(Int64.self) }
}

struct ForgetExportChoiceStatement: PostgresStatement {
    static let sql = "select api.forget_export_choice($1, $2)"

    let actor: String
    let choice: Int64

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor)
        parameters.append(choice)
    }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

struct ExportChoicesStatement: PostgresStatement {
    static let sql = "select id, name, columns from api.export_choices order by name"

    static func decode(_ row: inout PostgresRow) throws -> ExportChoice {
        ExportChoice(
            id: try row.decode(Int64.self), name: try row.decode(String.self), columns: try row.decode([String].self))
    }
}

struct ExportRunsStatement: PostgresStatement {
    static let sql = """
        select id, kind, scope, formats, night, started_at, ended_at, outcome, error, rows, files, bytes,
            added, changed, cancelled
        from api.export_runs
        limit $1
        """

    let count: Int

    func bind(_ parameters: inout PostgresParameters) { parameters.append(Int32(count)) }

    static func decode(_ row: inout PostgresRow) throws -> ExportRun {
        let id = try row.decode(Int64.self)
        let kind = try row.decode(String.self)
        let (scope, formats) = (try row.decode(String.self), try row.decode(String.self))
        let night = try row.decode(PostgresDate?.self).map { try CalendarDay($0) }
        let (startedAt, endedAt) = (try row.decode(Date.self), try row.decode(Date?.self))
        let (outcome, error) = (try row.decode(String?.self), try row.decode(String?.self))
        let (rows, files) = (try row.decode(Int32.self), try row.decode(Int32.self))
        let bytes = try row.decode(Int64.self)
        let changes = [try row.decode(Int32?.self), try row.decode(Int32?.self), try row.decode(Int32?.self)]
            .compactMap { $0.map(Int.init) }
        return ExportRun(
            id: id, kind: ExportRun.Kind(rawValue: kind) ?? .asked, scope: scope, formats: formats, night: night,
            startedAt: startedAt, endedAt: endedAt,
            state: error.map(ExportRun.State.failed) ?? (outcome == nil ? .underWay : .done), rows: Int(rows),
            files: Int(files), bytes: bytes,
            changes: changes.count == 3
                ? ExportChanges(new: changes[0], changed: changes[1], cancelled: changes[2]) : nil)
    }
}
