import Logging

/// Opens connections on a thread of its own, where looking up names and waiting for hosts harm nobody.
actor Connector {
    private nonisolated let executor = DispatchExecutor(label: "postgres.connect")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Throws `.notConnected` with libpq's reason.
    func connect(
        _ configuration: PostgresConfiguration, lane: Link.Lane, logger: Logger
    ) throws(PostgresError) -> sending Link {
        try Link.connecting(configuration, lane: lane, logger: logger)
    }
}
