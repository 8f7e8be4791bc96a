internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Postgres
internal import PostgresServer
internal import RegistrationStore
internal import Schema
internal import ServiceLifecycle
internal import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Runs the service on a private PostgreSQL, with a programme to look at.",
        discussion: "Everything lies in DIR and stays for the next start. Stop with Ctrl-C.")

    @Option(help: "Where the data lies.")
    var data = ".socialday"

    @Option(help: "The port to serve HTTPS on.")
    var port: Int?

    @Flag(help: "Without the demo's programme.")
    var empty = false

    @Option(help: "A file of NAME=value settings; the environment goes before it.")
    var config: String?

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("--port \(port) is not a port: it must be 0 to 65535")
        }
    }

    func run() async throws {
        var settings = try Settings.load(file: config)
        if let port { settings.listen = ListenAddress(host: "localhost", port: port) }
        let logger = Log.make(level: settings.logLevel)
        let folder = DemoFolder(path: data)
        try folder.prepare()
        let server = folder.server(logger: logger)
        try await server.start()
        do {
            try await prepareDatabase(server, logger)
            try await serve(settings, folder, server, logger)
        } catch {
            try? await server.stop()
            throw error
        }
        try await server.stop()
    }

    private func serve(_ settings: Settings, _ folder: DemoFolder, _ server: PostgresServer, _ logger: Logger)
        async throws
    {
        let service = RunningService(
            settings: settings, database: try configuration(server, role: .web),
            key: try SecretFile.read(path: settings.secretFile ?? folder.secret.path),
            certificates: try CertificateStore(
                certificate: settings.tlsCertificate ?? folder.certificate.path,
                key: settings.tlsKey ?? folder.key.path,
                logger: logger),
            publicURL: try settings.publicURL ?? PublicURL("https://localhost:\(settings.listen.port)"), logger: logger)
        try await service.run(after: [Part { try await server.supervise() }]) { _ in
            Output.line("Ready: \(service.publicURL)")
        }
    }

    private func prepareDatabase(_ server: PostgresServer, _ logger: Logger) async throws {
        let maintenance = try PostgresConfiguration(connectionString: server.connectionString())
        try await PostgresSession.with(maintenance, logger: logger) { session in
            do {
                try await session.run(sqlScript: "create database \(DemoFolder.database)")
            } catch let error as PostgresError where error.sqlState == "42P04" {
                logger.debug("the demo's database is there already")
            }
        }
        try await PostgresSession.with(try configuration(server, role: nil), logger: logger) { session in
            try await Schema.migrate(session: session, logger: logger)
        }
        if empty { return }
        try await PostgresSession.with(try configuration(server, role: .admin), logger: logger) { session in
            try await DemoProgramme.load(Administration(session: session))
        }
    }

    private func configuration(_ server: PostgresServer, role: DatabaseOptions.Role?) throws -> PostgresConfiguration {
        try PostgresConfiguration(
            connectionString: server.connectionString(database: DemoFolder.database), role: role?.rawValue,
            applicationName: "socialday")
    }
}
