internal import Export
internal import Foundation
internal import Logging
internal import Postgres
internal import PostgresServer
internal import RegistrationStore
internal import Schema
internal import ServiceLifecycle
internal import Web

/// A demo from its PostgreSQL on. One service, so that it is told to stop at any moment and leaves nothing running.
struct DemoService: Service {
    let settings: Settings
    let listen: ListenAddress
    let folder: DemoFolder
    let isEmpty: Bool
    let server: PostgresServer
    let logger: Logger

    func run() async throws {
        // To its end even where told to stop: a server half started would be nobody's.
        try await server.start()
        let end = await untilStopped()
        try await server.stop()
        try end.get()
    }

    /// Whether it ended as it was told to, or why not. Apart from `run`, since Swift 6.3 crashes where it optimises the two
    /// as one.
    private func untilStopped() async -> Result<Void, any Error> {
        do {
            if try await isPrepared() { try await serve() }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private func serve() async throws {
        let publicURL = try settings.publicURL ?? PublicURL("https://localhost:\(listen.port)")
        let service = RunningService(
            settings: settings, listen: listen, database: try configuration(role: .web),
            key: try SecretFile.read(path: settings.secretFile ?? folder.secret.path),
            certificates: try CertificateStore(
                certificate: settings.tlsCertificate ?? folder.certificate.path,
                key: settings.tlsKey ?? folder.key.path,
                logger: logger),
            publicURL: publicURL, mail: MailRoute(settings, folder: folder.mail, host: publicURL.host),
            nights: try nights(), logger: logger)
        try await service.run(after: [Part { try await server.supervise() }], until: []) { _ in
            Output.line("Ready: \(service.publicURL)")
            if !isEmpty { DemoAccounts.print(folder: folder) }
        }
    }

    /// A demo's people are made up, so that its nights may be plain.
    private func nights() throws(SettingsError) -> NightlyExport.Plan? {
        guard settings.exportsNightly else { return nil }
        let encryption = try NightEncryption(settings)
        if encryption.recipients == nil {
            logger.info("nightly exports are not encrypted: this is a demo, and no recipients are set")
        }
        return NightlyExport.Plan(
            nights: Nights(root: settings.exportFolder.map { URL(fileURLWithPath: $0) } ?? folder.exports),
            recipients: encryption.recipients, allowsPlain: true, retention: settings.exportRetention,
            sharesNights: true)
    }

    /// False where it was told to stop meanwhile.
    private func isPrepared() async throws -> Bool {
        do { try await cancelWhenGracefulShutdown { try await prepareDatabase() } } catch {
            guard Task.isShuttingDownGracefully else { throw error }
        }
        return !Task.isShuttingDownGracefully
    }

    private func prepareDatabase() async throws {
        let maintenance = try PostgresConfiguration(connectionString: server.connectionString())
        try await PostgresSession.with(maintenance, logger: logger) { session in
            do {
                try await session.run(sqlScript: "create database \(DemoFolder.database)")
            } catch let error as PostgresError where error.sqlState == "42P04" {
                logger.debug("the demo's database is there already")
            }
        }
        try await PostgresSession.with(try configuration(role: nil), logger: logger) { session in
            try await Schema.migrate(session: session, logger: logger)
        }
        if isEmpty { return }
        try await PostgresSession.with(try configuration(role: .admin), logger: logger) { session in
            try await DemoProgramme.load(Administration(session: session))
            try await DemoAccounts.make(Administration(session: session))
        }
    }

    private func configuration(role: DatabaseOptions.Role?) throws -> PostgresConfiguration {
        try PostgresConfiguration(
            connectionString: server.connectionString(database: DemoFolder.database), role: role?.rawValue,
            applicationName: "socialday")
    }
}
