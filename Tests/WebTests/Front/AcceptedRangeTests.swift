import Registration
import Testing

@testable import Web

struct AcceptedRangeTests {
    @Test("What is forbidden is left out, and a weight that can't be read is none")
    func list() {
        #expect(
            AcceptedRange.list("GZIP ; Q=0.5,br;q=0, deflate;q=x,\tidentity;level=1;q=0.1,,;") == [
                AcceptedRange(name: "gzip", weight: 0.5), AcceptedRange(name: "deflate", weight: 1),
                AcceptedRange(name: "identity", weight: 0.1),
            ])
        #expect(AcceptedRange.list(nil).isEmpty)
    }

    @Test(
        "The language follows what the browser prefers, and is French where it says nothing we speak",
        arguments: [
            (nil, Language.french), ("", .french), ("en", .english), ("en-GB,en;q=0.9,fr;q=0.8", .english),
            ("fr-FR,fr;q=0.9,en;q=0.8", .french), ("de,es;q=0.5", .french), ("en;q=0.3, fr;q=0.7", .french),
            ("en;q=0, de", .french), ("*", .french), (";;;,,q=", .french),
        ] as [(String?, Language)])
    func negotiated(header: String?, language: Language) {
        #expect(Language(acceptLanguage: header) == language)
    }
}
