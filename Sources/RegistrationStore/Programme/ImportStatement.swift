internal import Postgres

/// One line of an import's report.
public enum ImportFinding: Hashable, Sendable {
    /// Something is wrong, so nothing may be committed. `code` says what, `detail` names the other party where there is one.
    case problem(line: Int, code: String, detail: String)
    case created(slug: String)
    case updated(slug: String)
    /// A session's room was unknown and has been made.
    case roomMade(name: String)
}

/// `api.import_venues`: a JSON array of objects, one for each line.
struct ImportVenuesStatement: PostgresStatement {
    static let sql = "select kind, line, code, detail from api.import_venues($1)"

    let lines: PostgresJSON

    func bind(_ parameters: inout PostgresParameters) { parameters.append(lines) }

    static func decode(_ row: inout PostgresRow) throws -> ImportFinding { try ImportFinding(&row) }
}

/// `api.import_sessions`, likewise; the time zone is for the edition that it may have to make.
struct ImportSessionsStatement: PostgresStatement {
    static let sql = "select kind, line, code, detail from api.import_sessions($1, $2)"

    let lines: PostgresJSON
    let timeZone: String

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(lines)
        parameters.append(timeZone)
    }

    static func decode(_ row: inout PostgresRow) throws -> ImportFinding { try ImportFinding(&row) }
}

extension ImportFinding {
    fileprivate init(_ row: inout PostgresRow) throws {
        let kind = try row.decode(String.self)
        let line = Int(try row.decode(Int32?.self) ?? 0)
        let code = try row.decode(String?.self) ?? ""
        let detail = try row.decode(String?.self) ?? ""
        switch kind {
        case "problem": self = .problem(line: line, code: code, detail: detail)
        case "created": self = .created(slug: detail)
        case "updated": self = .updated(slug: detail)
        case "room_made": self = .roomMade(name: detail)
        default: throw UnexpectedAnswer(function: "an import", answer: kind)
        }
    }
}
