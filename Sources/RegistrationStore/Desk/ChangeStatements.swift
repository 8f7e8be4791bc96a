internal import Foundation
internal import Postgres
internal import Registration

/// `api.desk_changes`
struct DeskChangesStatement: PostgresStatement {
    static let sql = "select api.desk_changes($1, $2, $3)"

    let actor: StaffActor
    let before: ProgrammeChange.ID?
    let most: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(before)
        parameters.append(Int32(most))
    }

    static func decode(_ row: inout PostgresRow) throws -> ProgrammeChange {
        try row.decode(PostgresJSON.self).decodeDesk(ChangeJSON.self).change()
    }
}

/// `api.undo_change`
struct UndoChangeStatement: PostgresStatement {
    static let sql = "select api.undo_change($1, $2, $3, $4)"

    let actor: StaffActor
    let change: ProgrammeChange.ID
    let shown: ShownUndoing?
    let isDryRun: Bool

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(change)
        parameters.append(
            shown.map { PostgresJSON(bytes: Array(#"{"told":\#($0.told),"clashes":\#($0.clashes)}"#.utf8)) })
        parameters.append(isDryRun)
    }

    /// `nil`: there is no such change any more.
    static func decode(_ row: inout PostgresRow) throws -> UndoEffect? {
        try row.decode(PostgresJSON.self).decodeDesk(UndoJSON.self).effect()
    }
}

/// `api.part_since`
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
        try row.decode(PostgresJSON?.self).map { try $0.decodeDesk(PartSinceJSON.self).since() }
    }
}

/// What an organiser agreed to when they asked for a change to be undone.
public struct ShownUndoing: Hashable, Sendable {
    public let told: Int
    public let clashes: Int

    public init(told: Int, clashes: Int) {
        self.told = told
        self.clashes = clashes
    }
}
