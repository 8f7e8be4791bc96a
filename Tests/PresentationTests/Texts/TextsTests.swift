import Registration
import Testing

@testable import Presentation

struct TextsTests {
    /// The same word in both languages.
    private static let shared: Set = [
        "site.name", "site.programme", "mail.places", "session.places", "outcome.places", "openData.licenceTitle",
        "finding.district", "facet arrondissement", "facet places", "column places", "exports.format",
        "navigation.programme",
    ]

    @Test("Every text is there in French and in English, and the two differ but for words that they share")
    func bothLanguages() {
        let texts = AllTexts.all
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
        for (name, text) in AllTexts.all {
            for sign in wrong + breakable {
                #expect(!text.french.contains(sign), "\(name): \(text.french)")
                #expect(!text.english.contains(sign), "\(name): \(text.english)")
            }
            #expect(!text.english.contains { $0 == "\u{A0}" || $0 == "\u{202F}" }, "\(name): \(text.english)")
        }
    }

    @Test("French writes a space before its tall signs, and English none")
    func spaces() {
        for (name, text) in AllTexts.all {
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
        for (name, text) in AllTexts.all {
            let ends = Language.allCases.map { text[$0].last.map { ".!?…".contains($0) } }
            #expect(ends[0] == ends[1], "\(name)")
        }
    }

    @Test("Templates see every fixed text under its group and name, set for their language")
    func dictionary() {
        let fixed = AllTexts.fixed
        for language in Language.allCases {
            let dictionary = Texts.all.dictionary(in: language)
            #expect(dictionary.values.map(\.count).reduce(0, +) == fixed.count)
            for (name, text) in fixed {
                let parts = name.split(separator: ".").map(String.init)
                #expect(dictionary[parts[0]]?[parts[1]] == text[language])
            }
        }
    }
}
