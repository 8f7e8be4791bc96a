import Foundation
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("Pages of the programme, put together from pieces")
struct ListingTests {
    private static let sessions = [
        SampleProgramme.session(1, title: "Bêche", start: SampleProgramme.at(10)),
        SampleProgramme.session(2, title: "Arrosoir", theme: .housing, arrondissement: 11),
        SampleProgramme.session(3, title: "Corde <b>", theme: .housing, start: SampleProgramme.at(14)),
    ]

    private static func listing(_ sessions: [Session] = sessions, notices: [Notice] = []) throws -> Listing {
        try Pages(publicURL: "https://example.org", edition: { nil }).listing(
            of: SampleProgramme.programme(sessions, notices: notices), .french, now: SampleProgramme.now)
    }

    @Test("Sessions stand in the order of their start and title, each with its own places")
    func whole() throws {
        let listing = try Self.listing()
        #expect(listing.index.sessions.map(\.id) == [2, 1, 3])
        let html = listing.page.html(panel: "PANEL", at: SampleProgramme.now) { id in
            Tally(capacity: 10, confirmed: Int(id))
        }
        let parts = [
            "PANEL", "id=\"h1000\"", "Arrosoir", "8\u{A0}places", "Bêche", "9\u{A0}places", "id=\"h1400\"",
            "Corde &lt;b&gt;", "7\u{A0}places", "</html>",
        ]
        var rest = html[...]
        for part in parts {
            let range = try #require(rest.range(of: part), "\(part)")
            rest = rest[range.upperBound...]
        }
        #expect(!html.contains("\0"))
    }

    @Test("A list of some sessions has their hours and no others, each closed")
    func some() throws {
        let list = try Self.listing().page.list(of: [0, 2], at: SampleProgramme.now) { _ in nil }
        #expect(list.contains("Arrosoir") && !list.contains("Bêche") && list.contains("Corde"))
        #expect(list.ranges(of: "<section").count == 2 && list.ranges(of: "</section>").count == 2)
        #expect(list.ranges(of: "<li").count == 2 && list.ranges(of: "</ul>").count == 2)
        let none = try Self.listing().page.list(of: [], at: SampleProgramme.now) { _ in nil }
        #expect(none.isEmpty)
    }

    @Test("The filters show what was typed and chosen, made harmless, and what each choice leaves")
    func panel() throws {
        let listing = try Self.listing()
        let panel = try #require(listing.panel)
        let filter = ProgrammeFilter(words: "\"><script>", choices: [.theme(.housing)])
        let found = listing.index.find(filter, withPlaces: SessionSet(size: 3))
        let html = panel.html(for: ProgrammeQuery(filter, view: .map), found)
        #expect(html.contains("value=\"&quot;&gt;&lt;script&gt;\""))
        #expect(html.contains("<input type=\"hidden\" name=\"view\" value=\"map\">"))
        #expect(html.contains("value=\"housing\" checked> <span>Logement</span> <small>2</small>"))
        #expect(html.contains("value=\"care\"> <span>Aide à la dépendance</span> <small>1</small>"))
        #expect(html.ranges(of: " checked").count == 1 && !html.contains("\0"))
        #expect(
            html.contains("href=\"/fr/programme?q=%22%3E%3Cscript%3E&amp;theme=housing&amp;time=morning&amp;view=map\"")
        )
        #expect(!html.contains("value=\"health\""), "what no session has is not offered")
        #expect(!html.contains("value=\"en\""), "where all are in one language, there is nothing to choose")
    }

    @Test("Without a session there are no filters, and the page says so")
    func empty() throws {
        let listing = try Self.listing([])
        #expect(listing.panel == nil)
        let html = listing.page.html(panel: "", at: SampleProgramme.now) { _ in nil }
        #expect(html.contains("en préparation") && html.contains("</html>"))
    }

    @Test("A notice stands on the page while it is time, and the page is made again when that changes")
    func notices() throws {
        let notice = Notice(
            id: 1, subject: .edition, text: Localized(french: "Grève !", english: "Strike!"),
            since: SampleProgramme.at(0), until: SampleProgramme.at(12))
        let listing = try Self.listing(notices: [notice])
        #expect(listing.page.html(panel: "", at: SampleProgramme.now) { _ in nil }.contains("Grève\u{202F}!"))
        let programme = SampleProgramme.programme(Self.sessions, notices: [notice])
        let version = { Listing.Version(programme, at: SampleProgramme.at($0)) }
        #expect(version(1) == version(11) && version(11) != version(12))
    }

    @Test("When sign-ups open is said while none are open: where sessions open at times of their own, the next of them")
    func opening() {
        let at = { SampleProgramme.at($0) }
        let programme = SampleProgramme.programme([
            SampleProgramme.session(1, opens: at(9)), SampleProgramme.session(2, opens: at(8)),
        ])
        let said = { (hour: Int) in
            HomeView(programme, language: .english, now: at(hour)).signUps?.split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        #expect(programme.opening(at: at(7)) == at(8) && programme.opening(at: at(8)) == nil)
        #expect(said(7) == "Sign-ups open on Saturday 26 December 2026 at 8:00.")
        #expect(said(8) == "Sign-ups are open." && said(23) == "Sign-ups have closed.")
        let version = { Listing.Version(programme, at: at($0)) }
        #expect(version(6) == version(7) && version(7) != version(8))
        let empty = SampleProgramme.programme([], opens: at(9))
        #expect(empty.opening(at: at(8)) == at(9) && empty.opening(at: at(9)) == nil)
    }

    @Test("Notices stand where they belong: everywhere, at their venue, at their session")
    func noticesBelong() {
        let notice = { (id: Int64, subject: Notice.Subject) in
            Notice(id: id, subject: subject, text: Localized(french: "", english: ""), since: .distantPast, until: nil)
        }
        let programme = SampleProgramme.programme(
            Self.sessions,
            notices: [notice(1, .edition), notice(2, .venue(slug: "venue-1")), notice(3, .session(slug: "session-1"))])
        let ids = { (venue: String?, session: String?) in
            programme.notices(at: SampleProgramme.now, venue: venue, session: session).map(\.id)
        }
        #expect(ids(nil, nil) == [1] && ids("venue-1", nil) == [1, 2] && ids("venue-2", nil) == [1])
        #expect(ids("venue-1", "session-1") == [1, 2, 3] && ids("venue-1", "session-2") == [1, 2])
    }
}
