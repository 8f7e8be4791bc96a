import Crypto
import CryptoExtras
import Foundation
import Logging
import SwiftASN1
import X509

@testable import Web

/// A directory with `cert.pem` and `key.pem`, self-signed for localhost, deleted with the value's last owner.
final class TestCertificate: Sendable {
    let directory: URL

    init(_ text: Kind = .ecdsa, from: Date = .now - 3600, until: Date = .now + 90 * 86_400) throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "front-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try write(text, from: from, until: until)
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    enum Kind { case ecdsa, rsa }

    var certificate: String { directory.appending(path: "cert.pem").path }
    var key: String { directory.appending(path: "key.pem").path }

    func store(interval: Duration = .milliseconds(50)) throws -> Web.CertificateStore {
        try Web.CertificateStore(certificate: certificate, key: key, interval: interval, logger: .quiet)
    }

    /// Replaces both files with a fresh pair.
    func write(_ kind: Kind, from: Date = .now - 3600, until: Date = .now + 90 * 86_400) throws {
        let (certificate, key) = try Self.make(kind, from: from, until: until)
        try certificate.write(toFile: self.certificate, atomically: true, encoding: .utf8)
        try key.write(toFile: self.key, atomically: true, encoding: .utf8)
    }

    static func make(
        _ kind: Kind, from: Date = .now - 3600, until: Date = .now + 90 * 86_400
    ) throws -> (certificate: String, key: String) {
        let key: Certificate.PrivateKey =
            switch kind {
            case .ecdsa: Certificate.PrivateKey(P256.Signing.PrivateKey())
            case .rsa: Certificate.PrivateKey(try _RSA.Signing.PrivateKey(keySize: .bits2048))
            }
        let name = try DistinguishedName { CommonName("localhost") }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey, notValidBefore: from,
            notValidAfter: until, issuer: name, subject: name,
            signatureAlgorithm: kind == .ecdsa ? .ecdsaWithSHA256 : .sha256WithRSAEncryption,
            extensions: try Certificate.Extensions { SubjectAlternativeNames([.dnsName("localhost")]) },
            issuerPrivateKey: key)
        return (try certificate.serializeAsPEM().pemString, try key.serializeAsPEM().pemString)
    }
}

extension Logger {
    static var quiet: Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }
}
