import HTTPTypes
import NIOHTTP1

extension HTTPRequest {
    /// A request as swift-http-types holds it; nil when its meaning is not beyond doubt.
    ///
    /// HTTP/1.1 wants exactly one `Host` (RFC 9112 §3.2). The target is a path or `*`; the absolute form, which only
    /// proxies are sent, names its authority itself and that is taken as the host (§3.2.2).
    init?(_ head: HTTPRequestHead, secure: Bool) {
        guard let method = Method(head.method.rawValue), method != .connect else { return nil }
        var authority: String?
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        for (name, value) in head.headers {
            if name.utf8.count == 4, name.lowercased() == "host" {
                guard authority == nil else { return nil }
                authority = value
            } else {
                guard let name = HTTPField.Name(name) else { return nil }
                fields.append(HTTPField(name: name, value: value))
            }
        }
        guard authority != nil || head.version.minor == 0 else { return nil }
        var path = head.uri
        if path.utf8.first != UInt8(ascii: "/"), path != "*" {
            guard let (named, rest) = Self.absoluteForm(path) else { return nil }
            (authority, path) = (named, rest)
        }
        guard !path.namesHost else { return nil }
        self.init(
            method: method, scheme: secure ? "https" : "http", authority: authority, path: path, headerFields: fields)
    }

    private static func absoluteForm(_ target: String) -> (authority: String, path: String)? {
        let lower = target.prefix(8).lowercased()
        let scheme = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
        guard scheme > 0 else { return nil }
        let rest = target.dropFirst(scheme)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard end != rest.startIndex else { return nil }
        return (String(rest[..<end]), (rest[end...].first == "/" ? "" : "/") + rest[end...])
    }
}

extension String {
    /// Whether a browser that is led to this path would leave for another host: it reads `//name`, and `/\name` too.
    fileprivate var namesHost: Bool {
        utf8.first == UInt8(ascii: "/") && utf8.dropFirst().first.map { [0x2f, 0x5c].contains($0) } == true
    }
}

extension HTTPFields {
    /// Fields as swift-http-types holds them; names that are none are left out.
    init(_ headers: HTTPHeaders) {
        self.init()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { append(HTTPField(name: name, value: value)) }
        }
    }
}

extension HTTPResponseStatus {
    init(_ status: HTTPResponse.Status) {
        self.init(statusCode: status.code, reasonPhrase: status.reasonPhrase)
    }
}

extension ConnectionState.Request {
    init(_ head: HTTPRequestHead) {
        isHead = head.method == .HEAD
        isHTTP10 = head.version.minor == 0
        // Asked for another protocol, the decoder reads no further, though the answer is in this one.
        keepsAlive = head.isKeepAlive && !head.headers.contains(name: "upgrade")
        expectsContinue = head.headers.first(name: "expect")?.lowercased() == "100-continue"
        contentLength = head.headers.first(name: "content-length").flatMap { Int($0) }
        largeBody = FrontLimits.largeBodies[String(head.uri.prefix { $0 != "?" })]
    }
}
