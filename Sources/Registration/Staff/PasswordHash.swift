internal import Crypto
internal import CryptoExtras
internal import Foundation

/// What is kept of a password: scrypt (RFC 7914) with its parameters and salt, as a PHC string
/// `$scrypt$ln=16,r=8,p=2$SALT$HASH`.
public struct PasswordHash: Hashable, Sendable {
    /// What a new one is made with, each try costing some 130 MB and most of a second.
    public static let present = Parameters(logN: 16, r: 8, p: 2)

    public struct Parameters: Hashable, Sendable {
        let logN: Int
        let r: Int
        let p: Int

        public init(logN: Int, r: Int, p: Int) {
            self.logN = logN
            self.r = r
            self.p = p
        }
    }

    public let parameters: Parameters
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Takes most of a second of a processor's time: to be called through `PasswordDesk`.
    init(of password: String, parameters: Parameters = present) throws {
        let salt = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
        self.parameters = parameters
        self.salt = salt
        hash = try Self.derive(password, salt: salt, parameters)
    }

    /// - Returns: `nil` for another text than this writes.
    public init?(_ text: String) {
        guard let match = text.wholeMatch(of: /\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+\/]+)\$([\w+\/]+)/),
            let logN = Int(match.1), (1...20).contains(logN), let r = Int(match.2), r > 0, let p = Int(match.3), p > 0,
            let salt = Self.bytes(match.4), let hash = Self.bytes(match.5), hash.count == 32
        else { return nil }
        parameters = Parameters(logN: logN, r: r, p: p)
        (self.salt, self.hash) = (salt, hash)
    }

    public var text: String {
        let (n, r, p) = (parameters.logN, parameters.r, parameters.p)
        return "$scrypt$ln=\(n),r=\(r),p=\(p)$\(Self.text(salt))$\(Self.text(hash))"
    }

    /// Takes as long as making one: to be called through `PasswordDesk`.
    func matches(_ password: String) throws -> Bool {
        let other = try Self.derive(password, salt: salt, parameters)
        return zip(hash, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Of what is typed, the composed form (NFC), since keyboards differ in how they write the same letters.
    private static func derive(_ password: String, salt: [UInt8], _ parameters: Parameters) throws -> [UInt8] {
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << parameters.logN, blockSize: parameters.r,
            parallelism: parameters.p)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "=", with: "")
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)).map(Array.init)
    }
}
