import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Writes a large body piece by piece, as the client takes it.
///
/// Written at once it would be encrypted at once, and each reader that takes nothing would hold a copy of its own; so
/// each holds two pieces at most.
struct PieceWriter: ResponseBodyWriter {
    static let size = 64 * 1024

    private var base: any ResponseBodyWriter

    init(_ base: any ResponseBodyWriter) {
        self.base = base
    }

    mutating func write(_ buffer: ByteBuffer) async throws {
        var rest = buffer
        while rest.readableBytes > Self.size, let piece = rest.readSlice(length: Self.size) {
            try await base.write(piece)
        }
        if rest.readableBytes > 0 { try await base.write(rest) }
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await base.finish(trailingHeaders)
    }
}

extension ResponseWriter {
    /// Writes an answer: at once if it is small, or else in pieces.
    consuming func write(_ response: Response) async throws {
        guard let length = response.body.contentLength, length > 2 * PieceWriter.size else {
            return try await write(response: response.head, body: response.body)
        }
        try await response.body.write(PieceWriter(writeHead(response.head)))
    }
}
