import Registration
import Testing

@testable import Web

@Suite("The programme's address")
struct ProgrammeQueryTests {
    @Test("What was chosen is written in one order, and read back as it was")
    func roundTrip() {
        let filter = ProgrammeFilter(
            words: "café & vélo + 50 %", choices: [.placesLeft, .theme(.housing), .theme(.care), .arrondissement(11)])
        let query = ProgrammeQuery(filter, view: .timetable, page: 3)
        #expect(
            query.text
                == "q=caf%C3%A9+%26+v%C3%A9lo+%2B+50+%25&theme=care&theme=housing&arrondissement=11&places=left"
                + "&view=timetable&page=3")
        let read = ProgrammeQuery.read(query.text)
        #expect(read.query == query && read.isCanonical)
        #expect(PageAddress.found(query).path(.english) == "/en/programme?" + query.text)
        #expect(PageAddress.found(ProgrammeQuery()).path(.english) == "/en/programme")
    }

    @Test(
        "Anything else is understood as far as possible, and known not to be in order",
        arguments: [
            ("theme=housing&theme=care", "theme=care&theme=housing"), ("theme=care&theme=care", "theme=care"),
            ("q=", ""), ("q=+a++b", "q=a+b"), ("theme=nonsense&places=right", ""), ("utm_source=x&q=a", "q=a"),
            ("view=list", ""), ("page=1", ""), ("page=-3&view=nothing", ""), ("page=99999999999999999999", ""),
            ("arrondissement=21&arrondissement=2", "arrondissement=2"), ("places=left&q=a", "q=a&places=left"),
            ("theme=care&day=2026-12-27&day=2026-12-26", "day=2026-12-26&day=2026-12-27&theme=care"),
            ("day=2026-13-01", ""), ("&&=&%", ""), ("q=%00%0a", ""), ("theme", ""),
        ])
    func repaired(text: String, canonical: String) {
        let read = ProgrammeQuery.read(text)
        #expect(!read.isCanonical)
        #expect(read.query.text == canonical)
        #expect(ProgrammeQuery.read(canonical).isCanonical, "a redirect leads to an end")
    }

    @Test("Whatever comes, one redirect is enough", arguments: 0..<300)
    func ends(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
        let alphabet = Array("&=%+aé ï0fF\u{0}\u{301}💚themqcarpgvwlist1")
        let text = String(
            (0..<40).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            })
        let query = ProgrammeQuery.read(seed % 2 == 0 ? "q=" + text : text).query
        let again = ProgrammeQuery.read(query.text)
        #expect(again.isCanonical && again.query == query, "\(text.debugDescription)")
    }

    @Test("A query that is longer than any page's is not read")
    func tooLong() {
        #expect(ProgrammeQuery.read("theme=care&q=" + String(repeating: "a", count: 5000)).query.isPlain)
    }

    @Test("Part of a list is a page of it; past the last page is the last one")
    func slices() {
        let positions = Array(0..<95)
        #expect(Array(ProgrammeRoutes.slice(positions, page: 1, length: 40).0) == Array(0..<40))
        #expect(Array(ProgrammeRoutes.slice(positions, page: 3, length: 40).0) == Array(80..<95))
        #expect(Array(ProgrammeRoutes.slice(positions, page: 99, length: 40).0) == Array(80..<95))
        #expect(ProgrammeRoutes.slice(positions, page: 1, length: 40).pages == 3)
        #expect(ProgrammeRoutes.slice([], page: 2, length: 40) == ([], 1))
    }
}
