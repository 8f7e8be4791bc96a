import CLibPQ

/// A statement's rows as they come.
public struct PostgresRows<Statement: PostgresStatement>: AsyncSequence, Sendable {
    let connection: ExclusiveConnection
    let statement: Statement

    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, statement: statement)
    }

    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let statement: Statement
        private var isStarted = false
        private var rows: [Statement.Row] = []
        private var index = 0

        init(connection: ExclusiveConnection, statement: Statement) {
            self.connection = connection
            self.statement = statement
        }

        public mutating func next() async throws(PostgresError) -> Statement.Row? {
            if index == rows.count {
                guard let more = try await fetch() else { return nil }
                rows = more
                index = 0
            }
            defer { index += 1 }
            return rows[index]
        }

        private mutating func fetch() async throws(PostgresError) -> [Statement.Row]? {
            let statement = statement
            if !isStarted {
                isStarted = true
                try await connection.perform { connection throws(PostgresError) in
                    try await connection.startRows(statement)
                }
            }
            return try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
                try await connection.nextRows(of: Statement.self, atMost: 256)
            }
        }
    }
}

/// What `COPY … TO STDOUT` sends, in pieces of whole rows.
public struct PostgresCopyOut: AsyncSequence, Sendable {
    let connection: ExclusiveConnection
    let sql: String

    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, sql: sql)
    }

    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let sql: String
        private var isStarted = false

        init(connection: ExclusiveConnection, sql: String) {
            self.connection = connection
            self.sql = sql
        }

        public mutating func next() async throws(PostgresError) -> [UInt8]? {
            let sql = sql
            if !isStarted {
                isStarted = true
                try await connection.perform { connection throws(PostgresError) in
                    try await connection.startCopy(sql, PGRES_COPY_OUT)
                }
            }
            return try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
                try await connection.nextCopyChunk(atMost: 65_536)
            }
        }
    }
}

/// The rows that a session holds, in pieces of whole rows: each is laid out as in `COPY … (format binary)`, its number of
/// columns before them, and before each column its length, or -1 for null (manual, "COPY", "Tuples"). To be read once.
public struct PostgresHeldRows: AsyncSequence, Sendable {
    let connection: ExclusiveConnection
    let cursor: String

    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, cursor: cursor)
    }

    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let cursor: String

        public mutating func next() async throws(PostgresError) -> [UInt8]? {
            let cursor = cursor
            return try await connection.perform { connection throws(PostgresError) in
                let rows = try await connection.bytes(of: "fetch 500 from \(cursor)")
                if rows.isEmpty { try await connection.runScript("close \(cursor)") }
                return rows.isEmpty ? nil : rows
            }
        }
    }
}

/// What is said on a channel, without end. Ends by throwing where the connection is lost or the task cancelled.
public struct PostgresNotifications: AsyncSequence, Sendable {
    let connection: ExclusiveConnection
    let channel: String

    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, channel: channel)
    }

    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let channel: String

        public mutating func next() async throws(PostgresError) -> PostgresNotification? {
            let channel = channel
            while true {
                let notification = try await connection.perform(isOnlyWaiting: true) {
                    connection throws(PostgresError) in
                    try await connection.nextNotification()
                }
                if notification.channel == channel { return notification }
            }
        }
    }
}
