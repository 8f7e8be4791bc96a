internal import CLinux
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// A file that lies in memory and has no name: what is in it never touches the disk, and is gone with the process.
final class MemoryFile {
    private let descriptor: Int32
    private var place = 0

    init() throws(ExportError) {
        descriptor = socialday_memory_file("socialday-export")
        guard descriptor >= 0 else { throw .noMemoryFile(reason: String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// Under which this process, and no other, can open it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// The next piece from its beginning on; empty at its end.
    func read(atMost count: Int = 1 << 16) throws(ExportError) -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(place)))
        }
        place += bytes.count
        return bytes
    }
}

/// A folder on a file system that lies in memory, which only this user can enter.
enum MemoryFolder {
    private static let root = "/dev/shm"

    /// - Throws: `ExportError` where there is none, or somebody else made it.
    static func path() throws(ExportError) -> String {
        guard socialday_memory_room(root) >= 0 else {
            throw .noMemoryFile(reason: "\(root) is not a file system in memory (tmpfs)")
        }
        let path = "\(root)/socialday-\(geteuid())"
        mkdir(path, 0o700)
        var found = stat()
        guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR, found.st_uid == geteuid(),
            found.st_mode & 0o077 == 0
        else { throw .noMemoryFile(reason: "'\(path)' is not this user's own folder; remove it") }
        return path
    }

    /// Bytes that can still be written there.
    static func room() -> Int { Int(socialday_memory_room(root)) }
}
