internal import CLinux
internal import Foundation
internal import Registration

#if canImport(Glibc)
    internal import Glibc
#endif

/// A night's folder while it is written: hidden, then there whole.
final class NightFolder: FilePlace {
    private let root: String
    private let temporary: String
    private let final: String
    private let recipients: Recipients?
    private var isThere = false

    /// - Parameter nights: Prepared.
    init(_ night: CalendarDay, in nights: Nights, for recipients: Recipients?) throws(ExportError) {
        root = nights.root.path
        temporary = "\(root)/.\(night).partial"
        final = nights.folder(of: night).path
        self.recipients = recipients
        guard mkdir(temporary, 0o700) == 0 else { throw failure(temporary) }
    }

    deinit { if !isThere { try? FileManager.default.removeItem(atPath: temporary) } }

    func open(_ name: String) throws(ExportError) -> OutputFile {
        let stored = recipients == nil ? name : "\(name).cms"
        return try OutputFile(named: stored, at: "\(temporary)/\(stored)", for: recipients)
    }

    func write(_ manifest: Manifest) throws {
        let file = try OutputFile(
            named: Manifest.fileName, at: "\(temporary)/\(Manifest.fileName)", for: nil)
        try file.append(try manifest.json())
        _ = try file.finish(rows: 0)
    }

    /// Makes the night appear, in one step and for good.
    func appear() throws(ExportError) {
        let descriptor = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(root) }
        defer { close(descriptor) }
        guard socialday_sync_file_system(descriptor) == 0 else { throw failure(root) }
        // A folder that is there and holds anything is never replaced (rename(2): ENOTEMPTY).
        guard rename(temporary, final) == 0 else { throw failure(final) }
        isThere = true
        guard fsync(descriptor) == 0 else { throw failure(root) }
    }

    private func failure(_ path: String) -> ExportError {
        .notWritten(path: path, reason: String(cString: strerror(errno)))
    }
}
