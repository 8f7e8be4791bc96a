internal import CLinux
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// The files of an export into a folder that may hold earlier ones. Each is absent or whole: written under another name,
/// then renamed over its elder, when all are on disk.
final class PartialFiles: FilePlace {
    private let folder: String
    private let descriptor: Int32
    private var names: [String] = []

    private static let suffix = ".partial"

    /// Makes the folder, and removes what a killed export left in it.
    ///
    /// - Throws: `ExportError.folderInUse` where another export writes there now.
    init(folder: String) throws(ExportError) {
        self.folder = folder
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .notWritten(path: folder, reason: "the folder can't be made") }
        descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notWritten(path: folder, reason: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .folderInUse(path: folder) }
        for format in ListFormat.allCases {
            let leftovers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in leftovers where name.hasSuffix(".\(format.fileExtension)\(Self.suffix)") {
                unlink("\(folder)/\(name)")
            }
        }
    }

    deinit {
        for name in names { unlink("\(folder)/\(name)\(Self.suffix)") }
        close(descriptor)
    }

    func open(_ name: String) throws(ExportError) -> OutputFile {
        names.append(name)
        return try OutputFile(named: name, at: "\(folder)/\(name)\(Self.suffix)", for: nil)
    }

    /// Makes the files appear. Without this call none ever does.
    func appear() throws(ExportError) {
        // One call for all of them: an fsync for each would take longer than everything else.
        guard socialday_sync_file_system(descriptor) == 0 else { throw failure(folder) }
        // The list of all sessions was opened first, and appears last.
        for name in names.reversed() {
            guard rename("\(folder)/\(name)\(Self.suffix)", "\(folder)/\(name)") == 0 else { throw failure(name) }
        }
        // The renames last only once the folder is on disk.
        guard fsync(descriptor) == 0 else { throw failure(folder) }
        names = []
    }

    private func failure(_ path: String) -> ExportError {
        .notWritten(path: path, reason: String(cString: strerror(errno)))
    }
}
