internal import Crypto
internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// A file of an export while it is written: counted and hashed as it is plain and as it is stored, encrypted on the way where
/// it is for somebody. Only its owner can read it.
final class OutputFile {
    let name: String
    private let path: String
    private let descriptor: Int32
    private let encryption: Encryption?
    private var plain = Measured()
    /// As it is encrypted.
    private var stored = Measured()
    private var buffer: [UInt8] = []

    private static let bufferSize = 1 << 16

    private struct Measured {
        var bytes = 0
        var hash = SHA256()

        mutating func add(_ piece: [UInt8]) {
            bytes += piece.count
            hash.update(data: piece)
        }

        var sha256: String { hash.finalize().hexadecimal }
    }

    /// - Parameters:
    ///   - name: What it is called in the end.
    ///   - path: Where it is written until then.
    init(named name: String, at path: String, for recipients: Recipients?) throws(ExportError) {
        self.name = name
        self.path = path
        encryption = try recipients.map { recipients throws(ExportError) in try Encryption(for: recipients) }
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(ExportError) {
        guard !bytes.isEmpty else { return }
        plain.add(bytes)
        guard let encryption else { return try write(bytes) }
        try store(encryption.update(bytes))
    }

    /// After the last byte.
    func finish(rows: Int) throws(ExportError) -> StoredFile {
        if let encryption { try store(encryption.finish()) }
        try flush()
        let sha256 = plain.sha256
        return StoredFile(
            name: name, rows: rows, bytes: plain.bytes, sha256: sha256,
            storedBytes: encryption == nil ? plain.bytes : stored.bytes,
            storedSHA256: encryption == nil ? sha256 : stored.sha256)
    }

    private func store(_ bytes: [UInt8]) throws(ExportError) {
        stored.add(bytes)
        try write(bytes)
    }

    private func write(_ bytes: [UInt8]) throws(ExportError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private func flush() throws(ExportError) {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// A file that was written, as the manifest tells of it: its bytes and SHA-256 as it is plain, and as it lies on disk.
public struct StoredFile: Codable, Hashable, Sendable {
    /// In its folder, `.cms` included.
    public let name: String
    /// Sign-ups in it.
    public let rows: Int
    /// Of the plain file.
    public let bytes: Int
    /// Of the plain file, in lower-case hexadecimal.
    public let sha256: String
    /// Of the file on disk, which is another where it is encrypted.
    public let storedBytes: Int
    /// Of the file on disk.
    public let storedSHA256: String

    private enum CodingKeys: String, CodingKey {
        case name, rows, bytes, sha256
        case storedBytes = "stored_bytes"
        case storedSHA256 = "stored_sha256"
    }
}

extension SHA256.Digest {
    var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}
