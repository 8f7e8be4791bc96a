internal import Foundation

/// What the doctor says of backups, where `SOCIALDAY_BACKUP_DIR` says where they are: their names hold their times.
enum BackupFindings {
    /// Hours after which the latest is too old. The timer makes one every hour; one a day is the least.
    private static let longest = 26

    static func finding(in folder: String, now: Date = .now) -> Finding {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            return Finding(.wrong, "backup", "the folder '\(folder)' can't be read")
        }
        // A manifest stands beside every backup that is whole.
        let whole = names.filter { $0.hasSuffix(".dump") || $0.hasSuffix(".dump.cms") }.filter { name in
            names.contains("\(name.prefix { $0 != "." }).manifest")
        }
        guard let latest = whole.compactMap(moment).max() else {
            return Finding(.wrong, "backup", "there is none in '\(folder)'")
        }
        let hours = Int(now.timeIntervalSince(latest) / 3600)
        return hours < longest
            ? Finding(.fine, "backup", "the latest is of \(latest.formatted(.iso8601))")
            : Finding(.wrong, "backup", "the latest, of \(latest.formatted(.iso8601)), is \(hours) hours old")
    }

    /// `socialday-20261126T021500Z.dump.cms`.
    private static func moment(_ name: String) -> Date? {
        guard let found = name.prefixMatch(of: /socialday-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\./)?.output else {
            return nil
        }
        let time = "\(found.1)-\(found.2)-\(found.3)T\(found.4):\(found.5):\(found.6)Z"
        return try? Date(time, strategy: .iso8601)
    }
}
