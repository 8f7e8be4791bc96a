import Foundation
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("What stands in the addresses of the staff's lists")
struct SealedSearchTests {
    private let actor = StaffActor.account(UUID())

    private func key(_ byte: UInt8 = 7) throws -> TicketKey {
        try TicketKey(bytes: [UInt8](repeating: byte, count: 32))
    }

    @Test("A search is opened by whoever made it, and by nobody else; it reads as nothing and never the same twice")
    func sealed() throws {
        let sealed = try SealedSearch("Léa Dupont", for: actor, key: key())
        #expect(SealedSearch.open(sealed.token, for: actor, key: try key())?.text == "Léa Dupont")
        #expect(SealedSearch.open(sealed.token, for: .account(UUID()), key: try key()) == nil)
        #expect(SealedSearch.open(sealed.token, for: actor, key: try key(8)) == nil)
        #expect(SealedSearch.open("Lea", for: actor, key: try key()) == nil)
        var changed = Array(sealed.token)
        changed[20] = changed[20] == "A" ? "B" : "A"
        #expect(SealedSearch.open(String(changed), for: actor, key: try key()) == nil)
        #expect(try SealedSearch("Léa Dupont", for: actor, key: key()).token != sealed.token)
    }

    @Test("A list keeps its order, filter and page in its address, and a selection its sessions")
    func addresses() {
        var list = PeopleList()
        (list.status, list.order, list.page) = (.waiting, .queue, 3)
        #expect(list.path(of: "a") == "/staff/sessions/a/people?status=waiting&order=queue&page=3")
        #expect(PeopleList().path(of: "a") == "/staff/sessions/a/people")
        let selection = MessageSelection(
            sessions: ["a"], themes: [.care], venues: ["v"], toConfirmed: true, toWaiting: true)
        #expect(
            PeopleAddress.write(selection).path
                == "/staff/messages/new?session=a&theme=care&venue=v&to=confirmed&to=waiting")
        let values = Dictionary(grouping: selection.fields, by: \.0).mapValues { $0.map(\.1) }
        #expect(MessageSelection { values[$0] ?? [] } == selection)
    }

    @Test("Days without sign-ups are columns, too, and only the last sixty are drawn")
    func growth() throws {
        let days = [("2026-11-29", 3), ("2026-12-02", 1)].compactMap { day, places in
            CalendarDay(day).map { (day: $0, places: places) }
        }
        let overview = Overview(sessions: [], growth: days, edition: nil, outbox: nil)
        #expect(overview.growthWithoutGaps.map(\.places) == [3, 0, 0, 1])
        #expect(overview.growthWithoutGaps.map(\.day.description).last == "2026-12-02")
        let long = [("2026-01-01", 1), ("2026-12-01", 2)].compactMap { day, places in
            CalendarDay(day).map { (day: $0, places: places) }
        }
        #expect(Overview(sessions: [], growth: long, edition: nil, outbox: nil).growthWithoutGaps.count == 60)
    }

    @Test("Nearly full is nine tenths, nearly empty less than a fifth; full is neither")
    func nearly() {
        #expect(Overview.isNearlyFull(Tally(capacity: 10, confirmed: 9)))
        #expect(
            !Overview.isNearlyFull(Tally(capacity: 10, confirmed: 8))
                && !Overview.isNearlyFull(Tally(capacity: 10, confirmed: 10)))
        #expect(
            Overview.isNearlyEmpty(Tally(capacity: 10, confirmed: 1))
                && !Overview.isNearlyEmpty(Tally(capacity: 10, confirmed: 2)))
    }
}
