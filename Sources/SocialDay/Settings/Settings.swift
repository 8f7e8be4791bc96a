internal import Foundation
internal import Logging
internal import Mail
internal import Web

/// What the program was told, parsed. The defaults are those of a demo; `serve` says what it needs besides.
struct Settings: Sendable {
    var databaseURL: String?
    /// Where people find the service; `nil`: where it listens.
    var publicURL: PublicURL?
    /// `nil`: every address for `serve`, this machine's own for a demo.
    var listen: ListenAddress?
    var redirectListen: ListenAddress?
    var tlsCertificate: String?
    var tlsKey: String?
    var secretFile: String?
    /// `nil`: a demo writes mails into its folder, `serve` keeps them in the database.
    var mailServer: SMTPServer?
    var mailFrom: Mailbox?
    var exportFolder: String?
    /// Files of certificates, or `none` alone.
    var exportRecipients: [String] = []
    /// Nights that are kept.
    var exportRetention = 30
    var exportsNightly = true
    /// Where `deploy/backup` writes, so that the doctor looks for old ones.
    var backupFolder: String?
    var trustedProxies: [AddressRange] = []
    var limitsAddresses = true
    var limits = FrontLimits()
    var logLevel = Logger.Level.info

    /// Reads the settings from the environment and, where one is given, a file that the environment goes before.
    ///
    /// - Throws: `SettingsError` that names every wrong setting, and what to write instead.
    static func load(file: String?, environment: [String: String] = ProcessInfo.processInfo.environment)
        throws(SettingsError) -> Settings
    {
        var values: [String: String] = [:]
        if let file { values = try SettingsFile.read(path: file) }
        values.merge(environment.filter { $0.key.hasPrefix("SOCIALDAY_") }) { _, environment in environment }
        return try Settings(values)
    }

    init(_ values: [String: String]) throws(SettingsError) {
        var reader = SettingsReader(values: values)
        databaseURL = reader.text("SOCIALDAY_DATABASE_URL")
        publicURL = reader.parsed("SOCIALDAY_PUBLIC_URL") { try PublicURL($0) }
        listen = reader.parsed("SOCIALDAY_LISTEN") { try ListenAddress($0) }
        redirectListen = reader.parsed("SOCIALDAY_REDIRECT_LISTEN") { try ListenAddress($0) }
        tlsCertificate = reader.text("SOCIALDAY_TLS_CERT")
        tlsKey = reader.text("SOCIALDAY_TLS_KEY")
        secretFile = reader.text("SOCIALDAY_SECRET_FILE")
        mailServer = reader.parsed("SOCIALDAY_SMTP_URL") { try SMTPServer($0) }
        mailFrom = reader.parsed("SOCIALDAY_MAIL_FROM") { try Mailbox($0) }
        exportFolder = reader.text("SOCIALDAY_EXPORT_DIR")
        exportRecipients = reader.list("SOCIALDAY_EXPORT_RECIPIENTS", expected: "PEM files between commas, or 'none'") {
            $0.isEmpty ? nil : $0
        }
        exportRetention = reader.count("SOCIALDAY_EXPORT_RETENTION") ?? exportRetention
        backupFolder = reader.text("SOCIALDAY_BACKUP_DIR")
        exportsNightly = reader.isOn("SOCIALDAY_NIGHTLY") ?? true
        trustedProxies = reader.list("SOCIALDAY_TRUSTED_PROXIES", expected: "addresses like 10.0.0.0/8, between commas")
        { AddressRange($0) }
        limitsAddresses = reader.isOn("SOCIALDAY_RATE_LIMIT") ?? true
        limits.connections = reader.count("SOCIALDAY_CONNECTIONS") ?? limits.connections
        limits.connectionsPerAddress = reader.count("SOCIALDAY_CONNECTIONS_PER_ADDRESS") ?? limits.connectionsPerAddress
        limits.formPostsPerAddress = reader.count("SOCIALDAY_FORM_POSTS_PER_ADDRESS") ?? limits.formPostsPerAddress
        limits.formPostsPerCookie = reader.count("SOCIALDAY_FORM_POSTS_PER_COOKIE") ?? limits.formPostsPerCookie
        logLevel =
            reader.parsed("SOCIALDAY_LOG_LEVEL") { text in
                guard let level = Logger.Level(rawValue: text.lowercased()) else {
                    throw SettingsError([
                        "must be one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))"
                    ])
                }
                return level
            } ?? logLevel
        try reader.finish()
    }
}
