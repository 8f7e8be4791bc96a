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
        try write(privateKey.pemRepresentation, to: key, permissions: 0o600)
        try write(
            try make(for: Certificate.PrivateKey(privateKey)).serializeAsPEM().pemString, to: certificate,
            permissions: 0o644)
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

    private static func write(_ text: String, to file: URL, permissions: Int) throws {
        // Made with its permissions, so that the key is never readable for an instant.
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: permissions])
        else {
            throw SettingsError(["can't write '\(file.path)'; check the folder's permissions and the room on its disk"])
        }
    }
}
