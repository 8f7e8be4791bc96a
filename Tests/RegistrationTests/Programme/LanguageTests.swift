import Registration
import Testing

struct LanguageTests {
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

    @Test("Days that the calendar has are read, others are not")
    func days() {
        #expect(CalendarDay("2028-02-29")?.description == "2028-02-29")
        for wrong in ["2027-02-29", "2026-13-01", "2026-00-10", "26-1-1", "2026-1-01", "+026-01-01", "2026-01-01T", ""]
        {
            #expect(CalendarDay(wrong) == nil, "\(wrong)")
        }
    }
}
