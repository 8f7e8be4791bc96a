import Registration
import Testing

@testable import Presentation

struct TextsTests {
    /// The same word in both languages.
    private static let shared: Set = [
        "site.name", "site.programme", "session.places", "outcome.places", "finding.district",
        "facet arrondissement", "facet places",
    ]

    @Test("Every text is there in French and in English, and the two differ but for words that they share")
    func bothLanguages() {
        let texts = Self.all
        #expect(texts.count > 150)
        for (name, text) in texts {
            for language in Language.allCases {
                #expect(text[language].contains { $0.isLetter }, "\(name)")
            }
            #expect((text.french == text.english) == Self.shared.contains(name), "\(name): \(text.english)")
        }
        #expect(Self.shared.isSubset(of: texts.map(\.name)))
    }

    @Test("Nothing breaks a French line before a sign that belongs to the word, and apostrophes are curly")
    func typography() {
        let wrong = ["'", " ;", " :", " !", " ?", " »", "« ", "  ", "\n", "..."]
        let breakable = ["\u{A0};", "\u{A0}!", "\u{A0}?", "\u{202F}:"]
        for (name, text) in Self.all {
            for sign in wrong + breakable {
                #expect(!text.french.contains(sign), "\(name): \(text.french)")
                #expect(!text.english.contains(sign), "\(name): \(text.english)")
            }
            #expect(!text.english.contains { $0 == "\u{A0}" || $0 == "\u{202F}" }, "\(name): \(text.english)")
        }
    }

    @Test("French writes a space before its tall signs, and English none")
    func spaces() {
        for (name, text) in Self.all {
            for (index, sign) in zip(text.french.indices, text.french) where ";!?:»".contains(sign) {
                let before = index > text.french.startIndex ? text.french[text.french.index(before: index)] : " "
                #expect(before == "\u{202F}" || before == "\u{A0}", "\(name): \(text.french)")
            }
            for (index, sign) in zip(text.english.indices, text.english) where ";!?:".contains(sign) {
                let before = index > text.english.startIndex ? text.english[text.english.index(before: index)] : " "
                #expect(!before.isWhitespace, "\(name): \(text.english)")
            }
        }
    }

    @Test("A text is a sentence in both languages or in neither")
    func sentences() {
        for (name, text) in Self.all {
            let ends = Language.allCases.map { text[$0].last.map { ".!?…".contains($0) } }
            #expect(ends[0] == ends[1], "\(name)")
        }
    }

    @Test("Templates see every fixed text under its group and name, set for their language")
    func dictionary() {
        let fixed = Self.fixed
        for language in Language.allCases {
            let dictionary = Texts.all.dictionary(in: language)
            #expect(dictionary.values.map(\.count).reduce(0, +) == fixed.count)
            for (name, text) in fixed {
                let parts = name.split(separator: ".").map(String.init)
                #expect(dictionary[parts[0]]?[parts[1]] == text[language])
            }
        }
    }

    /// The fixed texts as `group.name`.
    private static var fixed: [(name: String, text: Localized)] {
        Mirror(reflecting: Texts.all).children.flatMap { group in
            Mirror(reflecting: group.value).children.compactMap { child in
                (child.value as? Localized).map { ("\(group.label ?? "").\(child.label ?? "")", $0) }
            }
        }
    }

    /// Those, the names of what the domain has lists of, and the messages beside fields.
    private static var all: [(name: String, text: Localized)] {
        let messages = SignUp.Field.allCases.flatMap { field in
            problems.map { problem in
                (
                    "\(field) \(problem.code)",
                    Localized(
                        french: problem.message(for: field, in: .french),
                        english: problem.message(for: field, in: .english))
                )
            }
        }
        return fixed + Format.allCases.map { ("format \($0)", $0.name) }
            + Theme.allCases.map { ("theme \($0)", $0.name) } + LegalForm.allCases.map { ("form \($0)", $0.name) }
            + Language.allCases.map { ("spoken \($0)", $0.spokenName) }
            + Facet.allCases.map { ("facet \($0)", $0.name) }
            + TimeOfDay.allCases.map { ("time \($0)", $0.name) } + AccessNeed.allCases.map { ("need \($0)", $0.name) }
            + messages
    }

    private static let problems: [FieldProblem] = [
        .missing, .tooShort(minimum: 8), .tooLong(maximum: 120), .controlCharacters, .noLetter, .notAnAddress,
        .notANumber, .outOfRange(1...6), .badCharacters, .notALanguage, .wrongType(expected: "string"),
    ]
}
