internal import CLibCrypto

/// Encrypts a stream for the owners of certificates: CMS (RFC 5652) as DER with indefinite lengths, so that no length has
/// to be known beforehand; AES-256 in GCM (AuthEnvelopedData, RFC 5083 and 5084), which notices when a byte was changed.
///
/// `openssl cms -decrypt -inform DER` opens it, from OpenSSL 3.0 on.
final class Encryption {
    private let message: OpaquePointer
    /// What comes out, until it is taken.
    private let output: OpaquePointer
    private let encoder: OpaquePointer

    init(for recipients: Recipients) throws(ExportError) {
        guard let certificates = socialday_certificates_new() else { throw Self.failure() }
        defer { socialday_certificates_free(certificates) }
        for bytes in recipients.certificates {
            let certificate = bytes.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return d2i_X509(nil, &start, buffer.count)
            }
            guard let certificate, socialday_certificates_add(certificates, certificate) > 0 else {
                throw Self.failure()
            }
        }
        let flags = UInt32(CMS_BINARY | CMS_STREAM | CMS_PARTIAL)
        guard let message = CMS_encrypt(certificates, nil, EVP_aes_256_gcm(), flags) else { throw Self.failure() }
        guard let output = BIO_new(BIO_s_mem()) else {
            CMS_ContentInfo_free(message)
            throw Self.failure()
        }
        guard let encoder = BIO_new_CMS(output, message) else {
            BIO_free(output)
            CMS_ContentInfo_free(message)
            throw Self.failure()
        }
        (self.message, self.output, self.encoder) = (message, output, encoder)
    }

    deinit {
        socialday_bio_free_above(encoder, output)
        BIO_free(output)
        CMS_ContentInfo_free(message)
    }

    /// Takes more of the plain bytes; returns what is ready.
    func update(_ bytes: [UInt8]) throws(ExportError) -> [UInt8] {
        guard bytes.isEmpty || BIO_write(encoder, bytes, Int32(bytes.count)) == Int32(bytes.count) else {
            throw Self.failure()
        }
        return ready()
    }

    /// After the last byte.
    func finish() throws(ExportError) -> [UInt8] {
        guard socialday_bio_flush(encoder) == 1 else { throw Self.failure() }
        return ready()
    }

    private func ready() -> [UInt8] {
        var bytes: [UInt8] = []
        let size = BIO_ctrl_pending(output)
        guard size > 0 else { return bytes }
        bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            filled = Int(max(0, BIO_read(output, buffer.baseAddress, Int32(size))))
        }
        return bytes
    }

    private static func failure() -> ExportError {
        let code = ERR_get_error()
        ERR_clear_error()
        return .notEncrypted(
            reason: ERR_reason_error_string(code).map { String(cString: $0) } ?? "OpenSSL gives no reason")
    }
}
