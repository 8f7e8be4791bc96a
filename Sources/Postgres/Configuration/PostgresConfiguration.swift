import CLibPQ

/// How to reach a database, and how much may be asked of it at once.
public struct PostgresConfiguration: Sendable {
    /// Connections that all tasks share for single statements.
    public var pipelinedConnections = 2
    /// Connections that a task has for itself, for transactions, COPY and LISTEN.
    public var exclusiveConnections = 4

    /// Statements under way on each pipelined connection.
    public var maximumInFlight = 64
    /// Statements waiting to be sent; one more is refused at once with `.tooBusy`.
    public var maximumWaiting = 4096
    /// Tasks waiting for an exclusive connection; one more is refused at once with `.tooBusy`.
    public var maximumWaitingSessions = 64

    /// How long a statement may take from being asked to its answer, where its caller says nothing else.
    public var defaultDeadline: Duration = .seconds(10)
    /// How long a statement waits for a connection while there is none, before `.notConnected`.
    public var connectionWait: Duration = .seconds(1)
    /// How long a task waits for an exclusive connection, before `.timedOut`.
    public var sessionWait: Duration = .seconds(5)
    /// A connection that owes an answer and has been silent for so long is given up. Longer than `statement_timeout`.
    public var silenceLimit: Duration = .seconds(15)
    /// How long `PostgresClient.run` lets statements finish once it is cancelled.
    public var drainLimit: Duration = .seconds(10)
    /// The shortest and the longest pause before connecting again; it doubles from one to the other, with jitter.
    public var reconnectDelay: ClosedRange<Duration> = .milliseconds(25)...(.seconds(2))
    /// How long a cancelled statement of a session may take to end, before its connection is thrown away.
    public var cancelLimit: Duration = .seconds(5)
    /// An exclusive connection that nobody used for so long is closed.
    public var idleLimit: Duration = .seconds(60)

    /// Server settings for every connection, such as `statement_timeout`; sent when connecting.
    public var settings: [String: String] = [:]
    /// Server settings for exclusive connections, over `settings`.
    public var exclusiveSettings: [String: String] = [:]

    /// The role that statements run as, where it isn't the one that logs in.
    public var role: String?

    /// libpq's parameters by keyword, as given in the connection string.
    private(set) var parameters: [String: String]

    /// - Parameter connectionString: a libpq connection string or URI; several hosts, `target_session_attrs`, `sslmode`
    ///   and all other keywords of the PostgreSQL manual's section 34.1.2 are allowed. What it leaves out is set so that
    ///   a dead host is noticed within seconds.
    /// - Throws: `.invalidConfiguration`, with libpq's reason, where it can't be read.
    public init(
        connectionString: String, role: String? = nil, applicationName: String = "postgres-swift"
    ) throws(PostgresError) {
        self.role = role
        parameters = try Self.parse(connectionString)
        try Self.check(parameters)
        let defaults = [
            "application_name": applicationName, "connect_timeout": "3", "tcp_user_timeout": "5000",
            "keepalives_idle": "5", "keepalives_interval": "2", "keepalives_count": "3",
        ]
        parameters.merge(defaults) { given, _ in given }
        // Text is decoded as UTF-8.
        parameters["client_encoding"] = "UTF8"
    }

    /// The same server, another database.
    public func with(database: String) -> PostgresConfiguration {
        var copy = self
        copy.parameters["dbname"] = database
        return copy
    }

    /// The database's name, where the connection string gives one.
    public var database: String? { parameters["dbname"] }

    func connectionParameters(for lane: Link.Lane) -> [String: String] {
        var settings = settings
        if lane == .exclusive { settings.merge(exclusiveSettings) { _, exclusive in exclusive } }
        if let role { settings["role"] = role }
        var parameters = parameters
        let options = settings.sorted { $0.key < $1.key }.map { "-c \(Self.escape($0.key))=\(Self.escape($0.value))" }
        parameters["options"] = ([parameters["options"] ?? ""] + options).filter { !$0.isEmpty }.joined(separator: " ")
        return parameters
    }

    /// The server splits `options` at white space that has no backslash before it.
    private static func escape(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar.properties.isWhitespace { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    private static func parse(_ connectionString: String) throws(PostgresError) -> [String: String] {
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(connectionString, &message) else {
            let reason = message.map { String(cString: $0).trimmed } ?? "out of memory"
            throw PostgresError(.invalidConfiguration, cause: withoutURI(reason))
        }
        defer { PQconninfoFree(options) }
        var parameters: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { parameters[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return parameters
    }

    /// libpq looks at these values only when it connects, and its refusal then reads like a server that is away.
    private static let words = [
        "sslmode": ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"],
        "target_session_attrs": ["any", "read-write", "read-only", "primary", "standby", "prefer-standby"],
        "gssencmode": ["disable", "prefer", "require"], "channel_binding": ["disable", "prefer", "require"],
    ]

    private static func check(_ parameters: [String: String]) throws(PostgresError) {
        for (keyword, known) in words {
            guard let value = parameters[keyword], !value.isEmpty, !known.contains(value) else { continue }
            throw PostgresError(
                .invalidConfiguration, cause: "\(keyword) '\(value)' is not one of \(known.joined(separator: ", "))")
        }
        let ports = (parameters["port"] ?? "").split(separator: ",")
        if let port = ports.first(where: { UInt16($0) ?? 0 == 0 }) {
            throw PostgresError(.invalidConfiguration, cause: "port '\(port)' is not a number from 1 to 65535")
        }
    }

    /// libpq repeats a malformed URI whole, with its password.
    private static func withoutURI(_ message: String) -> String {
        guard let scheme = message.firstRange(of: "://") else { return message }
        return message[..<scheme.upperBound] + "…"
    }

    func redact(_ message: String) -> String {
        guard let password = parameters["password"], !password.isEmpty else { return message }
        return message.split(separator: password, omittingEmptySubsequences: false).joined(separator: "…")
    }
}
