/// What `NOTIFY` said.
public struct PostgresNotification: Sendable, Hashable {
    /// The name that was given to `LISTEN`.
    public let channel: String
    /// What was said; empty where nothing was.
    public let payload: String
    /// The server process that said it, to tell one's own from others'.
    public let serverProcess: Int32
}
