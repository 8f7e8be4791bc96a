internal import CLibCrypto
public import Foundation

/// The certificates to whose owners files are encrypted; each owner can open them alone.
public struct Recipients: Sendable {
    /// One certificate: what it calls its owner, and until when it is valid.
    public struct Holder: Sendable {
        /// The certificate's subject, such as `/CN=Attendee lists`.
        public let name: String
        /// The last moment at which the certificate holds.
        public let validUntil: Date
    }

    /// In the order of the files.
    public let holders: [Holder]
    /// DER (X.690).
    let certificates: [[UInt8]]

    /// Reads PEM files, each of one certificate or several.
    ///
    /// - Throws: `RecipientProblem` for the first that can't be used.
    public init(files: [String]) throws(RecipientProblem) {
        var holders: [Holder] = []
        var certificates: [[UInt8]] = []
        for file in files {
            guard let pem = FileManager.default.contents(atPath: file) else {
                throw RecipientProblem(file: file, reason: "can't be read")
            }
            let found = Self.certificates(in: Array(pem))
            guard !found.isEmpty else {
                throw RecipientProblem(file: file, reason: "holds no X.509 certificate in PEM")
            }
            for (certificate, holder) in found {
                guard Self.canReceive(certificate) else {
                    throw RecipientProblem(
                        file: file, reason: "is for \(holder.name), whose key can't receive: take one of RSA or EC")
                }
                certificates.append(certificate)
                holders.append(holder)
            }
        }
        (self.holders, self.certificates) = (holders, certificates)
    }

    private static func certificates(in pem: [UInt8]) -> [(der: [UInt8], holder: Holder)] {
        guard let source = BIO_new_mem_buf(pem, Int32(pem.count)) else { return [] }
        defer { BIO_free(source) }
        var found: [(der: [UInt8], holder: Holder)] = []
        while let certificate = PEM_read_bio_X509(source, nil, nil, nil) {
            defer { X509_free(certificate) }
            found.append((der(certificate), holder(certificate)))
        }
        // The last read failed, at the end.
        ERR_clear_error()
        return found
    }

    private static func der(_ certificate: OpaquePointer) -> [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_X509(certificate, &bytes)
        guard count > 0, let bytes else { return [] }
        defer { CRYPTO_free(bytes, #file, #line) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    private static func holder(_ certificate: OpaquePointer) -> Holder {
        var name = [CChar](repeating: 0, count: 256)
        X509_NAME_oneline(X509_get_subject_name(certificate), &name, Int32(name.count))
        var days: Int32 = 0
        var seconds: Int32 = 0
        ASN1_TIME_diff(&days, &seconds, nil, X509_get0_notAfter(certificate))
        return Holder(
            name: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self),
            validUntil: Date(timeIntervalSinceNow: TimeInterval(days) * 86_400 + TimeInterval(seconds)))
    }

    /// Whether something can be encrypted to it: found out by doing so.
    private static func canReceive(_ certificate: [UInt8]) -> Bool {
        guard let encryption = try? Encryption(for: Recipients(certificate)), (try? encryption.update([0])) != nil
        else { return false }
        return (try? encryption.finish()) != nil
    }

    private init(_ certificate: [UInt8]) {
        certificates = [certificate]
        holders = []
    }
}

/// A certificate that can't be used.
public struct RecipientProblem: Error, CustomStringConvertible {
    let file: String
    let reason: String
    public var description: String { "'\(file)' \(reason)" }
}
