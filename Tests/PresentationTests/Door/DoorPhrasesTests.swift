import Presentation
import Registration
import Testing

@Suite("What a door says")
struct DoorPhrasesTests {
    @Test("Each outcome has a word of its own", arguments: Language.allCases)
    func words(language: Language) {
        let words = CheckIn.Outcome.allCases.map(DoorPhrases(language).word)
        #expect(Set(words).count == CheckIn.Outcome.allCases.count && !words.contains(""))
    }
}
