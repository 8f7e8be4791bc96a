internal import Crypto
internal import Foundation
internal import Registration

/// The file that tickets and form tokens are derived from.
enum SecretFile {
    /// - Throws: `SettingsError` where it can't be read or is too short to be a secret.
    static func read(path: String) throws(SettingsError) -> TicketKey {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SettingsError([
                "SOCIALDAY_SECRET_FILE: can't read '\(path)'; make one with 'openssl rand -out \(path) 32' and let only the service's user read it"
            ])
        }
        do { return try TicketKey(bytes: bytes) } catch {
            throw SettingsError([
                "SOCIALDAY_SECRET_FILE: '\(path)' holds \(error.count) bytes, and a secret needs at least 32; "
                    + "make one with 'openssl rand -out \(path) 32'"
            ])
        }
    }

    /// Whether everybody on the machine may read it, and so make tickets.
    static func isOpenToAll(path: String) -> Bool {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        return (attributes?[.posixPermissions] as? Int).map { $0 & 0o004 != 0 } ?? false
    }

    /// Makes one of 32 random bytes unless there is one.
    static func ensure(at file: URL) throws(SettingsError) {
        if FileManager.default.fileExists(atPath: file.path) { return }
        try OwnFile.write(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }, to: file)
    }
}
