/// An address that mail can be sent to, as its owner typed it. Two that differ only in case are one attendee; the database
/// decides that.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `FieldProblem.missing`, `.tooLong` (254 octets, RFC 5321 section 4.5.3.1), `.controlCharacters` or `.notAnAddress`.
    public init(_ raw: String) throws(FieldProblem) {
        let trimmed = raw.trimmingWhitespace()
        if trimmed.isEmpty { throw .missing }
        if trimmed.containsControlCharacters { throw .controlCharacters }
        if trimmed.utf8.count > 254 { throw .tooLong(maximum: 254) }
        let parts = trimmed.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else { throw .notAnAddress }
        text = trimmed
    }

    /// Never the address itself: descriptions end up in logs.
    public var description: String { "an email address" }

    private typealias Scalars = Substring.UnicodeScalarView

    /// A dot-atom (RFC 5322 section 3.2.3, RFC 6532 for letters beyond ASCII); quoted local parts are refused: nobody has one.
    private static func isLocalPart(_ part: Scalars) -> Bool {
        guard (1...64).contains(Substring(part).utf8.count) else { return false }
        return part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.allSatisfy { scalar in
                    scalar.isASCII
                        ? scalar.isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
                        : !scalar.properties.isWhitespace
                }
        }
    }

    private static func isDomain(_ part: Scalars) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let top = labels.last, !top.allSatisfy({ $0.properties.numericType != nil }) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(Substring(label).utf8.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy {
                    $0.isASCIIAlphanumeric || $0 == "-" || (!$0.isASCII && $0.properties.isAlphabetic)
                }
        }
    }
}

extension Unicode.Scalar {
    var isASCIIAlphanumeric: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
