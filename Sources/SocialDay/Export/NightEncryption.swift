internal import Export

/// Whether nights are encrypted: `SOCIALDAY_EXPORT_RECIPIENTS`.
enum NightEncryption {
    case to(Recipients)
    /// `none`: plain files are meant.
    case notWanted
    /// Nobody has said.
    case unset

    init(_ settings: Settings) throws(SettingsError) {
        switch settings.exportRecipients {
        case []: self = .unset
        case ["none"]: self = .notWanted
        case let files:
            do { self = .to(try Recipients(files: files)) } catch {
                throw SettingsError([
                    "SOCIALDAY_EXPORT_RECIPIENTS: \(error); name PEM files of certificates, or write 'none' for plain files"
                ])
            }
        }
    }

    var allowsPlain: Bool {
        if case .notWanted = self { return true }
        return false
    }

    var recipients: Recipients? {
        if case .to(let recipients) = self { return recipients }
        return nil
    }
}
