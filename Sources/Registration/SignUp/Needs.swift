/// What an attendee needs to take part. It can reveal their health: asked for from a closed list first, with consent, and
/// deleted a week after the day.
public struct Needs: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case wheelchair
        case signLanguage = "sign_language"
        case hearingLoop = "hearing_loop"
        case seat
        /// Something else, told in the note.
        case other
    }

    /// In the order of the list, none twice.
    public let kinds: [Kind]
    /// In the attendee's words, on one line; with `other` only.
    public let note: String?

    /// - Parameters:
    ///   - answers: Codes of kinds; what is no code is taken for part of the note.
    ///   - note: As it was typed.
    /// - Returns: `nil` where nothing is needed.
    /// - Throws: `FieldProblem.controlCharacters` or `.tooLong`.
    public init?(_ answers: [String], note: String) throws(FieldProblem) {
        let told = answers.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
        let known = Set(told.compactMap(Kind.init(rawValue:)))
        let words = told.filter { Kind(rawValue: $0) == nil } + [note]
        let line = try Self.line(words.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }.joined(separator: " "))
        guard !known.isEmpty || !line.isEmpty else { return nil }
        kinds = Kind.allCases.filter { known.contains($0) || $0 == .other && !line.isEmpty }
        self.note = line.isEmpty ? nil : line
    }

    private static func line(_ text: String) throws(FieldProblem) -> String {
        guard !text.isEmpty else { return "" }
        let line = text.replacing("\r\n", with: " ").replacing("\n", with: " ")
        if line.containsControlCharacters { throw .controlCharacters }
        if line.count > 500 || line.unicodeScalars.count > 1000 { throw .tooLong(maximum: 500) }
        return line
    }

    /// The kinds' codes, separated by commas.
    public var codes: String { kinds.map(\.rawValue).joined(separator: ",") }
}
