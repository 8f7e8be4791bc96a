import Hummingbird
import ServiceLifecycle
import Testing

@testable import Web

extension LiveFrontTests {
    @Suite("Shutting down loses nothing and keeps nobody waiting") struct DrainTests {
        @Test("A request under way is answered, connections at rest close at once, new ones are refused")
        func drain() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { idle in
                    try await idle.send(TestFront.request("GET /"))
                    #expect(try await idle.answer().status == 200)
                    try await RawClient.with(port: front.port) { busy in
                        try await busy.send(TestFront.request("GET /held"))
                        try await eventually { await TestFront.running.has("/held") }
                        await front.shutDown()
                        let farewell = await idle.rest()
                        #expect(farewell.isEmpty)
                        await #expect(throws: (any Error).self) {
                            try await RawClient.exchange(TestFront.request("GET /"), port: front.port)
                        }
                        await TestFront.running.end("/held")
                        let answer = try await busy.answer()
                        #expect(answer.body == "held")
                        #expect(answer["connection"] == "close")
                        #expect(await busy.rest().isEmpty)
                    }
                }
            }
        }

        @Test("A request whose body is on its way is taken to its end")
        func body() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("POST /echo", fields: ["Content-Length: 4"]) + "ab")
                    try await eventually { await TestFront.running.has("/echo") }
                    await front.shutDown()
                    try await Task.sleep(for: .milliseconds(100))
                    try await client.send("cd")
                    #expect(try await client.answer().body == "4")
                    #expect(await client.rest().isEmpty)
                }
            }
        }

        @Test("A handshake under way doesn't hold the shutdown up")
        func handshake() async throws {
            let elapsed = try await ContinuousClock().measure {
                try await TestFront.with { front in
                    try await RawClient.with(port: front.port, .plain) { client in
                        try await client.send("\u{16}")
                        try await Task.sleep(for: .milliseconds(50))
                        await front.shutDown()
                        #expect(await client.rest().isEmpty)
                    }
                }
            }
            #expect(elapsed < .seconds(8), "of ten that a handshake has")
        }

        @Test("Cancelled, it cuts off what is left")
        func cancelled() async throws {
            let certificate = try TestCertificate()
            let configuration = FrontConfiguration(
                listen: ListenAddress(host: "127.0.0.1", port: 0), publicURL: try PublicURL("https://\(TestFront.host)")
            )
            let (ports, announce) = AsyncStream.makeStream(of: Int.self)
            let server = FrontServer(
                responder: TestFront.router().buildResponder(), configuration: configuration,
                certificates: try certificate.store(), logger: .quiet, onListening: { announce.yield($0.secure) })
            let running = Task { try await server.run() }
            let port = try #require(await ports.first { _ in true })
            try await RawClient.with(port: port) { client in
                try await client.send(TestFront.request("GET /endless"))
                #expect(await client.some() != nil)
                let elapsed = try await ContinuousClock().measure {
                    running.cancel()
                    try await running.value
                }
                #expect(elapsed < .seconds(10), "of thirty that a reader may take")
            }
        }

        @Test("A taken port and an address of another machine are named")
        func cantListen() async throws {
            let certificate = try TestCertificate()
            try await TestFront.with { front in
                for (host, port) in [("127.0.0.1", front.port), ("192.0.2.1", 0)] {
                    let address = ListenAddress(host: host, port: port)
                    let server = FrontServer(
                        responder: TestFront.router().buildResponder(),
                        configuration: FrontConfiguration(
                            listen: address, publicURL: try PublicURL("https://\(TestFront.host)")),
                        certificates: try certificate.store(), logger: .quiet)
                    await #expect(throws: port == 0 ? FrontError.addressUnavailable(address) : .portTaken(address)) {
                        try await server.run()
                    }
                }
            }
        }

        @Test("A redirect port that is taken leaves the other one free again")
        func redirectTaken() async throws {
            let certificate = try TestCertificate()
            try await TestFront.with { front in
                let taken = ListenAddress(host: "127.0.0.1", port: front.redirectPort)
                let server = FrontServer(
                    responder: TestFront.router().buildResponder(),
                    configuration: FrontConfiguration(
                        listen: ListenAddress(host: "127.0.0.1", port: 0),
                        publicURL: try PublicURL("https://\(TestFront.host)"), redirectListen: taken),
                    certificates: try certificate.store(), logger: .quiet)
                await #expect(throws: FrontError.portTaken(taken)) { try await server.run() }
            }
        }
    }
}
