/// Why the private server could not be made, started or stopped.
public struct PostgresServerError: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: Sendable, Hashable {
        /// PostgreSQL's programs are not installed, or not in the version that made the data.
        case notInstalled
        /// PostgreSQL refuses to run as root, and there is no unprivileged account to run it.
        case noAccount
        /// The directory can't be made or used.
        case directory
        /// Another process looks after the server in this directory.
        case inUse
        /// `initdb` failed.
        case notCreated
        /// The server did not start.
        case notStarted
        /// The server did not stop.
        case notStopped
    }

    /// What went wrong, for programs.
    public let code: Code
    /// What happened and what to do about it.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
