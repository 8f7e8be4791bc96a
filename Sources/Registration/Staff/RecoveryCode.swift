internal import Crypto

/// Opens an account once in place of a one-time code: 80 random bits, written as `k7mp-2xqa-9tdw-hj4r`.
public struct RecoveryCode: Hashable, Sendable {
    /// Sixteen letters and digits, without those that look alike (Crockford's base 32).
    private let letters: String

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    /// Ten of them, to be shown once.
    public static func ten() -> [RecoveryCode] {
        (0..<10).map { _ in
            let bytes = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }
            // Five bits of each byte: sixteen of them are eighty.
            return RecoveryCode(letters: String(bytes.map { alphabet[Int($0 & 31)] }))
        }
    }

    private init(letters: String) { self.letters = letters }

    /// As typed: in capitals, without hyphens or with spaces. `nil` for what can't be one.
    public init?(_ typed: String) {
        let letters = typed.lowercased().filter { $0 != "-" && !$0.isWhitespace }.map { letter -> Character in
            switch letter {
            case "o": "0"
            case "i", "l": "1"
            default: letter
            }
        }
        guard letters.count == 16, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.letters = String(letters)
    }

    public var text: String {
        stride(from: 0, to: 16, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }

    public var hash: [UInt8] { Array(SHA256.hash(data: Array(letters.utf8))) }
}
