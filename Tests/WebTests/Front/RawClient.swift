import NIOCore
import NIOPosix
import NIOSSL
import Testing

/// A client that sends exactly the bytes it is told to, over TCP or TLS.
struct RawClient {
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let channel: any Channel
    private var pending = ""

    enum Transport {
        case plain
        case tls
        case configured(TLSConfiguration)
    }

    /// Connects to this machine, and closes when the body is done.
    static func with<Result: Sendable>(
        port: Int, _ transport: Transport = .tls, _ body: (inout RawClient) async throws -> Result
    ) async throws -> Result {
        var configuration: TLSConfiguration?
        switch transport {
        case .plain: break
        case .tls: configuration = .makeClientConfiguration()
        case .configured(let given): configuration = given
        }
        configuration?.certificateVerification = .none
        let context = try configuration.map { try NIOSSLContext(configuration: $0) }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: context, serverHostname: nil))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var client = RawClient(outbound: outbound, inbound: inbound.makeAsyncIterator(), channel: channel.channel)
            return try await body(&client)
        }
    }

    /// One request on a connection of its own, and all that comes back until the server closes or the answer is whole.
    static func exchange(_ text: String, port: Int, _ transport: Transport = .tls) async throws -> Answer {
        try await with(port: port, transport) { client in
            try await client.send(text)
            return try await client.answer()
        }
    }

    /// The certificate that the server showed.
    func peerCertificate() async throws -> NIOSSLCertificate? {
        try await channel.nioSSL_peerCertificate().get()
    }

    func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    /// All that comes until the server closes; a reset counts as that.
    mutating func rest() async -> String {
        while let buffer = try? await inbound.next() { pending += String(buffer: buffer) }
        defer { pending = "" }
        return pending
    }

    /// The next bytes, counted; nil once the server has closed.
    mutating func some() async -> Int? {
        try? await inbound.next()?.readableBytes
    }

    /// The next whole answer, by its Content-Length.
    mutating func answer(toHead: Bool = false) async throws -> Answer {
        while true {
            if let end = pending.firstRange(of: "\r\n\r\n") {
                var answer = Answer(head: String(pending[..<end.lowerBound]))
                let length = toHead ? 0 : Int(answer["content-length"] ?? "0") ?? 0
                let body = pending[end.upperBound...]
                if body.utf8.count >= length {
                    answer.body = String(body.utf8.prefix(length)) ?? ""
                    pending = String(body.utf8.dropFirst(length)) ?? ""
                    return answer
                }
            }
            guard let buffer = try await inbound.next() else { throw Closed(received: pending) }
            pending += String(buffer: buffer)
        }
    }

    struct Closed: Error { let received: String }

    struct Answer: Sendable {
        var status = 0
        var fields: [(name: String, value: String)] = []
        var body = ""

        init(head: String) {
            let lines = head.split(separator: "\r\n")
            status = Int(lines[0].split(separator: " ")[1]) ?? 0
            fields = lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), parts[1].drop { $0 == " " }.description)
            }
        }

        subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

        func expectSecurityHeaders(secure: Bool = true, sourceLocation: SourceLocation = #_sourceLocation) {
            let wanted = [
                "content-security-policy": """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
                """ + (secure ? "; report-to csp" : ""),
                "x-content-type-options": "nosniff", "cross-origin-opener-policy": "same-origin",
                "cross-origin-resource-policy": "same-origin", "referrer-policy": "same-origin",
            ]
            for (name, value) in wanted {
                #expect(self[name] == value, "\(name)", sourceLocation: sourceLocation)
                #expect(fields.count { $0.name == name } == 1, "\(name)", sourceLocation: sourceLocation)
            }
            let transport = secure ? "max-age=63072000; includeSubDomains" : nil
            #expect(self["strict-transport-security"] == transport, sourceLocation: sourceLocation)
            let reports = secure ? "csp=\"/csp-reports\"" : nil
            #expect(self["reporting-endpoints"] == reports, sourceLocation: sourceLocation)
            #expect(self["permissions-policy"] != nil, sourceLocation: sourceLocation)
            #expect(self["cache-control"] != nil, sourceLocation: sourceLocation)
            #expect(self["date"]?.hasSuffix(" GMT") == true, sourceLocation: sourceLocation)
        }
    }
}
