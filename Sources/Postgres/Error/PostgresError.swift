/// What went wrong between this program and PostgreSQL.
///
/// `description` is safe to log and to show to an operator: it names the kind of failure, the SQLSTATE and the
/// constraint, never a value. What the server wrote about values is in `server`, and in `debugDescription`.
public struct PostgresError: Error, Sendable {
    /// The kind of failure, to be compared with the constants of `Code`.
    public let code: Code

    /// Whether doing the same again can't do it twice: nothing of the statement, or of its transaction, took effect.
    public let isSafeToRetry: Bool

    /// The server's own report, where it made one.
    public let server: ServerReport?

    /// What libpq, the system or a decoder said; may hold host names, never parameters.
    public let cause: String?

    /// What kind of failure it was.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        enum Kind: Hashable {
            case server(String)
            case connectionLost, notSent, unknownOutcome, timedOut, tooBusy, cancelled, decoding
            case invalidConfiguration, notConnected, misuse
        }

        let kind: Kind

        /// The server refused, with this SQLSTATE (PostgreSQL manual, appendix A).
        public static func server(_ sqlState: String) -> Code { Code(kind: .server(sqlState)) }
        /// The connection ended in the middle of a transaction, which the server therefore rolls back.
        public static let connectionLost = Code(kind: .connectionLost)
        /// The connection ended before the server had the whole statement.
        public static let notSent = Code(kind: .notSent)
        /// The connection ended after the statement was sent and before its end was known: it may have been committed.
        public static let unknownOutcome = Code(kind: .unknownOutcome)
        /// The deadline passed. `isSafeToRetry` tells whether the statement was still waiting to be sent.
        public static let timedOut = Code(kind: .timedOut)
        /// As many statements or sessions as allowed are waiting already.
        public static let tooBusy = Code(kind: .tooBusy)
        /// The task was cancelled.
        public static let cancelled = Code(kind: .cancelled)
        /// A row was not of the shape the statement expects.
        public static let decoding = Code(kind: .decoding)
        /// A connection string or setting that can't be used.
        public static let invalidConfiguration = Code(kind: .invalidConfiguration)
        /// There is no connection, and none came in time.
        public static let notConnected = Code(kind: .notConnected)
        /// What was asked can't be done, or not now: the session is in the middle of another task's statement, say.
        public static let misuse = Code(kind: .misuse)

        public var description: String {
            switch kind {
            case .server(let sqlState): "PostgreSQL refused (\(sqlState))"
            case .connectionLost: "the connection to PostgreSQL was lost in a transaction"
            case .notSent: "the connection to PostgreSQL was lost before the statement was sent"
            case .unknownOutcome: "the connection to PostgreSQL was lost before the outcome was known"
            case .timedOut: "PostgreSQL did not answer in time"
            case .tooBusy: "too many statements are waiting for PostgreSQL"
            case .cancelled: "the statement was cancelled"
            case .decoding: "PostgreSQL's answer was not of the expected shape"
            case .invalidConfiguration: "the connection to PostgreSQL is not configured rightly"
            case .notConnected: "there is no connection to PostgreSQL"
            case .misuse: "the connection can't be used like this"
            }
        }
    }

    init(_ code: Code, isSafeToRetry: Bool? = nil, server: ServerReport? = nil, cause: String? = nil) {
        self.code = code
        self.isSafeToRetry = isSafeToRetry ?? Self.isSafeByNature(code)
        self.server = server
        self.cause = cause
    }

    /// The SQLSTATE, where the server refused.
    public var sqlState: String? { server?.sqlState }

    /// The constraint that was violated, where one was.
    public var constraint: String? { server?.constraint }

    /// The server's DETAIL line; may hold values.
    public var detail: String? { server?.detail }

    private static func isSafeByNature(_ code: Code) -> Bool {
        switch code.kind {
        case .notSent, .tooBusy, .notConnected, .connectionLost: true
        // Serialization failure and deadlock: the whole transaction was rolled back, and may do better next time.
        case .server(let sqlState): sqlState == "40001" || sqlState == "40P01"
        case .unknownOutcome, .timedOut, .cancelled, .decoding, .invalidConfiguration, .misuse: false
        }
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        switch code.kind {
        case .server: "\(code)" + (constraint.map { ", constraint \($0)" } ?? "")
        case .invalidConfiguration, .notConnected, .decoding, .misuse: "\(code)" + (cause.map { ": \($0)" } ?? "")
        default: code.description
        }
    }

    public var debugDescription: String {
        ([description] + [server?.debugDescription, cause].compactMap { $0 }).joined(separator: "; ")
    }
}

extension PostgresError {
    /// The fields of a server's ErrorResponse (PostgreSQL manual, section 55.8).
    public final class ServerReport: Sendable, CustomDebugStringConvertible {
        /// Five characters (PostgreSQL manual, appendix A).
        public let sqlState: String
        /// The error in one line; what functions `raise` may hold values.
        public let message: String
        /// More about it; may hold values.
        public let detail: String?
        /// What to do about it.
        public let hint: String?
        /// Where it came about: the functions and statements called, innermost first.
        public let context: String?
        /// The schema of the table, or of the type, that it is about.
        public let schema: String?
        /// The table that it is about.
        public let table: String?
        /// The column that it is about.
        public let column: String?
        /// The constraint that was violated.
        public let constraint: String?
        /// Where in the statement, counted in characters from 1.
        public let position: Int?

        init(
            sqlState: String, message: String, detail: String? = nil, hint: String? = nil, context: String? = nil,
            schema: String? = nil, table: String? = nil, column: String? = nil, constraint: String? = nil,
            position: Int? = nil
        ) {
            self.sqlState = sqlState
            self.message = message
            self.detail = detail
            self.hint = hint
            self.context = context
            self.schema = schema
            self.table = table
            self.column = column
            self.constraint = constraint
            self.position = position
        }

        public var debugDescription: String {
            let parts: [(String, String?)] = [
                ("message", message), ("detail", detail), ("hint", hint), ("context", context), ("table", table),
                ("column", column), ("position", position.map { "\($0)" }),
            ]
            return parts.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: "; ")
        }
    }
}
