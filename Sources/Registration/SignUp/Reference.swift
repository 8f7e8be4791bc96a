/// What a sign-up is called on the telephone: eight letters and digits, `7K3M-Q9TX`.
///
/// It is the sign-up's number, shuffled so that it tells neither how many there are nor what the next one is called. It opens
/// nothing, and nothing has to be stored: the shuffle can be undone.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
    public let signUp: Int64

    public init(signUp: Int64) { self.signUp = signUp }

    /// Reads what a person or a program wrote: case, hyphens and spaces don't matter, `O` is `0`, `I` and `L` are `1`.
    public init?(_ text: some StringProtocol) {
        var value: UInt64 = 0
        var digits = 0
        for scalar in text.uppercased().unicodeScalars where scalar != "-" && scalar != " " {
            let plain: Unicode.Scalar = scalar == "O" ? "0" : scalar == "I" || scalar == "L" ? "1" : scalar
            guard let digit = Self.alphabet.firstIndex(of: plain), digits < 8 else { return nil }
            value = value << 5 | UInt64(digit)
            digits += 1
        }
        guard digits == 8 else { return nil }
        signUp = Int64(Self.unshuffle(value))
    }

    public var description: String {
        let value = Self.shuffle(UInt64(bitPattern: signUp) & Self.mask)
        // In one go: lists have a hundred thousand of them.
        return String(unsafeUninitializedCapacity: 9) { text in
            for place in 0..<8 {
                let digit = Self.alphabet[Int(value >> UInt64((7 - place) * 5) & 31)]
                text[place < 4 ? place : place + 1] = UInt8(ascii: digit)
            }
            text[4] = UInt8(ascii: "-")
            return 9
        }
    }

    /// Crockford's base 32: no I, L, O or U.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
    private static let mask: UInt64 = 1 << 40 - 1
    private static let factors: (first: UInt64, second: UInt64) = (0x9E_3779_B97F, 0xC2_B2AE_3D27)

    // Odd factors have an inverse modulo 2^40, and folding the upper half onto the lower is its own inverse.
    private static func shuffle(_ value: UInt64) -> UInt64 {
        fold(value &* factors.first & mask) &* factors.second & mask
    }

    private static func unshuffle(_ value: UInt64) -> UInt64 {
        fold(value &* inverse(factors.second) & mask) &* inverse(factors.first) & mask
    }

    private static func fold(_ value: UInt64) -> UInt64 { value ^ value >> 20 }

    /// Newton's iteration: each round doubles the bits that are right, from three.
    private static func inverse(_ factor: UInt64) -> UInt64 {
        var guess = factor
        for _ in 0..<5 { guess = guess &* (2 &- factor &* guess) }
        return guess & mask
    }
}
