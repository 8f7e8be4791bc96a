import Registration
import Testing

@testable import Presentation

struct TypographyTests {
    @Test(
        "French is set with spaces that don't break, and curly apostrophes",
        arguments: [
            ("C'est ça ? Oui !", "C’est ça\u{202F}? Oui\u{202F}!"),
            ("Prix : 0 ; libre", "Prix\u{A0}: 0\u{202F}; libre"),
            ("« l'ESS »", "«\u{A0}l’ESS\u{A0}»"), ("Quoi ?!", "Quoi\u{202F}?!"), ("", ""), (" ?", "\u{202F}?"),
        ])
    func french(typed: String, set: String) {
        #expect(Typography.set(typed, in: .french) == set)
    }

    @Test(
        "Nothing is added where no space was typed, so that times and addresses stay what they are",
        arguments: ["10:30", "https://example.org/?a=b;c", "nom@exemple.fr", "12 place Léon Blum", "a  b"])
    func unchanged(text: String) {
        #expect(Typography.set(text, in: .french) == text)
        #expect(Typography.set(text, in: .english) == text)
    }

    @Test("English has curly apostrophes, and its spaces are left alone")
    func english() {
        #expect(Typography.set("It's 9 : 30 ?", in: .english) == "It’s 9 : 30 ?")
    }

    @Test("What is set once stays as it is when it is set again")
    func again() {
        let text = Localized(french: "« C'est ça » ? Oui : voilà ; bien !", english: "It's so")
        #expect(text.typeset.typeset == text.typeset)
    }
}
