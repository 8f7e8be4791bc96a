import Registration
import Testing

@testable import Presentation

@Suite("The language of texts")
struct TextLanguageTests {
    @Test("No French text holds a word of English, and no English one a word of French", arguments: Language.allCases)
    func foreignWords(language: Language) {
        for (name, text) in AllTexts.all {
            let foreign = Self.words(text[language]).filter(Self.common[language.other, default: []].contains)
            #expect(foreign.isEmpty, "\(name) in \(language): \(text[language])")
        }
    }

    @Test("A text of six words or more holds a common word of its language", arguments: Language.allCases)
    func ownWords(language: Language) {
        for (name, text) in AllTexts.all {
            let words = Self.words(text[language])
            guard words.count >= 6 else { continue }
            let own = Self.common[language, default: []].union(Self.shorter[language, default: []])
            #expect(words.contains(where: own.contains), "\(name): \(text[language])")
        }
    }

    @Test("A text left in the other language is found")
    func bites() {
        #expect(Self.words("Voir the programme").contains(where: Self.common[.english, default: []].contains))
        #expect(Self.words("See le programme").contains(where: Self.common[.french, default: []].contains))
    }

    /// Words that stand in nearly every sentence of one language and in none of the other.
    private static let common: [Language: Set<String>] = [
        .french: [
            "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "sont", "vous", "votre", "vos", "pour",
            "dans",
            "avec", "qui", "que", "ne", "pas", "au", "aux", "ce", "cette", "sur", "par", "nous", "il", "elle", "à",
            "en",
            "l", "d", "s", "n", "si",
        ],
        .english: [
            "the", "of", "and", "your", "you", "with", "this", "that", "is", "are", "not", "will", "was", "have", "for",
            "to", "it", "where", "when", "which", "from", "at", "by", "an", "be", "we", "in", "as",
        ],
    ]

    /// Words that one language has often and the other may have as well.
    private static let shorter: [Language: Set<String>] = [.french: ["ou", "a"], .english: ["or", "a", "no"]]

    /// Names that are the same in every language.
    private static let names = [
        "“Que faire à Paris”", "Défenseur des droits", "https", "sign_up", "en_", "lang=en", "language=en", "lang=fr",
        "fr ou en", "fr or en", "places_left", "work_integration",
    ]

    private static func words(_ text: String) -> [String] {
        let own = names.reduce(text.lowercased()) { $0.replacing($1.lowercased(), with: " ") }
        return own.split { !$0.isLetter }.map(String.init).filter { $0 != "s" || !own.contains("’s") }
    }
}
