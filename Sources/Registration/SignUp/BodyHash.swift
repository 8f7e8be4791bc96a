internal import Crypto

/// What tells two requests under one key apart.
enum BodyHash {
    /// SHA-256 over a request's parts, each behind its length, so that no two lists of parts read alike.
    static func of(_ parts: [String]) -> [UInt8] {
        var hash = SHA256()
        for part in parts {
            let bytes = Array(part.utf8)
            withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
            hash.update(data: bytes)
        }
        return Array(hash.finalize())
    }
}
