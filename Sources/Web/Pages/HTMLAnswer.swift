internal import HTTPTypes
internal import Hummingbird
internal import Registration

/// A page for one person, never stored on the way.
enum HTMLAnswer {
    static func response(
        _ html: String, status: HTTPResponse.Status = .ok, language: Language, retryAfter: Int? = nil
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue, .cacheControl: "no-store",
        ]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}
