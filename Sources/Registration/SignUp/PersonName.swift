/// The name that a sign-up is under: any script, up to 120 characters, at least one letter.
public struct PersonName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `FieldProblem.missing`, `.tooLong`, `.controlCharacters` or `.noLetter`.
    public init(_ raw: String) throws(FieldProblem) {
        let tidy = raw.trimmingWhitespace()
        if tidy.isEmpty { throw .missing }
        if tidy.containsControlCharacters { throw .controlCharacters }
        // Characters for people, scalars because one character can hold any number of combining marks.
        if tidy.utf8.count > 120, tidy.count > 120 || tidy.unicodeScalars.count > 240 { throw .tooLong(maximum: 120) }
        guard tidy.unicodeScalars.contains(where: \.properties.isAlphabetic) else { throw .noLetter }
        text = tidy
    }

    /// Never the name itself: descriptions end up in logs.
    public var description: String { "a name" }
}

extension StringProtocol {
    func trimmingWhitespace() -> String {
        let isText = { (scalar: Unicode.Scalar) in !scalar.properties.isWhitespace }
        guard let first = unicodeScalars.firstIndex(where: isText), let last = unicodeScalars.lastIndex(where: isText)
        else { return "" }
        return String(self[first...last])
    }

    /// C0 and C1 controls, line separators, and the marks that turn the reading direction of what follows (UTR 36,
    /// section 2.5): none belongs in a name, and each can disguise a list that somebody reads later.
    var containsControlCharacters: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
                true
            default: false
            }
        }
    }
}
