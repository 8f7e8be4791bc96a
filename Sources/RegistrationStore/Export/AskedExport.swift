internal import Postgres
public import Registration

/// An export that somebody asked for on a page and fetches from there.
public struct AskedExport: Sendable {
    /// `edition`, `venue:SLUG`, `session:SLUG` or `selection`.
    public let scope: String
    public let formats: String
    /// Their keys.
    public let columns: [String]
    public let rows: Int
    public let state: ExportRun.State
    /// Sign-ups that it has now.
    public let expected: Int
}

struct AskedExportStatement: PostgresStatement {
    static let sql = "select scope, formats, columns, rows, outcome, error, expected from api.export_run($1, $2)"

    let actor: String
    let run: Int64

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor)
        parameters.append(run)
    }

    static func decode(_ row: inout PostgresRow) throws -> AskedExport {
        let (scope, formats) = (try row.decode(String.self), try row.decode(String.self))
        let columns = try row.decode(String.self).split(separator: ",").map(String.init)
        let rows = Int(try row.decode(Int32.self))
        let (outcome, error) = (try row.decode(String?.self), try row.decode(String?.self))
        return AskedExport(
            scope: scope, formats: formats, columns: columns, rows: rows,
            state: error.map(ExportRun.State.failed) ?? (outcome == nil ? .underWay : .done),
            expected: Int(try row.decode(Int32.self)))
    }
}

struct ExportProgressStatement: PostgresStatement {
    static let sql = "select from api.export_progress($1, $2)"

    let run: Int64
    let rows: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(run)
        parameters.append(Int32(rows))
    }
}
