public import Postgres

/// Why the store could not answer. Expected results are values; these are broken promises.
public enum StoreError: Error, CustomStringConvertible {
    /// Too many wait already.
    case tooBusy
    /// The database is away, or did not answer in time. What was asked may or may not have happened.
    case unavailable(PostgresError?)
    /// The database refused a statement that it should have accepted.
    case refused(PostgresError)
    case unexpected(any Error)

    public init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as PostgresError:
            if error.code == .tooBusy {
                self = .tooBusy
            } else {
                self = error.isPassing ? .unavailable(error) : .refused(error)
            }
        default: self = .unexpected(error)
        }
    }

    /// Whether a request of the batch can be to blame.
    var isWorthSplitting: Bool {
        switch self {
        case .tooBusy, .unavailable: false
        case .refused, .unexpected: true
        }
    }

    /// Whether asking again in a moment, with the same request key, can help.
    public var isPassing: Bool { !isWorthSplitting }

    /// Whether `app.require` refused what an actor may not do.
    public var isNotAllowed: Bool {
        guard case .refused(let cause) = self else { return false }
        return cause.sqlState == "42501" && cause.constraint == "staff_permission"
    }

    public var description: String {
        switch self {
        case .tooBusy: "too many requests wait for the database"
        case .unavailable(let cause):
            "the database can't be asked: \(cause.map(\.description) ?? "it has not been reached yet")"
        case .refused(let cause): "the database refused: \(cause)"
        case .unexpected(let cause): "unexpected: \(cause)"
        }
    }
}

extension PostgresError {
    /// Whether the trouble lies with the server or the way to it and passes by itself, rather than with what was asked.
    fileprivate var isPassing: Bool {
        guard let sqlState else { return code != .decoding && code != .misuse && code != .invalidConfiguration }
        // Classes 08 (connection), 40 (rolled back), 53 (out of resources), 57 (operator, statement_timeout); lock_timeout, and
        // read_only_sql_transaction.
        return ["08", "40", "53", "57"].contains(String(sqlState.prefix(2))) || ["55P03", "25006"].contains(sqlState)
    }

    /// Whether a statement that may be asked twice should be asked again at once: it did nothing, or nobody knows.
    var isWorthAskingAgain: Bool {
        isSafeToRetry && ![.tooBusy, .cancelled].contains(code) || code == .unknownOutcome
    }
}
