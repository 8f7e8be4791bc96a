internal import Registration

/// Who a mail comes from: an address, with or without a name (RFC 5322, section 3.4).
public struct Mailbox: Hashable, Sendable {
    /// As it was written, quotes taken off.
    public let name: String?
    /// `LOCAL@HOST`.
    public let address: String

    /// - Throws: `Problem` where it is neither `ADDRESS` nor `NAME <ADDRESS>`.
    public init(_ text: String) throws(Problem) {
        let parts = text.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            (name, address) = (nil, try Self.address(text))
            return
        }
        guard parts[1].hasSuffix(">") else { throw Problem() }
        let name = parts[0].drop { $0 == " " || $0 == "\"" }.reversed().drop { $0 == " " || $0 == "\"" }.reversed()
        guard !name.contains(where: \.isNewline) else { throw Problem() }
        self.name = name.isEmpty ? nil : String(name)
        address = try Self.address(String(parts[1].dropLast()))
    }

    /// For a demo, whose host may have no dot.
    public init(name: String, local: String, host: String) {
        self.name = name
        address = "\(local)@\(host)"
    }

    public struct Problem: Error, CustomStringConvertible {
        public var description: String {
            "not a mailbox; write an address, or one with a name: Social Day <bonjour@socialday.example>"
        }
    }

    private static func address(_ text: String) throws(Problem) -> String {
        guard let address = try? EmailAddress(text) else { throw Problem() }
        return address.text
    }
}
