import Foundation
import NIOSSL
import Testing

@testable import Web

extension LiveFrontTests {
    @Suite("TLS is 1.2 or 1.3 with forward secrecy and authenticated encryption") struct TLSTests {
        private func request(_ transport: RawClient.Transport, port: Int) async throws -> Int {
            try await RawClient.exchange(TestFront.request("GET /"), port: port, transport).status
        }

        private func client(_ change: (inout TLSConfiguration) -> Void) -> RawClient.Transport {
            var configuration = TLSConfiguration.makeClientConfiguration()
            change(&configuration)
            return .configured(configuration)
        }

        @Test(
            "TLS 1.2 and 1.3 are served, with ECDSA and RSA keys", arguments: [TLSVersion.tlsv12, .tlsv13],
            [TestCertificate.Kind.ecdsa, .rsa])
        func versions(_ version: TLSVersion, _ kind: TestCertificate.Kind) async throws {
            try await TestFront.with(certificate: TestCertificate(kind)) { front in
                let transport = client {
                    $0.minimumTLSVersion = version
                    $0.maximumTLSVersion = version
                }
                let status = try await request(transport, port: front.port)
                #expect(status == 200)
            }
        }

        @Test("TLS 1.0 and 1.1 are refused", arguments: [TLSVersion.tlsv1, .tlsv11])
        func oldVersions(_ version: TLSVersion) async throws {
            try await TestFront.with { front in
                let transport = client {
                    $0.minimumTLSVersion = version
                    $0.maximumTLSVersion = version
                }
                await #expect(throws: (any Error).self) { try await request(transport, port: front.port) }
            }
        }

        @Test(
            "Suites without forward secrecy or with CBC are refused, the others served",
            arguments: [
                (NIOTLSCipher.TLS_RSA_WITH_AES_128_GCM_SHA256, false), (.TLS_RSA_WITH_AES_256_CBC_SHA, false),
                (.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, false), (.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, false),
                (.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, true), (.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, true),
                (.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, true),
            ])
        func suites(_ suite: NIOTLSCipher, _ served: Bool) async throws {
            try await TestFront.with(certificate: TestCertificate(.rsa)) { front in
                let transport = client {
                    $0.maximumTLSVersion = .tlsv12
                    $0.cipherSuiteValues = [suite]
                }
                let status = try? await request(transport, port: front.port)
                #expect(status == (served ? 200 : nil))
            }
        }

        @Test("A client that offers HTTP/2 first gets HTTP/1.1")
        func alpn() async throws {
            try await TestFront.with { front in
                let transport = client { $0.applicationProtocols = ["h2", "http/1.1"] }
                let status = try await request(transport, port: front.port)
                #expect(status == 200)
            }
        }

        @Test("Plain HTTP on the TLS port gets nothing, and harms nobody")
        func plain() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port, .plain) { client in
                    try await client.send(TestFront.request("GET /"))
                    _ = await client.rest()
                }
                #expect(try await request(.tls, port: front.port) == 200)
            }
        }
    }
}

extension LiveFrontTests {
    @Suite("Certificates are read again, and a bad pair never replaces a good one") struct CertificateTests {
        @Test("Each thing that can be wrong with the files has its own error")
        func errors() throws {
            let good = try TestCertificate()
            let other = try TestCertificate(.rsa)
            let empty = good.directory.appending(path: "empty.pem").path
            try "nothing here".write(toFile: empty, atomically: true, encoding: .utf8)
            func problem(_ certificate: String, _ key: String) -> CertificateError? {
                do throws(CertificateError) {
                    _ = try CertificateStore(certificate: certificate, key: key, logger: .quiet)
                    return nil
                } catch {
                    return error
                }
            }
            #expect(problem(good.certificate, good.key) == nil)
            #expect(problem("/nowhere.pem", good.key) == .missing("/nowhere.pem"))
            #expect(problem(good.certificate, "/nowhere.pem") == .missing("/nowhere.pem"))
            #expect(problem(good.directory.path, good.key) == .unreadable(good.directory.path))
            #expect(problem(empty, good.key) == .notACertificate(empty))
            #expect(problem(good.key, good.key) == .notACertificate(good.key))
            #expect(problem(good.certificate, empty) == .notAKey(empty))
            #expect(problem(good.certificate, good.certificate) == .notAKey(good.certificate))
            let fresh = try TestCertificate()
            for key in [other.key, fresh.key] {
                #expect(problem(good.certificate, key) == .keyDoesNotMatch(certificate: good.certificate, key: key))
            }
        }

