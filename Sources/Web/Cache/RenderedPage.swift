internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A page as bytes: rendered and compressed once, for everybody.
struct RenderedPage: Sendable {
    let identity: ByteBuffer
    let compressed: ByteBuffer?
    let contentType: String
    let entityTag: String

    init(_ bytes: [UInt8], contentType: String) {
        identity = ByteBuffer(bytes: bytes)
        compressed = GZip.compress(bytes).map { ByteBuffer(bytes: $0) }
        self.contentType = contentType
        let digest = SHA256.hash(data: bytes).prefix(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        // Weak, because the compressed and the plain bytes share it (RFC 9110, section 8.8.1).
        entityTag = "W/\"\(digest.joined())\""
    }

    /// Answers with the bytes, compressed where the client reads that, or with 304 where it has them already.
    func answer(to asked: HTTPFields, cacheControl: String = "no-cache") -> WholeAnswer {
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: entityTag, .cacheControl: cacheControl, .vary: "Accept-Encoding",
        ]
        if let known = asked[.ifNoneMatch], known == "*" || known.contains(entityTag) {
            return WholeAnswer(status: .notModified, headers: headers)
        }
        if let compressed, asked.acceptGZip {
            headers[.contentEncoding] = "gzip"
            return WholeAnswer(headers: headers, body: compressed)
        }
        return WholeAnswer(headers: headers, body: identity)
    }

    func response(to request: Request, cacheControl: String = "no-cache") -> Response {
        answer(to: request.headers, cacheControl: cacheControl).response
    }
}

extension HTTPFields {
    /// Whether `Accept-Encoding` names gzip and does not forbid it.
    fileprivate var acceptGZip: Bool {
        guard let accepted = self[.acceptEncoding], accepted.contains("gzip") else { return false }
        return !accepted.contains("gzip;q=0") || accepted.contains("gzip;q=0.")
    }
}
