internal import ArgumentParser
internal import Foundation
internal import Logging
internal import Postgres
internal import Registration
internal import RegistrationStore
internal import Schema
internal import Web

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "The doctor: looks at every part and says what is wrong; exit 1 where something is.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let settings = try database.settings()
        var findings: [Finding] = []
        findings += await databaseFindings(settings)
        findings.append(certificateFinding(settings))
        findings.append(secretFinding(settings))
        if let folder = settings.backupFolder { findings.append(BackupFindings.finding(in: folder)) }
        for finding in findings { print(finding) }
        if findings.contains(where: { $0.status == .wrong }) { throw ExitCode(1) }
    }

    private func databaseFindings(_ settings: Settings) async -> [Finding] {
        let logger = Log.make(level: .error)
        do {
            let configuration = try database.configuration(settings, role: .admin)
            return try await PostgresSession.with(configuration, logger: logger) { session in
                let administration = Administration(session: session)
                var findings = [Finding(.fine, "database", "answers")]
                let pending = try await Schema.pending(session: session)
                guard pending.isEmpty else {
                    let count = pending.count.counted("change")
                    return findings + [Finding(.wrong, "schema", "\(count) pending: run 'socialday migrate'")]
                }
                findings.append(Finding(.fine, "schema", "is this program's"))
                if let edition = try await administration.currentEdition() {
                    findings.append(Finding(.fine, "edition", "\(edition.firstDay) is current"))
                } else {
                    findings.append(
                        Finding(.note, "edition", "there is none yet: 'socialday edition create' makes one"))
                }
                findings += NightFindings.findings(
                    try await ExportDatabase(session: session).status(), settings, isDemo: database.data != nil)
                findings += MailFindings.findings(
                    try await administration.outbox(), settings, isDemo: database.data != nil)
                findings += RetentionFindings.findings(try await administration.pastRetention())
                return findings
            }
        } catch {
            let refusal = (error as? PostgresError).flatMap { SettingsError(refusal: $0) }
            return [Finding(.wrong, "database", "\(refusal ?? error)")]
        }
    }

    private func certificateFinding(_ settings: Settings) -> Finding {
        let folder = database.data.map { URL(fileURLWithPath: $0) }
        guard let certificate = settings.tlsCertificate ?? folder?.appending(component: "certificate.pem").path,
            let key = settings.tlsKey ?? folder?.appending(component: "key.pem").path
        else { return Finding(.wrong, "certificate", "SOCIALDAY_TLS_CERT or SOCIALDAY_TLS_KEY is not set") }
        do {
            let status = try CertificateStore(certificate: certificate, key: key, logger: Log.make(level: .critical))
                .status
            if !status.isValid() { return Finding(.wrong, "certificate", "is not valid today: renew it") }
            let days = status.daysLeft()
            return days < CertificateStore.warningDays
                ? Finding(.wrong, "certificate", "expires in \(days.counted("day")): renew it")
                : Finding(.fine, "certificate", "holds for \(days) days")
        } catch { return Finding(.wrong, "certificate", "\(error)") }
    }

    private func secretFinding(_ settings: Settings) -> Finding {
        guard
            let path = settings.secretFile
                ?? database.data.map({ URL(fileURLWithPath: $0).appending(component: "secret").path })
        else { return Finding(.wrong, "secret", "SOCIALDAY_SECRET_FILE is not set") }
        do {
            _ = try SecretFile.read(path: path)
            return SecretFile.isOpenToAll(path: path)
                ? Finding(.wrong, "secret", "everybody here can read it, and so make tickets: chmod o= '\(path)'")
                : Finding(.fine, "secret", "can be read")
        } catch { return Finding(.wrong, "secret", "\(error)") }
    }
}
