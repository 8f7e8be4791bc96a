/// What organisers write down about a person: plain text of up to 2,000 characters.
public struct NoteText: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `FieldProblem.missing`, `.tooLong` or `.controlCharacters`.
    public init(_ raw: String) throws(FieldProblem) {
        let tidy = raw.replacing("\r\n", with: "\n").trimmingWhitespace()
        if tidy.isEmpty { throw .missing }
        if tidy.count > 2000 || tidy.unicodeScalars.count > 2000 { throw .tooLong(maximum: 2000) }
        if tidy.split(separator: "\n").contains(where: \.containsControlCharacters) { throw .controlCharacters }
        text = tidy
    }

    /// Never the note itself: descriptions end up in logs.
    public var description: String { "a note" }
}
