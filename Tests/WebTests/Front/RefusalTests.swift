import Testing

@testable import Web

extension LiveFrontTests {
    @Suite("What the front refuses, it refuses with every header") struct RefusalTests {
        @Test("A page, a missing page, an error and a cached answer carry the headers")
        func routes() async throws {
            try await TestFront.with { front in
                for (path, status) in [("/", 200), ("/nowhere", 404), ("/broken", 500), ("/cached", 200)] {
                    let answer = try await RawClient.exchange(TestFront.request("GET \(path)"), port: front.port)
                    #expect(answer.status == status)
                    answer.expectSecurityHeaders()
                    #expect(answer["cache-control"] == (path == "/cached" ? "public, max-age=60" : "no-store"))
                }
            }
        }

        @Test("A request that can't be understood gets 400, one with too large a head 431", arguments: Malformed.all)
        func malformed(_ malformed: Malformed) async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(malformed.request)
                    let answer = try await client.answer()
                    #expect(answer.status == malformed.status)
                    #expect(answer["connection"] == "close")
                    answer.expectSecurityHeaders()
                    #expect(await client.rest().isEmpty)
                }
            }
        }

        @Test(
            "A request for another host gets 421",
            arguments: [
                "evil.example", "socialday.test:444", "socialday.test.evil.example", "", "localhost",
            ])
        func foreignHost(_ host: String) async throws {
            try await TestFront.with { front in
                let answer = try await RawClient.exchange(TestFront.request("GET /", host: host), port: front.port)
                #expect(answer.status == 421)
                answer.expectSecurityHeaders()
            }
        }

        @Test("A target that names its authority is judged by that, not by the Host field")
        func absoluteForm() async throws {
            try await TestFront.with { front in
                for (target, status) in [("https://evil.example/", 421), ("https://socialday.test/", 200)] {
                    let answer = try await RawClient.exchange(TestFront.request("GET \(target)"), port: front.port)
                    #expect(answer.status == status)
                }
            }
        }

        @Test("Our own names are accepted, with our port or none, and the machine may ask for its health")
        func ownHost() async throws {
            try await TestFront.with { front in
                for (path, host) in [
                    ("/", "SOCIALDAY.test"), ("/", "socialday.test:443"), ("/health/live", "127.0.0.1:9"),
                ] {
                    let answer = try await RawClient.exchange(
                        TestFront.request("GET \(path)", host: host), port: front.port)
                    #expect(answer.status == 200)
                }
            }
        }

        @Test("A body that says it is too large gets 413 before it is sent")
        func declaredLarge() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(
                        TestFront.request("POST /echo", fields: ["Content-Length: 10000000", "Expect: 100-continue"]))
                    let answer = try await client.answer()
                    #expect(answer.status == 413)
                    #expect(answer["connection"] == "close")
                    answer.expectSecurityHeaders()
                }
            }
        }

        @Test("A client that sends 10 MB whatever it is told still sees the 413")
        func insistentLarge() async throws {
            try await TestFront.with { front in
                let body = String(repeating: "x", count: 10_000_000)
                let answer = try await RawClient.exchange(TestFront.request("POST /echo", body: body), port: front.port)
                #expect(answer.status == 413)
            }
        }

        @Test(
            "A chunked body that grows too large gets 413, whether the route reads it or not",
            arguments: ["/echo", "/deaf"])
        func chunkedLarge(_ path: String) async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("POST \(path)", fields: ["Transfer-Encoding: chunked"]))
                    let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
                    for _ in 0..<8 { try? await client.send(chunk) }
                    let answer = try await client.answer()
                    #expect(answer.status == (path == "/echo" ? 413 : 200))
                    answer.expectSecurityHeaders()
                    _ = await client.rest()
                }
            }
        }

        @Test("A body of exactly 64 KiB is taken, and the connection goes on")
        func largestBody() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    for _ in 0..<2 {
                        try await client.send(
                            TestFront.request("POST /echo", body: String(repeating: "x", count: 65_536)))
                        #expect(try await client.answer().body == "65536")
                    }
                }
            }
        }

        @Test("Whoever asks for another protocol is answered in this one, and what comes behind is not waited for")
        func otherProtocol() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    let upgrade = ["Connection: Upgrade", "Upgrade: websocket"]
                    try await client.send(TestFront.request("GET /", fields: upgrade) + TestFront.request("GET /"))
                    let answer = try await client.answer()
                    #expect(answer.body == "hello")
                    #expect(answer["connection"] == "close")
                    #expect(await client.rest().isEmpty)
                }
            }
        }

        @Test("A client that waits for 100 Continue is told to go on")
        func expectContinue() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(
                        TestFront.request("POST /echo", fields: ["Expect: 100-continue", "Content-Length: 2"]))
                    #expect(try await client.answer().status == 100)
                    try await client.send("ok")
                    #expect(try await client.answer().body == "2")
                }
            }
        }

        @Test("Pipelined requests are answered in order, and a malformed one after the good ones")
        func pipelined() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(
                        TestFront.request("GET /slow") + TestFront.request("GET /") + "NONSENSE\r\n\r\n")
                    #expect(try await client.answer().body == "slow")
                    #expect(try await client.answer().body == "hello")
                    #expect(try await client.answer().status == 400)
                    #expect(await client.rest().isEmpty)
                }
            }
        }

        @Test("An answer to HEAD has no body, whatever the route wrote")
        func head() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("HEAD /nowhere", host: "evil.example"))
                    let answer = try await client.answer(toHead: true)
                    #expect(answer.status == 421)
                    try await client.send(TestFront.request("GET /"))
                    #expect(try await client.answer().body == "hello")
                }
            }
        }

        @Test("HTTP/1.0 and Connection: close are answered, then closed")
        func closing() async throws {
            try await TestFront.with { front in
                for request in [
                    "GET / HTTP/1.0\r\nHost: socialday.test\r\n\r\n",
                    TestFront.request("GET /", fields: ["Connection: close"]),
                ] {
                    try await RawClient.with(port: front.port) { client in
                        try await client.send(request)
                        #expect(try await client.answer().body == "hello")
                        #expect(await client.rest().isEmpty)
                    }
                }
            }
        }

        @Test("A client of HTTP/1.0 that asks for it keeps the connection, and is told so")
        func keepingAlive() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    for _ in 0..<2 {
                        try await client.send(
                            "GET / HTTP/1.0\r\nHost: socialday.test\r\nConnection: keep-alive\r\n\r\n")
                        let answer = try await client.answer()
                        #expect(answer.body == "hello" && answer["connection"] == "keep-alive")
                    }
                }
            }
        }

        @Test("Forwarded addresses count only from a trusted proxy", arguments: [true, false])
        func forwarded(_ trusted: Bool) async throws {
            let ranges = (trusted ? ["127.0.0.0/8"] : []).compactMap { AddressRange($0) }
            let configure = { (configuration: inout FrontConfiguration) in configuration.trustedProxies = ranges }
            try await TestFront.with(configure: configure) { front in
                let answer = try await RawClient.exchange(
                    TestFront.request("GET /client", fields: ["X-Forwarded-For: 198.51.100.7"]), port: front.port)
                #expect(answer.body == (trusted ? "forwarded" : "peer"))
            }
        }

        @Test("Plain HTTP redirects to the public URL with path and query, whatever the host")
        func redirect() async throws {
            try await TestFront.with { front in
                for (line, location) in [
                    (
                        "GET /fr/programme?theme=care&q=%C3%A9",
                        "https://socialday.test/fr/programme?theme=care&q=%C3%A9"
                    ),
                    ("POST /evil.example/", "https://socialday.test/evil.example/"),
                ] {
                    let answer = try await RawClient.exchange(
                        TestFront.request(line, host: "evil.example"), port: front.redirectPort, .plain)
                    #expect(answer.status == 308)
                    #expect(answer["location"] == location)
                    answer.expectSecurityHeaders(secure: false)
                }
            }
        }

        @Test(
            "Plain HTTP refuses what is malformed",
            arguments: ["GET /a\"b", "GET *", "GET //evil.example/", "NONSENSE"])
        func badRedirect(_ line: String) async throws {
            try await TestFront.with { front in
                let answer = try await RawClient.exchange(TestFront.request(line), port: front.redirectPort, .plain)
                #expect(answer.status == 400)
                answer.expectSecurityHeaders(secure: false)
            }
        }
    }
}

