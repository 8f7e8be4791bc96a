import Foundation
import Registration
import Testing

@testable import Presentation

@Suite("Words about what was found")
struct FindingPhrasesTests {
    @Test("Counts are words, with the right plural")
    func counts() {
        let (french, english) = (FindingPhrases(.french), FindingPhrases(.english))
        #expect(french.found(0) == "Aucune séance trouvée" && english.found(0) == "No session found")
        #expect(french.found(1) == "1\u{A0}séance trouvée" && english.found(1) == "1\u{A0}session found")
        #expect(french.found(1200) == "1\u{202F}200\u{A0}séances trouvées")
        #expect(french.criteria(2) == "2\u{A0}critères" && english.criteria(1) == "1\u{A0}criterion")
        #expect(french.placesLeft(0) == "aucune place libre" && english.placesLeft(1) == "1\u{A0}place left")
        #expect(french.without("« loge »", 3) == "sans « loge »\u{A0}: 3\u{A0}séances")
    }

    @Test("A title says what was typed and chosen")
    func titles() {
        let filter = ProgrammeFilter(words: "vélo", choices: [.arrondissement(1), .theme(.transport), .placesLeft])
        #expect(
            FindingPhrases(.french).title(filter)
                == "«\u{A0}vélo\u{A0}», Mobilité, Paris\u{A0}1er, Avec des places libres")
        #expect(FindingPhrases(.english).title(.none).isEmpty)
    }

    @Test(
        "How long it is until something is told in one unit",
        arguments: [
            (30.0, "dans moins d’une minute", "in less than a minute"), (90.0, "dans 2 minutes", "in 2 minutes"),
            (10_800.0, "dans 3 heures", "in 3 hours"), (169_200.0, "dans 47 heures", "in 47 hours"),
            (1_036_800.0, "dans 12 jours", "in 12 days"),
        ])
    func countdown(seconds: Double, french: String, english: String) {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        for (language, text) in [(Language.french, french), (.english, english)] {
            let said = Countdown(language).until(now + seconds, from: now).replacing("\u{A0}", with: " ")
            #expect(said == text)
        }
    }
}
