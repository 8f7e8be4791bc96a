import Presentation
import Registration
import Testing

struct SignUpPhrasesTests {
    private let french = SignUpPhrases(.french)
    private let english = SignUpPhrases(.english)

    @Test(
        "Places, sessions and venues are counted as each language counts",
        arguments: [
            (0, "0 place|0 séance|0 lieu", "0 places|0 sessions|0 venues"),
            (1, "1 place|1 séance|1 lieu", "1 place|1 session|1 venue"),
            (2, "2 places|2 séances|2 lieux", "2 places|2 sessions|2 venues"),
            (1000, "1_000 places|1_000 séances|1_000 lieux", "1,000 places|1,000 sessions|1,000 venues"),
        ])
    func counts(count: Int, inFrench: String, inEnglish: String) {
        let said = { (phrases: SignUpPhrases) in
            [phrases.places(count), phrases.sessions(count), phrases.venues(count)].joined(separator: "|")
        }
        #expect(said(french) == inFrench.replacing(" ", with: "\u{A0}").replacing("_", with: "\u{202F}"))
        #expect(said(english) == inEnglish.replacing(" ", with: "\u{A0}"))
    }

    @Test("What one has is a place or some places")
    func youHave() {
        #expect(french.youHave(1) == "Vous avez une place" && english.youHave(1) == "You have a place")
        #expect(french.alreadyHave(1) == "Vous avez déjà une place")
        #expect(english.alreadyHave(3) == "You already have 3\u{A0}places")
        #expect(french.youHave(2) == "Vous avez 2\u{A0}places" && english.youHave(2) == "You have 2\u{A0}places")
    }

    @Test("Errors are counted above the form")
    func problems() {
        #expect(french.problems(1) == "Il manque une correction avant l’envoi")
        #expect(french.problems(2) == "2 corrections avant l’envoi")
        #expect(english.problems(1) == "One thing to put right before sending")
        #expect(english.problems(2) == "2 things to put right before sending")
    }

    @Test(
        "A pause is told in seconds, and from a minute and a half on in minutes, never too few",
        arguments: [
            (0, "Réessayez dans un instant.", "Try again in a moment."),
            (1, "Réessayez dans un instant.", "Try again in a moment."),
            (2, "Réessayez dans 2_secondes.", "Try again in 2_seconds."),
            (89, "Réessayez dans 89_secondes.", "Try again in 89_seconds."),
            (90, "Réessayez dans 2_minutes.", "Try again in 2_minutes."),
            (120, "Réessayez dans 2_minutes.", "Try again in 2_minutes."),
            (121, "Réessayez dans 3_minutes.", "Try again in 3_minutes."),
        ])
    func pauses(seconds: Int, inFrench: String, inEnglish: String) {
        #expect(french.tryAgain(afterSeconds: seconds) == inFrench.replacing("_", with: "\u{A0}"))
        #expect(english.tryAgain(afterSeconds: seconds) == inEnglish.replacing("_", with: "\u{A0}"))
        #expect(french.tooMany(afterSeconds: seconds).hasSuffix(french.tryAgain(afterSeconds: seconds)))
        #expect(french.tooMany(afterSeconds: seconds).hasPrefix("Rien n’est perdu\u{A0}: "))
    }

    @Test("A position is a rank, feminine in French as the position is")
    func positions() {
        #expect([1, 2, 21].map(french.position) == ["1re", "2e", "21e"])
        #expect([1, 2, 3, 4].map(english.position) == ["1st", "2nd", "3rd", "4th"])
    }
}
