import CLibPQ

/// A statement's rows as they come.
public struct PostgresRows<Statement: PostgresStatement>: AsyncSequence, Sendable {
    let connection: ExclusiveConnection
    let statement: Statement

    public func makeAsyncIterator() -> Iterator {
        Iterator(connection: connection, statement: statement)
    }

    /// Reads the rows, some at a time.
    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let statement: Statement
        private var stream: Int?
        private var hasEnded = false
        private var rows: [Statement.Row] = []
        private var index = 0

        init(connection: ExclusiveConnection, statement: Statement) {
            self.connection = connection
            self.statement = statement
        }

        /// The next row; nil after the last. Errors as in `PostgresSession.execute`.
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
            guard !hasEnded else { return nil }
            hasEnded = true
            let stream = try await started()
            let (rows, isEnd) = try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
                try await connection.nextRows(of: Statement.self, in: stream, atMost: 256)
            }
            hasEnded = isEnd
            return rows.isEmpty ? nil : rows
        }

        private mutating func started() async throws(PostgresError) -> Int {
            if let stream { return stream }
            let statement = statement
            let started = try await connection.perform { connection throws(PostgresError) in
                try await connection.startRows(statement)
            }
            stream = started
            return started
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

    /// Reads the pieces, none before the last was taken.
    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let sql: String
        private var stream: Int?
        private var hasEnded = false

        init(connection: ExclusiveConnection, sql: String) {
            self.connection = connection
            self.sql = sql
        }

        /// The next piece, some 64 KiB or one longer row; nil after the last. Errors as in `PostgresSession.execute`.
        public mutating func next() async throws(PostgresError) -> [UInt8]? {
            guard !hasEnded else { return nil }
            hasEnded = true
            let stream = try await started()
            let chunk = try await connection.perform(startsFresh: false) { connection throws(PostgresError) in
                try await connection.nextCopyChunk(in: stream, atMost: 65_536)
            }
            hasEnded = chunk == nil
            return chunk
        }

        private mutating func started() async throws(PostgresError) -> Int {
            if let stream { return stream }
            let sql = sql
            let started = try await connection.perform { connection throws(PostgresError) in
                try await connection.startCopy(sql, PGRES_COPY_OUT)
            }
            stream = started
            return started
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

    /// Fetches the pieces, and closes the cursor behind the last.
    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let cursor: String

        /// The next 500 rows at most; nil after the last. Errors as in `PostgresSession.execute`.
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

    /// Waits for one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        public typealias Failure = PostgresError

        let connection: ExclusiveConnection
        let channel: String

        /// The next notification on the channel, never nil. Throws `.cancelled`, or `.unknownOutcome` where the connection is
        /// lost.
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
