internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// A file that is absent or complete: written under another name, synced, then renamed. Only its owner can read it.
struct AtomicFile: ~Copyable {
    private let temporaryPath: String
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isFinished = false

    private static let bufferSize = 1 << 16

    /// - Throws: `ExportError.notWritten` with the system's reason.
    init(path: String) throws(ExportError) {
        self.path = path
        temporaryPath = path + ".partial"
        descriptor = try Self.openAlone(temporaryPath, for: path)
    }

    /// What a killed export left is written over. What another one is writing is left alone.
    private static func openAlone(_ temporaryPath: String, for path: String) throws(ExportError) -> Int32 {
        while true {
            let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, ftruncate(descriptor, 0) == 0 else {
                let reason = errno == EWOULDBLOCK ? "another export is writing it" : String(cString: strerror(errno))
                close(descriptor)
                throw .notWritten(path: path, reason: reason)
            }
            var opened = stat()
            var named = stat()
            if fstat(descriptor, &opened) == 0, stat(temporaryPath, &named) == 0, opened.st_ino == named.st_ino {
                return descriptor
            }
            // The one that held the lock had finished meanwhile, and taken the file away.
            close(descriptor)
        }
    }

    mutating func append(_ bytes: [UInt8]) throws(ExportError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Makes the file appear. Without this call it never does.
    mutating func finish() throws(ExportError) {
        try flush()
        guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else { throw failure() }
        isFinished = true
        try syncFolder()
    }

    deinit {
        if !isFinished { unlink(temporaryPath) }
        close(descriptor)
    }

    private mutating func flush() throws(ExportError) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure() }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// The rename itself lasts only once the folder is on disk.
    private func syncFolder() throws(ExportError) {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw failure() }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure() }
    }

    private func failure() -> ExportError { .notWritten(path: path, reason: String(cString: strerror(errno))) }
}

/// Why an export was not written.
public enum ExportError: Error, CustomStringConvertible {
    case notWritten(path: String, reason: String)
    case unknownSession(slug: String)

    public var description: String {
        switch self {
        case .notWritten(let path, let reason):
            "can't write '\(path)': \(reason). Nothing of that file was left behind; make room or choose another --out, and try again"
        case .unknownSession(let slug):
            "there is no session '\(slug)' in the current edition; write the last part of its page's address, "
                + "or leave --session away for all of them"
        }
    }
}
