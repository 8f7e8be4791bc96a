internal import Foundation
internal import Postgres
internal import Registration

/// `api.import_venues` or `api.import_sessions`, by the kind of the file.
struct ImportStatement: PostgresStatement {
    /// One of the two answers; the other is not asked.
    static let sql = """
        select case when $2 = 'venues' then api.import_venues($1, $3, $6)
            else api.import_sessions($1, $3, $4, $5, $6) end
        """

    let file: ImportFile
    let publishes: Bool
    let isDryRun: Bool
    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(file.kind.rawValue)
        parameters.append(PostgresJSON(bytes: file.lines))
        // For the edition that it may have to make.
        parameters.append(file.timeZone.identifier)
        parameters.append(publishes)
        parameters.append(isDryRun)
    }

    static func decode(_ row: inout PostgresRow) throws -> ImportEffect {
        try row.decode(PostgresJSON.self).decodeObject(ImportJSON.self).effect()
    }
}
