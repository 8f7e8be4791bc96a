/// What is prepared together: one statement type under one list of parameter types.
struct StatementKey: Hashable, Sendable {
    let statement: ObjectIdentifier
    let parameterTypes: [UInt32]
}

/// A prepared statement's name on its connection.
typealias StatementName = String

/// Which statements a connection has prepared, and under which names.
struct PreparedStatements {
    private var names: [StatementKey: StatementName] = [:]
    private var count = 0

    /// The statement's name, and whether it is still to be prepared under it.
    mutating func name(for key: StatementKey) -> (StatementName, isNew: Bool) {
        if let name = names[key] { return (name, false) }
        count += 1
        let name = "s\(count)"
        names[key] = name
        return (name, true)
    }

    /// Prepare it again, under another name, when it is next used. A newer name than the one that failed is kept.
    mutating func forget(_ key: StatementKey, named name: StatementName) {
        if names[key] == name { names[key] = nil }
    }

    /// Prepare each of them again, under another name, when it is next used.
    mutating func forgetAll() {
        names = [:]
    }
}

extension PostgresError.ServerReport {
    /// Whether the prepared statement, rather than its execution, is at fault: it is gone (26000), or the tables
    /// below it have changed shape (0A000, "cached plan must not change result type"). Nothing was executed then.
    var meansStaleStatement: Bool {
        sqlState == "26000" || (sqlState == "0A000" && message.hasPrefix("cached plan"))
    }
}
