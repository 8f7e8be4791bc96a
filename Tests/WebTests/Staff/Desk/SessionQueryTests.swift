import Foundation
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("The list of sessions at the desk")
struct SessionQueryTests {
    private func session(
        _ number: Int, _ title: String, capacity: Int = 10, confirmed: Int = 0, waiting: Int = 0,
        isPublished: Bool = true
    ) -> DeskSession {
        let start = Date(timeIntervalSince1970: 1_795_856_400 + Double(number) * 3600)
        return DeskSession(
            id: Int64(number), slug: "session-\(number)", version: 1,
            facts: SessionFacts(
                title: Localized(french: title, english: title), summary: Localized(french: "", english: ""),
                format: .talk, theme: number == 1 ? .housing : .care, host: "Les Essais", venue: "hall", room: "Room",
                startsAt: start, endsAt: start + 3600, capacity: capacity, language: .french, hasSignLanguage: false,
                hasWaitingList: true, audience: nil, signUpsOpenAt: nil, signUpsCloseAt: nil,
                isPublished: isPublished, isCancelled: false),
            roomID: 1, roomCapacity: 20, hostID: 1, venueName: "Hall", arrondissement: 1,
            tally: Tally(capacity: capacity, confirmed: confirmed, waiting: waiting), signedUp: 0, updatedAt: start)
    }

    private var sessions: [DeskSession] {
        [
            session(1, "Été", confirmed: 10, waiting: 2), session(2, "Atelier", confirmed: 9),
            session(3, "école", confirmed: 1, isPublished: false),
        ]
    }

    private func find(_ suffix: String) -> [Int64] { query(suffix).find(sessions, .french).map(\.id) }

    private func query(_ suffix: String) -> SessionQuery {
        SessionQuery(QueryText.values(of: String(suffix.dropFirst())))
    }

    @Test("It is found and sorted by what the address says")
    func found() {
        #expect(find("") == [1, 2, 3])
        #expect(
            find("?q=ete") == [1] && find("?q=hall+essais") == [1, 2, 3] && find("?q=hall%20nulle") == []
                && find("?q=essais") == [1, 2, 3])
        #expect(find("?status=draft") == [3] && find("?theme=housing") == [1] && find("?venue=other") == [])
        #expect(find("?filling=full") == [1] && find("?filling=nearly") == [2] && find("?filling=quiet") == [3])
        #expect(find("?filling=waiting") == [1])
        #expect(find("?sort=title") == [2, 3, 1] && find("?sort=title&order=desc") == [1, 3, 2])
        #expect(find("?sort=taken&order=desc") == [1, 2, 3] && find("?sort=status") == [3, 1, 2])
        #expect(find("?sort=nonsense&status=nonsense&page=-4") == [1, 2, 3])
    }

    @Test(
        "The address says everything, and nothing that is as usual",
        arguments: ["", "?q=a", "?q=hall+essais", "?status=draft&page=2"])
    func address(suffix: String) {
        #expect(query(suffix).suffix == suffix)
    }

    @Test("A column sorts up, then down, from the first page")
    func columns() {
        let once = query("?q=a&page=3").sorted(by: .title)
        #expect(once.suffix == "?q=a&sort=title" && once.sorted(by: .title).suffix == "?q=a&sort=title&order=desc")
        #expect(once.sorted(by: .title).sorted(by: .title) == once)
    }

    @Test("A list has pages of fifty, and no page behind the last")
    func pages() {
        #expect(ListPage(Array(0..<101), page: 9).elements == [100])
        #expect(ListPage(Array(0..<101), page: 2).elements == Array(50..<100))
        let last = StaffPager(page: 9, total: 101, .english) { "?page=\($0)" }
        #expect(last?.position == "Page 3 of 3" && last?.previous?.path == "?page=2" && last?.next == nil)
        #expect(
            ListPage([Int](), page: 1).elements == [] && StaffPager(page: 1, total: 50, .english) { _ in "" } == nil)
    }
}
