internal import ArgumentParser
internal import Export
internal import Foundation
internal import Logging
internal import Postgres
internal import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs the service, configured by environment or file.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let settings = try database.settings()
        let logger = Log.make(level: settings.logLevel)
        let connection = try database.configuration(settings, role: .web)
        let required = try Required(settings)
        let key = try SecretFile.read(path: required.secretFile)
        let mail = try MailRoute(settings)
        let certificates = try CertificateStore(
            certificate: required.certificate, key: required.key, logger: logger)
        try await Self.requireKnownSchema(connection, logger)
        let service = RunningService(
            settings: settings, listen: settings.listen ?? ListenAddress(host: "::", port: 8443), database: connection,
            key: key, certificates: certificates, publicURL: required.publicURL,
            mail: mail, nights: try nights(settings, logger), logger: logger)
        try await service.run { port in Output.line("Ready: \(required.publicURL) (listening on port \(port))") }
    }

    /// Nights that would not be encrypted are refused, one by one, unless that is meant: the service itself goes on.
    private func nights(_ settings: Settings, _ logger: Logger) throws(SettingsError) -> NightlyExport.Plan? {
        guard settings.exportsNightly else { return nil }
        let encryption = try NightEncryption(settings)
        if case .unset = encryption {
            logger.error("nightly exports are refused, and the service is degraded: \(ExportError.refusedPlain)")
        }
        return NightlyExport.Plan(
            nights: Nights(root: URL(fileURLWithPath: settings.exportFolder ?? "exports")),
            recipients: encryption.recipients, allowsPlain: encryption.allowsPlain, retention: settings.exportRetention,
            sharesNights: true)
    }

    /// What a service in earnest has to be told, all that is missing named at once.
    private struct Required {
        let publicURL: PublicURL
        let certificate: String
        let key: String
        let secretFile: String

        init(_ settings: Settings) throws(SettingsError) {
            guard let publicURL = settings.publicURL, let certificate = settings.tlsCertificate,
                let key = settings.tlsKey,
                let secretFile = settings.secretFile
            else {
                let missing = [
                    (
                        "SOCIALDAY_PUBLIC_URL", settings.publicURL == nil,
                        "the address people type, such as https://socialday.example"
                    ),
                    (
                        "SOCIALDAY_TLS_CERT", settings.tlsCertificate == nil,
                        "a PEM file: the certificate, then its issuers"
                    ),
                    ("SOCIALDAY_TLS_KEY", settings.tlsKey == nil, "a PEM file: the certificate's private key"),
                    (
                        "SOCIALDAY_SECRET_FILE", settings.secretFile == nil,
                        "32 random bytes, made by 'openssl rand -out FILE 32'"
                    ),
                ]
                throw SettingsError(missing.filter(\.1).map { "\($0.0) is not set: \($0.2)" })
            }
            self.publicURL = publicURL
            self.certificate = certificate
            self.key = key
            self.secretFile = secretFile
        }
    }

    /// A database that can't be reached is waited for, and `/health/ready` looks at its schema then; one that refuses the
    /// service, or whose schema this program does not know, is not served.
    private static func requireKnownSchema(_ connection: PostgresConfiguration, _ logger: Logger) async throws {
        do {
            try await PostgresSession.with(connection, logger: logger) { session in
                try await DatabaseOptions.requireKnownSchema(session)
            }
        } catch let error as PostgresError where error.sqlState == nil && error.code != .invalidConfiguration {
            if let refusal = SettingsError(refusal: error) { throw refusal }
            logger.warning(
                "the database can't be reached yet; serving what can be served", metadata: ["cause": "\(error)"])
        }
    }
}
