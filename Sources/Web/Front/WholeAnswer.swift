import HTTPTypes
import Hummingbird
import NIOCore

/// An answer whose body is in memory: what both a route and the express lane can give.
struct WholeAnswer: Sendable {
    let status: HTTPResponse.Status
    /// With the body's length.
    let fields: HTTPFields
    let body: ByteBuffer
    /// The fields as they are written to the connection, translated once for an answer that is given many times.
    let headers: ResponseHeaders.List

    init(status: HTTPResponse.Status = .ok, headers fields: HTTPFields = [:], body: ByteBuffer = ByteBuffer()) {
        var fields = fields
        // 304 has no body and names no length.
        if status != .notModified {
            fields.append(HTTPField(name: .contentLength, value: String(body.readableBytes)))
        }
        self.status = status
        self.fields = fields
        self.body = body
        headers = fields.map { ($0.name.rawName, $0.value) }
    }

    var response: Response {
        status == .notModified
            ? Response(status: status, headers: fields)
            : Response(status: status, headers: fields, body: ResponseBody(byteBuffer: body))
    }
}

extension HTTPFields {
    /// The first value of a field. The subscript joins all of them, which costs more than finding one.
    func first(_ name: HTTPField.Name) -> String? { first { $0.name == name }?.value }
}
