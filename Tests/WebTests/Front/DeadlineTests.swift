import NIOSSL
import Testing

@testable import Web

extension LiveFrontTests {
    @Suite("Whoever is slow on purpose is cut off in time") struct DeadlineTests {
        /// Limits short enough to wait for; those not under test stay out of the way.
        private static func short(_ change: @escaping (inout FrontLimits) -> Void) -> (inout FrontConfiguration) -> Void
        {
            { configuration in
                configuration.limits.linger = .milliseconds(300)
                change(&configuration.limits)
            }
        }

        /// How long something takes.
        private func time(_ body: () async throws -> Void) async rethrows -> Duration {
            try await ContinuousClock().measure(body)
        }

        /// Not before it is time, and long before any limit that stays out of the way.
        private static let inTime = Duration.milliseconds(250) ... .seconds(6)

        @Test("A handshake that never begins, or never ends")
        func handshake() async throws {
            try await TestFront.with(configure: Self.short { $0.handshake = .milliseconds(300) }) { front in
                for bytes in ["", "\u{16}\u{03}\u{01}\u{01}\u{00}"] {
                    let elapsed = try await time {
                        try await RawClient.with(port: front.port, .plain) { client in
                            try await client.send(bytes)
                            #expect(await client.rest().isEmpty)
                        }
                    }
                    #expect(Self.inTime.contains(elapsed))
                }
            }
        }

        @Test("A connection that says nothing closes without a word", arguments: [true, false])
        func silent(_ secure: Bool) async throws {
            try await TestFront.with(configure: Self.short { $0.head = .milliseconds(300) }) { front in
                let elapsed = try await time {
                    try await RawClient.with(port: secure ? front.port : front.redirectPort, secure ? .tls : .plain) {
                        #expect(await $0.rest().isEmpty)
                    }
                }
                #expect(Self.inTime.contains(elapsed))
            }
        }

        @Test("A head that trickles gets 408", arguments: [true, false])
        func head(_ secure: Bool) async throws {
            try await TestFront.with(configure: Self.short { $0.head = .seconds(1) }) { front in
                let elapsed = try await time {
                    try await RawClient.with(port: secure ? front.port : front.redirectPort, secure ? .tls : .plain) {
                        client in
                        for piece in ["GET / HTT", "P/1.1\r\n", "Host: so", "cialday.test\r\n"] {
                            // On a busy machine the server may have lost patience already.
                            try? await client.send(piece)
                            try await Task.sleep(for: .milliseconds(40))
                        }
                        let answer = try await client.answer()
                        #expect(answer.status == 408)
                        answer.expectSecurityHeaders(secure: secure)
                    }
                }
                #expect(Self.inTime.contains(elapsed))
            }
        }

