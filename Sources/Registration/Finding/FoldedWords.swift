internal import Foundation

/// Words as they are compared: lower case, without accents, œ and æ taken apart; everything that is neither a letter nor a
/// digit ends a word.
enum FoldedWords {
    static func of(_ text: String) -> [String] {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        let scalars = isPlain ? text.unicodeScalars : text.decomposedStringWithCanonicalMapping.unicodeScalars
        var words: [String] = []
        var word = ""
        for scalar in scalars {
            switch scalar {
            case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
            case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
            case "œ", "Œ": word += "oe"
            case "æ", "Æ": word += "ae"
            case "ß": word += "ss"
            // An accent, once taken off its letter.
            case "\u{300}"..."\u{36F}": break
            case _ where scalar.value >= 0x80 && scalar.properties.isAlphabetic:
                word += scalar.properties.lowercaseMapping
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The word without its plural, in French: `locaux` is `local`, `ateliers` is `atelier`. Both what is looked for and what
    /// is found go through here, so that a word which only looks like a plural does no harm.
    static func singular(_ word: String) -> String {
        guard word.utf8.count >= 4, let last = word.utf8.last, last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
        else { return word }
        if word.hasSuffix("eaux") { return String(word.dropLast()) }
        if word.hasSuffix("aux"), word.utf8.count >= 5 { return word.dropLast(3) + "al" }
        return String(word.dropLast())
    }
}
