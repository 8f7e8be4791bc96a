internal import Export
internal import Logging
internal import Mail
internal import Postgres
internal import Registration
internal import RegistrationStore
internal import Schema
internal import ServiceLifecycle
internal import UnixSignals
internal import Web

/// The parts of the service, started in order and stopped in the opposite one.
struct RunningService {
    let settings: Settings
    let listen: ListenAddress
    let database: PostgresConfiguration
    let key: TicketKey
    let certificates: CertificateStore
    let publicURL: PublicURL
    /// `nil`: letters are kept.
    let mail: MailRoute?
    /// `nil`: nights are not written here.
    let nights: NightlyExport.Plan?
    let logger: Logger

    /// How long requests under way may take once the service was told to stop.
    static let drain = Duration.seconds(30)

    /// `-c synchronous_commit=remote_apply` in a connection string's options, however it is written there.
    private static var standbyCommit: Regex<(Substring, Substring)> { /synchronous[_-]commit(=|%3[Dd])remote_/ }

    /// Serves until told to stop: by a signal or, inside another service, by that.
    ///
    /// - Parameters:
    ///   - others: What the service stands on: started before, stopped after it.
    ///   - signals: None where another service heeds them.
    ///   - onListening: Called with the bound port once clients can connect.
    func run(
        after others: [any Service] = [], until signals: [UnixSignal] = [.sigterm, .sigint],
        onListening: @escaping @Sendable (Int) async -> Void
    ) async throws {
        var database = database
        // One slow statement must not hold up the lane that everybody shares.
        database.settings["statement_timeout"] = "5s"
        database.settings["lock_timeout"] = "3s"
        database.settings["idle_in_transaction_session_timeout"] = "10s"
        // No statement of the service runs long enough for its compilation to pay; where a sequential scan is ruled out but
        // the only way, the planner's costs would ask for one of half a second.
        database.settings["jit"] = "off"
        // What is confirmed has to last, whatever the server's default is. Who asked for a standby's word, too, keeps it.
        if settings.databaseURL?.contains(Self.standbyCommit) != true { database.settings["synchronous_commit"] = "on" }
        let client = PostgresClient(database, logger: logger)
        let store = RegistrationStore(client: client, migration: try Schema.latestMigration(), logger: logger)
        let front = FrontConfiguration(
            listen: listen, publicURL: publicURL, redirectListen: settings.redirectListen,
            trustedProxies: settings.trustedProxies, limitsAddresses: settings.limitsAddresses, limits: settings.limits)
        let mailStatus = MailStatus(isWorking: mail != nil)
        let web = try WebService(
            store: store, key: key, configuration: front, certificates: certificates,
            isMailWorking: { mailStatus.isWorking },
            nights: nights.map { $0.isRefused ? .refused : .written } ?? .off, logger: logger,
            onListening: { ports in
                // Pages can be shown once the programme has been read; while the database is away the front says so itself.
                _ = try? await store.programme.reload()
                await onListening(ports.secure)
            })
        var parts: [any Service] = [
            Part { await store.programme.run() }, Part { await Housekeeping(store: store, logger: logger).run() },
        ]
        if let mail {
            let worker = mail.worker(
                outbox: Outbox(client: client, programme: store.programme), staff: StaffOutbox(client: client),
                publicURL: publicURL, key: key,
                status: mailStatus,
                demand: { store.signUps.submitted }, logger: logger)
            parts.append(
                Part {
                    // Letters tell of sessions.
                    await store.programme.untilRead()
                    await worker.run()
                })
        } else {
            logger.warning("no mail is sent, and letters are kept: SOCIALDAY_SMTP_URL is not set")
        }
        if let nights {
            let watch = NightWatch(store: store, database: database, plan: nights, logger: logger)
            parts.append(Part { await watch.run() })
        }
        parts += [certificates, web] as [any Service]
        var configuration = ServiceGroupConfiguration(
            services: (others + parts).map { .init(service: $0) }, gracefulShutdownSignals: signals, logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.drain
        try await connected(client, while: ServiceGroup(configuration: configuration))
    }

    /// The client is none of the group's services: those that are cut off when the drain is over still have to note what they
    /// did, such as a mail that has just gone.
    private func connected(_ client: PostgresClient, while group: ServiceGroup) async throws {
        let life = Task { try await client.run() }
        let result: Result<Void, any Error>
        do { result = .success(try await group.run()) } catch { result = .failure(error) }
        life.cancel()
        try await life.value
        try result.get()
    }
}

/// A loop that runs until the service stops.
struct Part: Service {
    private let body: @Sendable () async throws -> Void

    init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }

    func run() async throws {
        do { try await cancelWhenGracefulShutdown(body) } catch is CancellationError {}
    }
}
