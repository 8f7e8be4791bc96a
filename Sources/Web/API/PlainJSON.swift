/// The members of a JSON object of the shape that nearly every sign-up call has: strings without escapes, and whole
/// numbers, no name twice. `JSONDecoder`, a good part of a sign-up's cost, reads whatever this returns nil for.
struct PlainJSON {
    enum Value: Equatable {
        case string(String)
        case number(Int)
    }

    private(set) var members: [String: Value] = [:]

    init?(_ bytes: some Collection<UInt8>) {
        var reader = Reader(rest: bytes[...])
        guard reader.take("{") else { return nil }
        repeat {
            guard let name = reader.string(), reader.take(":"), let value = reader.value(),
                members.updateValue(value, forKey: name) == nil
            else { return nil }
        } while reader.take(",")
        guard reader.take("}"), reader.isAtEnd else { return nil }
    }

    /// RFC 8259, without what the type leaves to others.
    private struct Reader<Bytes: Collection<UInt8>> where Bytes.SubSequence == Bytes {
        var rest: Bytes

        var isAtEnd: Bool {
            mutating get {
                skipSpace()
                return rest.isEmpty
            }
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            skipSpace()
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        mutating func value() -> Value? {
            skipSpace()
            return rest.first == UInt8(ascii: "\"") ? string().map { .string($0) } : number().map { .number($0) }
        }

        mutating func string() -> String? {
            guard take("\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            let bytes = rest[..<end]
            guard !bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return nil }
            rest = rest[rest.index(after: end)...]
            return String(validating: bytes, as: UTF8.self)
        }

        /// At most nine digits: what fits without a doubt.
        private mutating func number() -> Int? {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard (1...9).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else {
                return nil
            }
            rest = rest[digits.endIndex...]
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        private mutating func skipSpace() {
            while let first = rest.first, [0x20, 0x09, 0x0A, 0x0D].contains(first) { rest.removeFirst() }
        }
    }
}