        @Test("An encrypted key is named as such")
        func encrypted() throws {
            let certificate = try TestCertificate()
            try "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"
                .write(toFile: certificate.key, atomically: true, encoding: .utf8)
            #expect(throws: CertificateError.keyIsEncrypted(certificate.key)) { try certificate.store() }
        }

        @Test("The days left are counted, also once there are none")
        func days() throws {
            let now = Date.now
            let soon = try TestCertificate(until: now + 10.5 * 86_400).store().status
            #expect(soon.daysLeft() == 10)
            #expect(soon.isValid())
            let past = try TestCertificate(from: now - 9 * 86_400, until: now - 86_400 - 60).store().status
            #expect(past.daysLeft() == -2)
            #expect(!past.isValid())
            #expect(try !TestCertificate(from: now + 3600).store().status.isValid())
        }

        @Test("A pair that lies behind links is read again when the folder that they lead through is another")
        func links() throws {
            let first = try TestCertificate(until: .now + 30.5 * 86_400)
            let second = try TestCertificate(until: .now + 60.5 * 86_400)
            let folder = FileManager.default.temporaryDirectory.appending(path: "front-links-\(UUID())")
            defer { try? FileManager.default.removeItem(at: folder) }
            func link(_ name: String, to path: String) throws {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.appending(path: name).path, withDestinationPath: path)
            }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // As Kubernetes and others hand secrets over: only the link in the middle is ever replaced.
            try link("now", to: first.directory.path)
            for name in ["cert.pem", "key.pem"] { try link(name, to: "now/\(name)") }
            let store = try CertificateStore(
                certificate: folder.appending(path: "cert.pem").path, key: folder.appending(path: "key.pem").path,
                logger: .quiet)
            #expect(store.status.daysLeft() == 30)
            try FileManager.default.removeItem(at: folder.appending(path: "now"))
            try link("now", to: second.directory.path)
            store.reload(force: false)
            #expect(store.status.daysLeft() == 60)
        }

        @Test("New connections get the new pair; a bad one is reported and changes nothing; the next good one mends it")
        func reload() async throws {
            let certificate = try TestCertificate(until: .now + 30.5 * 86_400)
            try await TestFront.with(certificate: certificate) { front in
                #expect(try await served(front.port) == 30)

                try certificate.write(.rsa, until: .now + 60.5 * 86_400)
                try await eventually { front.store.status.daysLeft() == 60 }
                #expect(try await served(front.port) == 60)

                let (_, foreign) = try TestCertificate.make(.ecdsa)
                try foreign.write(toFile: certificate.key, atomically: true, encoding: .utf8)
                try await eventually { front.store.status.problem != nil }
                #expect(
                    front.store.status.problem
                        == .keyDoesNotMatch(certificate: certificate.certificate, key: certificate.key))
                #expect(try await served(front.port) == 60)

                try FileManager.default.removeItem(atPath: certificate.key)
                try await eventually { front.store.status.problem == .missing(certificate.key) }
                #expect(try await served(front.port) == 60)

                try certificate.write(.ecdsa, until: .now + 90.5 * 86_400)
                try await eventually { front.store.status.problem == nil }
                #expect(try await served(front.port) == 90)
            }
        }

        @Test("A connection that was open goes on when the certificate changes")
        func openConnection() async throws {
            try await TestFront.with { front in
                try await RawClient.with(port: front.port) { client in
                    try await client.send(TestFront.request("GET /"))
                    #expect(try await client.answer().status == 200)
                    try front.certificate.write(.rsa, until: .now + 60.5 * 86_400)
                    try await eventually { front.store.status.daysLeft() == 60 }
                    try await client.send(TestFront.request("GET /"))
                    #expect(try await client.answer().status == 200)
                }
            }
        }

        /// The days left of the certificate that a new connection is shown.
        private func served(_ port: Int) async throws -> Int {
            try await RawClient.with(port: port) { client in
                try await client.send(TestFront.request("GET /"))
                _ = try await client.answer()
                let until = try #require(try await client.peerCertificate()).notValidAfter
                return Int((Date(timeIntervalSince1970: Double(until)).timeIntervalSinceNow / 86_400).rounded(.down))
            }
        }
    }
}

/// Waits until something holds, for at most half a minute.
func eventually(
    sourceLocation: SourceLocation = #_sourceLocation, _ condition: @Sendable () async throws -> Bool
) async throws {
    for _ in 0..<3000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("It never came to hold", sourceLocation: sourceLocation)
}
