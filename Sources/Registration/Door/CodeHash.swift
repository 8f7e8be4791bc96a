internal import Crypto

/// The first 128 bits of a door token's SHA-256, in hexadecimal: enough to find it in a list, and not to make it.
public enum CodeHash {
    public static func of(_ token: some StringProtocol) -> String {
        SHA256.hash(data: Array(token.utf8)).prefix(16).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
