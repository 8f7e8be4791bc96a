internal import Export
internal import Foundation
internal import Registration

/// What the doctor says of the nightly export.
enum NightFindings {
    /// How long before a certificate ends it is said.
    private static let warningDays = 21

    static func findings(_ status: ExportStatus?, _ settings: Settings, isDemo: Bool) -> [Finding] {
        [status.map { last($0, settings) }, encryption(settings, isDemo: isDemo)].compactMap { $0 }
    }

    private static func last(_ status: ExportStatus, _ settings: Settings) -> Finding {
        let failure = status.failure.map { "; the last try failed: \($0)" } ?? ""
        guard let night = status.lastNight else {
            return status.isLate && settings.exportsNightly
                ? Finding(.wrong, "export", "no night was ever written\(failure)")
                : Finding(status.failure == nil ? .note : .wrong, "export", "no night was written yet\(failure)")
        }
        return status.isLate
            ? Finding(.wrong, "export", "the last good night, \(night), is older than 26 hours\(failure)")
            : Finding(status.failure == nil ? .fine : .wrong, "export", "the last good night is \(night)\(failure)")
    }

    private static func encryption(_ settings: Settings, isDemo: Bool) -> Finding? {
        guard settings.exportsNightly || !settings.exportRecipients.isEmpty else { return nil }
        do {
            switch try NightEncryption(settings) {
            case .to(let recipients): return holders(recipients.holders)
            case .notWanted: return Finding(.note, "encryption", "nights are stored as plain files, as was asked for")
            case .unset:
                return isDemo
                    ? Finding(.note, "encryption", "nights are plain files: this is a demo")
                    : Finding(.wrong, "encryption", "nights are refused: \(ExportError.refusedPlain)")
            }
        } catch { return Finding(.wrong, "encryption", "\(error)") }
    }

    private static func holders(_ holders: [Recipients.Holder]) -> Finding {
        let soon = Date.now + TimeInterval(warningDays * 86_400)
        guard let ending = holders.first(where: { $0.validUntil < soon }) else {
            return Finding(.fine, "encryption", "nights are for \(holders.map(\.name).joined(separator: ", "))")
        }
        return Finding(
            .wrong, "encryption",
            "the certificate of \(ending.name) ends on \(ending.validUntil.formatted(.iso8601)): renew it")
    }
}