/// A request that no route gets to see.
struct Malformed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let request: String
    let status: Int

    private init(_ description: String, status: Int = 400, _ request: String) {
        testDescription = description
        self.status = status
        self.request = request
    }

    private static let host = "Host: socialday.test\r\n"
    private static let long = String(repeating: "x", count: 20_000)

    static let all = [
        Malformed("no HTTP", "GARBAGE\r\n\r\n"),
        Malformed("another version", "GET / HTTP/2.0\r\n\(host)\r\n"),
        Malformed("no host", "GET / HTTP/1.1\r\n\r\n"),
        Malformed("two hosts", "GET / HTTP/1.1\r\n\(host)\(host)\r\n"),
        Malformed("a space in a field's name", "GET / HTTP/1.1\r\n\(host)Bad Name: x\r\n\r\n"),
        Malformed(
            "two ways to end", "POST /echo HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"),
        Malformed("a chunk of no size", "POST /echo HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        Malformed("a tunnel", "CONNECT socialday.test:443 HTTP/1.1\r\n\(host)\r\n"),
        Malformed("a target that is no path", "GET nowhere HTTP/1.1\r\n\(host)\r\n"),
        Malformed("a path that names another host", "GET //evil.test/sessions/x/sign-ups HTTP/1.1\r\n\(host)\r\n"),
        Malformed("one that does so to browsers", "GET /\\evil.test/sessions/x/sign-ups HTTP/1.1\r\n\(host)\r\n"),
        Malformed("a long field", status: 431, "GET / HTTP/1.1\r\n\(host)X: \(long)\r\n\r\n"),
        Malformed("a long target", status: 431, "GET /\(long) HTTP/1.1\r\n\(host)\r\n"),
        Malformed(
            "many fields", status: 431, "GET / HTTP/1.1\r\n\(host)\(String(repeating: "X: x\r\n", count: 200))\r\n"),
    ]
}
