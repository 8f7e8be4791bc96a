import Registration
import Testing

@testable import Presentation

@Suite("What is wrong with import files, in words")
struct ImportPhrasesTests {
    static let faults: [ImportFault] = [
        .notUTF8(byte: 9), .nulByte, .openQuote, .textBehindQuote, .recordTooLong(kibibytes: 64), .empty(.venues),
        .empty(.sessions), .headerOnly,
        .header(
            ImportHeaderFault(
                missing: ["name"], unknown: ["colour"], repeated: ["slug"], required: ["name"], optional: ["room"])),
        .wrongCount(values: 2, columns: 3), .notEncodable, .missing, .missingNumber(1...20), .controlCharacters,
        .tooLong(3, limit: 2), .notASlug("A"), .notANumber("x", 1...20), .notDegrees("x", -90...90),
        .notYesOrNo("x"), .unknownCode("", known: ["talk"]), .notATime("x", timeZone: "Europe/Paris"),
        .skippedTime("x", timeZone: "Europe/Paris"), .doubleTime("x", timeZone: "Europe/Paris"),
        .venueContradicts(slug: "x", line: 3), .roomTwice("R", slug: "x", line: 3), .roomTwice(nil, slug: "x", line: 3),
        .hostContradicts("H", line: 3), .slugTwice("x", line: 3), .endsBeforeStart, .unknownVenue("x"),
        .roomTaken("R"), .aboveRoom("3 > 2"), .belowConfirmed("3"), .belowSession(slug: "x"),
        .outsideEdition("2026"), .tooManyDays("20"), .other(code: "x", detail: "y"),
    ]

    @Test("Every fault has words of its own in each language", arguments: Language.allCases)
    func all(language: Language) {
        let messages = Self.faults.map { ImportPhrases(language).message($0) }
        #expect(Set(messages).count == messages.count)
        for message in messages { #expect(!message.contains("'")) }
    }

    @Test("A line is named with its column and its reason")
    func lines() {
        let problems = ImportProblems([
            ImportProblem(line: 3, column: "capacity", .missingNumber(1...20)), ImportProblem(.nulByte),
        ])
        #expect(
            ImportPhrases(.english).lines(problems).hasPrefix("line 3, capacity: is empty; it needs a whole number"))
        #expect(ImportPhrases(.english).lines(problems).contains("\nthe file holds a NUL byte"))
        #expect(ImportPhrases(.french).line(problems.problems[0]).hasPrefix("ligne 3, capacity\u{A0}: est vide"))
    }
}

extension ImportPhrasesTests {
    /// What the test of all texts looks at: all but the one with a time of day in it, whose colon has no space.
    static var texts: [(name: String, text: Localized)] {
        faults.filter { if case .notATime = $0 { false } else { true } }.map { fault in
            (
                "import \(fault)",
                Localized(
                    french: ImportPhrases(.french).message(fault), english: ImportPhrases(.english).message(fault))
            )
        }
    }
}
