/// What `NOTIFY` said.
public struct PostgresNotification: Sendable, Hashable {
    public let channel: String
    public let payload: String
    /// The server process that said it, to tell one's own from others'.
    public let serverProcess: Int32
}