        @Test("A second head that trickles gets 408 as well, long before the idle time is over")
        func secondHead() async throws {
            try await TestFront.with(configure: Self.short { $0.head = .milliseconds(600) }) { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("GET /"))
                    #expect(try await client.answer().status == 200)
                    try await Task.sleep(for: .milliseconds(700))
                    let elapsed = try await time {
                        try await client.send("GET / HTT")
                        #expect(try await client.answer().status == 408)
                    }
                    #expect(Self.inTime.contains(elapsed))
                }
            }
        }

        @Test("A body that trickles gets 408, however steadily it does")
        func body() async throws {
            try await TestFront.with(configure: Self.short { $0.body = .milliseconds(400) }) { front in
                try await RawClient.with(port: front.port) { client in
                    let elapsed = try await time {
                        try await client.send(TestFront.request("POST /echo", fields: ["Content-Length: 1000"]))
                        for _ in 0..<4 {
                            try? await client.send("x")
                            try await Task.sleep(for: .milliseconds(40))
                        }
                        let answer = try await client.answer()
                        #expect(answer.status == 408)
                        answer.expectSecurityHeaders()
                        #expect(await client.rest().isEmpty)
                    }
                    #expect(Self.inTime.contains(elapsed))
                }
            }
        }

        @Test("A body that nobody reads ends the connection all the same")
        func unreadBody() async throws {
            try await TestFront.with(configure: Self.short { $0.body = .milliseconds(300) }) { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("POST /deaf", fields: ["Content-Length: 1000"]))
                    #expect(try await client.answer().body == "deaf")
                    let elapsed = await time { #expect(await client.rest().isEmpty) }
                    #expect(elapsed < Self.inTime.upperBound)
                }
            }
        }

        @Test("A reader that never reads")
        func neverReading() async throws {
            try await TestFront.with(configure: Self.short { $0.writeStall = .milliseconds(400) }) { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("GET /endless"))
                    try await eventually { await TestFront.running.has("/endless") }
                    let elapsed = try await time { try await eventually { await !TestFront.running.has("/endless") } }
                    #expect(elapsed < Self.inTime.upperBound)
                }
            }
        }

        @Test("A reader that is merely slow gets everything")
        func slowReading() async throws {
            let configure = Self.short {
                // What the kernel has taken of the answer is still to be read once it has all of it.
                ($0.writeStall, $0.linger) = (.milliseconds(1500), .seconds(5))
            }
            try await TestFront.with(configure: configure) { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("GET /large", fields: ["Connection: close"]))
                    var bytes = 0
                    let elapsed = try await time {
                        while let more = await client.some() {
                            // Ten rests in all, each shorter than the limit, and longer all together.
                            let rests = (bytes + more) / 800_000 - bytes / 800_000
                            bytes += more
                            try await Task.sleep(for: .milliseconds(160) * rests)
                        }
                    }
                    #expect(bytes > 8_000_000 && elapsed > .milliseconds(1500))
                }
            }
        }

        @Test("A kept-alive connection at rest closes after the idle time, not before")
        func idle() async throws {
            try await TestFront.with(configure: Self.short { $0.idle = .milliseconds(1500) }) { front in
                try await RawClient.with(port: front.port) { client in
                    for _ in 0..<2 {
                        try await Task.sleep(for: .milliseconds(300))
                        try await client.send(TestFront.request("GET /"))
                        #expect(try await client.answer().status == 200)
                    }
                    let elapsed = await time { #expect(await client.rest().isEmpty) }
                    #expect(Self.inTime.contains(elapsed))
                }
            }
        }

        @Test("A slow route is not the client's fault")
        func slowRoute() async throws {
            let limits = Self.short {
                $0.head = .milliseconds(300)
                $0.body = .milliseconds(300)
                $0.idle = .milliseconds(300)
                $0.writeStall = .milliseconds(300)
            }
            try await TestFront.with(configure: limits) { front in
                let answer = try await RawClient.exchange(TestFront.request("GET /slow"), port: front.port)
                #expect(answer.body == "slow")
            }
        }

        @Test("An address holds so many connections and no more; one that closes makes room")
        func perAddress() async throws {
            let two = Self.short { $0.connectionsPerAddress = 2 }
            try await TestFront.with(configure: two) { front in
                try await RawClient.with(port: front.port) { first in
                    try await first.send(TestFront.request("GET /"))
                    #expect(try await first.answer().status == 200)
                    try await RawClient.with(port: front.port) { second in
                        try await second.send(TestFront.request("GET /"))
                        #expect(try await second.answer().status == 200)
                        await #expect(throws: (any Error).self) {
                            try await RawClient.exchange(TestFront.request("GET /"), port: front.port)
                        }
                    }
                    try await eventually {
                        (try? await RawClient.exchange(TestFront.request("GET /"), port: front.port).status) == 200
                    }
                }
            }
        }

        @Test("The cap is lifted for trusted proxies, and for all when limits are off", arguments: [true, false])
        func noCap(_ proxy: Bool) async throws {
            let configure = { @Sendable (configuration: inout FrontConfiguration) in
                configuration.limits.connectionsPerAddress = 1
                configuration.limitsAddresses = proxy
                if proxy { configuration.trustedProxies = [AddressRange("127.0.0.1")].compactMap { $0 } }
            }
            try await TestFront.with(configure: configure) { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("GET /"))
                    #expect(try await client.answer().status == 200)
                    #expect(try await RawClient.exchange(TestFront.request("GET /"), port: front.port).status == 200)
                }
            }
        }
    }
}
