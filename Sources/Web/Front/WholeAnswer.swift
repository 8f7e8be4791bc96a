import HTTPTypes
import Hummingbird
import NIOCore

/// An answer whose body is in memory: what both a route and the express lane can give.
struct WholeAnswer: Sendable {
    /// With the body's length.
    let head: HTTPResponse
    let body: ByteBuffer

    init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: ByteBuffer = ByteBuffer()) {
        var headers = headers
        if status != .notModified { headers[.contentLength] = String(body.readableBytes) }
        head = HTTPResponse(status: status, headerFields: headers)
        self.body = body
    }

    var response: Response {
        // 304 has no body and names no length.
        head.status == .notModified
            ? Response(status: head.status, headers: head.headerFields)
            : Response(status: head.status, headers: head.headerFields, body: ResponseBody(byteBuffer: body))
    }
}
