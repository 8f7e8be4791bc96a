import Postgres

// Statements that several suites use.

/// `select $1`, back as it was sent.
struct Echo<Value: PostgresEncodable & PostgresDecodable>: PostgresStatement {
    static var sql: String { "select $1" }
    let value: Value

    init(_ value: Value) { self.value = value }

    func bind(_ parameters: inout PostgresParameters) { parameters.append(value) }

    static func decode(_ row: inout PostgresRow) throws -> Value { try row.decode() }
}

struct Sleep: PostgresStatement {
    static let sql = "select 1 from pg_sleep($1)"
    let seconds: Double

    func bind(_ parameters: inout PostgresParameters) { parameters.append(seconds) }

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

/// Takes as long as the test wants (`whileLocked`).
struct WaitForLock: PostgresStatement {
    static let sql = "select 1 from pg_advisory_xact_lock_shared($1)"
    var lock = 1

    func bind(_ parameters: inout PostgresParameters) { parameters.append(lock) }

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

/// Whether a server process waits for a lock.
struct IsLocked: PostgresStatement {
    static let sql = "select exists (select from pg_stat_activity where pid = $1 and wait_event_type = 'Lock')"
    let process: Int32

    func bind(_ parameters: inout PostgresParameters) { parameters.append(process) }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct Divide: PostgresStatement {
    static let sql = "select $1::bigint / $2::bigint"
    let dividend: Int
    let divisor: Int

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(dividend)
        parameters.append(divisor)
    }

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

/// `1` to `last`.
struct Numbers: PostgresStatement {
    static let sql = "select generate_series(1, $1)"
    let last: Int

    func bind(_ parameters: inout PostgresParameters) { parameters.append(last) }

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

// Of a table `item (id bigint)`.

struct InsertItem: PostgresStatement {
    static let sql = "insert into item values ($1)"
    typealias Row = Void
    let id: Int

    func bind(_ parameters: inout PostgresParameters) { parameters.append(id) }
}

struct CountItems: PostgresStatement {
    static let sql = "select count(*) from item"

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

struct CountPrepared: PostgresStatement {
    static let sql = "select count(*) from pg_prepared_statements where statement like 'select $1::bigint /%'"

    static func decode(_ row: inout PostgresRow) throws -> Int { try row.decode() }
}

struct ServerProcess: PostgresStatement {
    static let sql = "select pg_backend_pid()"

    static func decode(_ row: inout PostgresRow) throws -> Int32 { try row.decode() }
}

struct Terminate: PostgresStatement {
    static let sql = "select pg_terminate_backend($1)"
    let process: Int32

    func bind(_ parameters: inout PostgresParameters) { parameters.append(process) }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct IsRunning: PostgresStatement {
    static let sql = "select exists (select from pg_stat_activity where pid = $1)"
    let process: Int32

    func bind(_ parameters: inout PostgresParameters) { parameters.append(process) }

    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode() }
}

struct Setting: PostgresStatement {
    static let sql = "select current_setting($1)"
    let name: String

    func bind(_ parameters: inout PostgresParameters) { parameters.append(name) }

    static func decode(_ row: inout PostgresRow) throws -> String { try row.decode() }
}
