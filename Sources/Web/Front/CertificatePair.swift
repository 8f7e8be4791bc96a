import NIOCore
import NIOSSL

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A certificate chain and its key, read from PEM files and known to belong together.
struct CertificatePair: Sendable {
    let context: NIOSSLContext
    let validFrom: Date
    let validUntil: Date

    init(certificates: String, key: String) throws(CertificateError) {
        let chain = try Self.chain(certificates)
        guard let leaf = chain.first else { throw .notACertificate(certificates) }
        validFrom = Date(timeIntervalSince1970: TimeInterval(leaf.notValidBefore))
        validUntil = Date(timeIntervalSince1970: TimeInterval(leaf.notValidAfter))
        let configuration = Self.configuration(chain: chain, key: try Self.key(key))
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            throw .keyDoesNotMatch(certificate: certificates, key: key)
        }
    }

    private static func read(_ path: String) throws(CertificateError) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        return [UInt8](data)
    }

    private static func chain(_ path: String) throws(CertificateError) -> [NIOSSLCertificate] {
        let bytes = try read(path)
        do {
            return try NIOSSLCertificate.fromPEMBytes(bytes)
        } catch {
            throw .notACertificate(path)
        }
    }

    private static func key(_ path: String) throws(CertificateError) -> NIOSSLPrivateKey {
        let bytes = try read(path)
        if String(decoding: bytes, as: UTF8.self).contains("ENCRYPTED") { throw .keyIsEncrypted(path) }
        do {
            return try NIOSSLPrivateKey(bytes: bytes, format: .pem)
        } catch {
            throw .notAKey(path)
        }
    }

    /// TLS 1.2 and 1.3, and for 1.2 only suites with forward secrecy and authenticated encryption.
    private static func configuration(chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = [
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        ]
        configuration.applicationProtocols = ["http/1.1"]
        configuration.shutdownTimeout = .seconds(2)
        return configuration
    }
}

/// Why a certificate or key can't be used, by file.
public enum CertificateError: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(String)
    case unreadable(String)
    case notACertificate(String)
    case notAKey(String)
    case keyIsEncrypted(String)
    case keyDoesNotMatch(certificate: String, key: String)

    public var description: String {
        switch self {
        case .missing(let path): "\(path) does not exist; set SOCIALDAY_TLS_CERT and SOCIALDAY_TLS_KEY to PEM files"
        case .unreadable(let path): "\(path) can't be read; the service's user needs permission to read it"
        case .notACertificate(let path): "\(path) holds no certificate in PEM form (\"-----BEGIN CERTIFICATE-----\")"
        case .notAKey(let path): "\(path) holds no private key in PEM form (\"-----BEGIN PRIVATE KEY-----\")"
        case .keyIsEncrypted(let path): "\(path) is protected by a passphrase; give the service a key without one"
        case .keyDoesNotMatch(let certificate, let key):
            "the key in \(key) is not that of the first certificate in \(certificate); use the pair issued together"
        }
    }
}
