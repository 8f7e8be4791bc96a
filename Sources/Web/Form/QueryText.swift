/// Queries as forms write them (URL Standard, application/x-www-form-urlencoded): a space is a plus, which Hummingbird leaves as
/// it is.
enum QueryText {
    /// More is not read: no page of ours has such an address.
    static let limit = 4096

    static func fields(of text: String) -> [(String, String)] {
        guard text.utf8.count <= limit else { return [] }
        return text.utf8.split(separator: UInt8(ascii: "&")).map { field in
            let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
    }

    /// The first value of a name in a request's query.
    static func values(of query: String?) -> (_ name: String) -> String? {
        let values = Dictionary(fields(of: query ?? "")) { first, _ in first }
        return { values[$0] }
    }

    /// `?…` with the fields that have a value, or nothing.
    static func suffix(_ fields: [(String, String?)]) -> String {
        let text = of(fields.compactMap { name, value in value.map { (name, $0) } })
        return text.isEmpty ? "" : "?" + text
    }

    static func of(_ fields: [(String, String)]) -> String {
        fields.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        return words.map { PageAddress.segment(String(decoding: $0, as: UTF8.self)) }.joined(separator: "+")
    }

    private static func decoded(_ bytes: Substring.UTF8View.SubSequence) -> String {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2
            {
                result.append(code)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
