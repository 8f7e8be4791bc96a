import Registration
import Testing

@testable import Presentation

struct NumbersTests {
    @Test(
        "Thousands are set apart, by a narrow space that doesn't break in French and a comma in English",
        arguments: [
            (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1_000", "1,000"), (12_345, "12_345", "12,345"),
            (1_234_567, "1_234_567", "1,234,567"), (-1000, "−1_000", "−1,000"),
        ])
    func thousands(value: Int, french: String, english: String) {
        #expect(Language.french.number(value) == french.replacing("_", with: "\u{202F}"))
        #expect(Language.english.number(value) == english)
    }

    @Test("None is singular in French and plural in English")
    func plurals() {
        let horse = Localized("cheval", "horse")
        let horses = Localized("chevaux", "horses")
        #expect(
            [0, 1, 2].map { Language.french.count($0, horse, horses) } == [
                "0\u{A0}cheval", "1\u{A0}cheval", "2\u{A0}chevaux",
            ])
        #expect(
            [0, 1, 2].map { Language.english.count($0, horse, horses) } == [
                "0\u{A0}horses", "1\u{A0}horse", "2\u{A0}horses",
            ])
        #expect(Language.french.count(1000, horse, horses) == "1\u{202F}000\u{A0}chevaux")
        #expect(Language.english.count(1000, horse, horses) == "1,000\u{A0}horses")
    }

    @Test(
        "Ranks in English follow the last digit, but for eleven to thirteen",
        arguments: [
            (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"),
            (20, "20th"), (21, "21st"), (102, "102nd"), (111, "111th"), (1003, "1,003rd"),
        ])
    func englishRanks(value: Int, rank: String) {
        #expect(Language.english.ordinal(value) == rank)
    }

    @Test("Ranks in French know the gender of the first")
    func frenchRanks() {
        #expect([1, 2, 11, 1000].map { Language.french.ordinal($0) } == ["1er", "2e", "11e", "1\u{202F}000e"])
        #expect(Language.french.ordinal(1, feminine: true) == "1re")
    }
}
