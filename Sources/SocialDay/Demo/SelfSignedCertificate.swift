internal import Crypto
internal import Foundation
internal import SwiftASN1
internal import X509

/// A certificate for `localhost` that nobody else vouches for: enough for a demo, with a warning in the browser.
enum SelfSignedCertificate {
    /// Writes a certificate and its key (readable by this user only) unless a pair is there that holds for 30 days more.
    static func ensure(certificate: URL, key: URL) throws {
        if let pem = try? String(contentsOf: certificate, encoding: .utf8),
            let known = try? Certificate(pemEncoded: pem),
            known.notValidAfter > Date(timeIntervalSinceNow: 30 * 86_400),
            FileManager.default.fileExists(atPath: key.path)
        {
            return
        }
        let privateKey = P256.Signing.PrivateKey()
        let pem = try make(for: Certificate.PrivateKey(privateKey)).serializeAsPEM().pemString
        try OwnFile.write(Data(privateKey.pemRepresentation.utf8), to: key)
        try OwnFile.write(Data(pem.utf8), to: certificate, permissions: 0o644)
    }

    private static func make(for key: Certificate.PrivateKey) throws -> Certificate {
        let name = try DistinguishedName { CommonName("localhost") }
        let loopback: [UInt8] = [127, 0, 0, 1]
        let now = Date()
        return try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey,
            notValidBefore: now.addingTimeInterval(-3600),
            notValidAfter: now.addingTimeInterval(397 * 86_400), issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames([
                    .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: loopback[...])),
                ])
            },
            issuerPrivateKey: key)
    }
}
