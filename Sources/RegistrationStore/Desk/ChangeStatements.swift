internal import Postgres
internal import Registration

/// `api.desk_changes`
struct DeskChangesStatement: PostgresStatement {
    static let sql = "select api.desk_changes($1)"

    let actor: StaffActor

    func bind(_ parameters: inout PostgresParameters) { parameters.append(actor.description) }

    static func decode(_ row: inout PostgresRow) throws -> ProgrammeChange {
        try row.decode(PostgresJSON.self).decodeObject(ChangeJSON.self).change()
    }
}

/// `api.undo_change`
struct UndoChangeStatement: PostgresStatement {
    static let sql = "select api.undo_change($1, $2, $3, $4, $5)"

    let actor: StaffActor
    let change: ProgrammeChange.ID
    let terms: UndoTerms

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(change)
        parameters.append(terms.excess?.rawValue)
        parameters.append(
            terms.shown.map {
                let shown = #"{"told":\#($0.told),"clashes":\#($0.clashes),"moved":\#($0.moved)}"#
                return PostgresJSON(bytes: Array(shown.utf8))
            })
        parameters.append(terms.isDryRun)
    }

    /// `nil`: there is no such change any more.
    static func decode(_ row: inout PostgresRow) throws -> UndoEffect? {
        try row.decode(PostgresJSON.self).decodeObject(UndoJSON.self).effect()
    }
}

/// `api.part_since`, of whatever has no type of its own for it.
struct PartSinceStatement: PostgresStatement {
    static let sql = "select api.part_since($1, $2, $3, $4)"

    let actor: StaffActor
    let kind: PartKind
    let id: Int64
    let version: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(kind.rawValue)
        parameters.append(id)
        parameters.append(Int32(version))
    }

    static func decode(_ row: inout PostgresRow) throws -> PartSince? {
        try row.decode(PostgresJSON?.self).map { try $0.decodeObject(PartSinceJSON.self).since() }
    }
}

/// `api.part_since`, of a session.
struct SessionSinceStatement: PostgresStatement {
    static let sql = "select api.part_since($1, 'session', $2, $3)"

    let actor: StaffActor
    let session: Session.ID
    let version: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(session)
        parameters.append(Int32(version))
    }

    static func decode(_ row: inout PostgresRow) throws -> SessionSince? {
        try row.decode(PostgresJSON?.self).map { try $0.decodeObject(SinceJSON.self).change() }
    }
}
