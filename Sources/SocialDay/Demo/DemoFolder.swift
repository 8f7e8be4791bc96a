internal import Foundation
internal import Logging
internal import PostgresServer

/// The folder of a demo: its PostgreSQL, secret, certificate, mails and exports.
struct DemoFolder {
    static let database = "socialday"

    private let folder: URL

    init(path: String) { folder = URL(fileURLWithPath: path) }

    /// As it was given, or from the root.
    var path: String { folder.relativePath }

    var secret: URL { folder.appending(component: "secret") }
    var certificate: URL { folder.appending(component: "certificate.pem") }
    var key: URL { folder.appending(component: "key.pem") }
    /// Where mails go that no server takes.
    var mail: URL { folder.appending(component: "mail") }

    /// Where the nightly export goes.
    var exports: URL { folder.appending(component: "exports") }

    func server(logger: Logger) -> PostgresServer {
        PostgresServer(directory: folder.appending(component: "postgres").path, logger: logger)
    }

    /// Makes the folder, the secret and the certificate where they are missing.
    func prepare() throws {
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw SettingsError([
                "can't make the folder '\(folder.path)': see that nothing else bears this name and that this user may "
                    + "write there, or choose another with --data"
            ])
        }
        try SecretFile.ensure(at: secret)
        try SelfSignedCertificate.ensure(certificate: certificate, key: key)
    }

    /// How to reach the database of a demo that runs.
    func connectionString() throws -> String {
        let server = server(logger: Log.make(level: .error))
        guard server.isRunning else {
            throw SettingsError([
                "no demo runs on '\(folder.path)': start one with 'socialday demo --data \(folder.path)'"
            ])
        }
        return server.connectionString(database: Self.database)
    }
}
