public import Registration

/// Sets a text that was typed with plain spaces and straight apostrophes as a printer of its language would.
///
/// Invisible characters in source files can be neither seen nor reviewed, so texts are written plainly and set here.
public enum Typography {
    private static let apostrophe: Unicode.Scalar = "\u{2019}"
    private static let noBreakSpace: Unicode.Scalar = "\u{A0}"
    private static let narrowNoBreakSpace: Unicode.Scalar = "\u{202F}"

    /// In French, the space before `; ! ?` becomes a narrow one that doesn't break, the one before `:` and inside guillemets
    /// one that doesn't break (Imprimerie nationale, *Lexique des règles typographiques*). In both, `'` becomes `’`. No space is
    /// added where none was typed, so that times and addresses stay what they are.
    public static func set(_ text: String, in language: Language) -> String {
        guard text.utf8.contains(where: { mayMatter($0, in: language) }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "'":
                result.append(apostrophe)
            case " " where language == .french:
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                let previous = index > 0 ? scalars[index - 1] : nil
                result.append(space(after: previous, before: next))
            default:
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a text with this byte may need setting: most have none, and pages hold hundreds of them.
    private static func mayMatter(_ byte: UInt8, in language: Language) -> Bool {
        switch byte {
        case UInt8(ascii: "'"): true
        // The last is how guillemets begin.
        case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0xC2: language == .french
        default: false
        }
    }

    private static func space(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Unicode.Scalar {
        switch (previous, next) {
        case (_, ";"), (_, "!"), (_, "?"): narrowNoBreakSpace
        case (_, ":"), (_, "»"), ("«", _): noBreakSpace
        default: " "
        }
    }
}

extension Localized {
    /// A text of ours, French first, set by `Typography`.
    init(_ french: String, _ english: String) {
        self.init(french: Typography.set(french, in: .french), english: Typography.set(english, in: .english))
    }

    /// The same for what organisers typed: a programme reads as one.
    public var typeset: Localized { Localized(french, english) }
}
