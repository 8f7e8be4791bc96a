internal import Crypto
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A page as bytes: rendered and compressed once, for everybody.
struct RenderedPage: Sendable {
    let entityTag: String
    // Whole, since putting fields together costs as much as finding the page.
    private let plain: WholeAnswer
    private let compressed: WholeAnswer?
    private let unchanged: WholeAnswer

    /// - Parameter own: Header fields that this page has beside what every page has.
    init(
        _ bytes: [UInt8], contentType: String, cacheControl: String = "no-cache", compression: Int32 = 6,
        headers own: HTTPFields = [:]
    ) {
        let digest = SHA256.hash(data: bytes).prefix(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        // Weak, because the compressed and the plain bytes share it (RFC 9110, section 8.8.1).
        entityTag = "W/\"\(digest.joined())\""
        var headers: HTTPFields = [
            .contentType: contentType, .eTag: entityTag, .cacheControl: cacheControl, .vary: "Accept-Encoding",
        ]
        for field in own { headers.append(field) }
        plain = WholeAnswer(headers: headers, body: ByteBuffer(bytes: bytes))
        unchanged = WholeAnswer(status: .notModified, headers: headers)
        headers[.contentEncoding] = "gzip"
        compressed = GZip.compress(bytes, level: compression).map { [headers] in
            WholeAnswer(headers: headers, body: ByteBuffer(bytes: $0))
        }
    }

    /// Answers with the bytes, compressed where the client reads that, or with 304 where it has them already.
    func answer(to asked: HTTPFields) -> WholeAnswer {
        if let known = asked.first(.ifNoneMatch), known == "*" || known.contains(entityTag) { return unchanged }
        if let compressed, asked.acceptGZip { return compressed }
        return plain
    }

    func response(to request: Request) -> Response { answer(to: request.headers).response }
}

extension HTTPFields {
    /// Whether `Accept-Encoding` names gzip and does not forbid it.
    fileprivate var acceptGZip: Bool {
        AcceptedRange.list(first(.acceptEncoding)).contains { $0.name == "gzip" }
    }
}
