internal import Postgres

/// What was applied, for its owner.
struct AppliedStatement: PostgresStatement {
    static let sql = "select name, checksum from app.schema_change"

    static func decode(_ row: inout PostgresRow) throws -> AppliedChange { try AppliedChange(&row) }
}

/// What was applied, for everybody else.
struct KnownStatement: PostgresStatement {
    static let sql = "select name, checksum from api.schema_changes"

    static func decode(_ row: inout PostgresRow) throws -> AppliedChange { try AppliedChange(&row) }
}

extension AppliedChange {
    fileprivate init(_ row: inout PostgresRow) throws {
        self.init(name: try row.decode(String.self), checksum: try row.decode(String.self))
    }
}

struct RecordStatement: PostgresStatement {
    static let sql = """
        insert into app.schema_change (name, checksum) values ($1, $2)
        on conflict (name) do update set checksum = excluded.checksum, applied_at = now()
        """

    let change: SchemaChange

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(change.name)
        parameters.append(change.checksum)
    }
}

/// What the database's texts are made of.
struct EncodingStatement: PostgresStatement {
    static let sql = "select pg_encoding_to_char(encoding)::text from pg_database where datname = current_database()"

    func bind(_ parameters: inout PostgresParameters) {}

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode(String.self) }
}
