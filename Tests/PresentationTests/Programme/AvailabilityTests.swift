import Foundation
import Presentation
import Registration
import Testing

struct AvailabilityTests {
    private let start = Date(timeIntervalSince1970: 1_800_000_000)

    @Test(
        "The places left are told in both languages, and the last ones as such",
        arguments: [
            (20, 0, 0, "20_places libres", "20_places left"), (40, 34, 0, "6_places libres", "6_places left"),
            (20, 15, 0, "5 dernières places", "Last 5 places"), (20, 19, 0, "Dernière place", "Last place"),
            (6, 1, 0, "5_places libres", "5_places left"), (1, 0, 0, "1_place libre", "1_place left"),
            (20, 17, 2, "3 dernières places – liste d’attente_: 2", "Last 3 places – waiting list of 2"),
            (1000, 0, 0, "1\u{202F}000_places libres", "1,000_places left"),
            (20, 20, 0, "Complet – liste d’attente ouverte", "Full – waiting list open"),
            (20, 20, 3, "Complet – liste d’attente_: 3", "Full – waiting list of 3"),
            (20, 21, 3, "Complet – liste d’attente_: 3", "Full – waiting list of 3"),
        ])
    func open(capacity: Int, confirmed: Int, waiting: Int, french: String, english: String) {
        let tally = Tally(capacity: capacity, confirmed: confirmed, waiting: waiting)
        let availability = Availability(session(), tally, at: start - 7200)
        #expect(availability.text(in: .french) == french.replacing("_", with: "\u{A0}"))
        #expect(availability.text(in: .english) == english.replacing("_", with: "\u{A0}"))
    }

    @Test("Before, after and without sign-ups it is told what one can still hope for")
    func phases() {
        let some = Tally(capacity: 20, confirmed: 12)
        let none = Tally(capacity: 20, confirmed: 20)
        #expect(Availability(session(), some, at: start - 90_000) == .notYetOpen(opensAt: start - 86_400))
        #expect(Availability(session(), some, at: start - 3601) == .open(left: 8, waiting: 0))
        #expect(Availability(session(), some, at: start - 3600) == .closed(left: 8))
        #expect(Availability(session(), none, at: start - 3600).text(in: .french) == "Inscriptions closes, complet")
        #expect(Availability(session(hasWaitingList: false), none, at: start - 7200) == .full)
        #expect(Availability(session(), some, at: start + 3599) == .closed(left: 8))
        #expect(Availability(session(), some, at: start + 3600) == .over)
        #expect(Availability(session(isCancelled: true), some, at: start - 7200) == .cancelled)
        #expect(Availability(session(isCancelled: true), some, at: start + 3600) == .cancelled)
    }

    @Test("Every state says something, in each language something else")
    func allStates() {
        let states: [Availability] = [
            .open(left: 9, waiting: 1), .lastPlaces(left: 1, waiting: 0), .lastPlaces(left: 2, waiting: 0),
            .waitingList(waiting: 0), .waitingList(waiting: 1), .full, .notYetOpen(opensAt: start), .closed(left: 0),
            .closed(left: 1), .over, .cancelled,
        ]
        for language in Language.allCases {
            #expect(Set(states.map { $0.text(in: language) }).count == states.count)
        }
        #expect(states.allSatisfy { $0.text(in: .french) != $0.text(in: .english) })
    }

    private func session(hasWaitingList: Bool = true, isCancelled: Bool = false) -> Session {
        Session(
            id: 1, slug: "one", title: Localized(french: "Un", english: "One"),
            summary: Localized(french: "Un", english: "One"), format: .talk, theme: .care,
            host: Host(name: "Les Essais", legalForm: .association),
            venue: Venue(
                slug: "hall", name: "Hall", address: "1 rue du Test", postcode: "75001", city: "Paris",
                arrondissement: 1, latitude: 48.86, longitude: 2.34),
            room: "Room 1", startsAt: start, endsAt: start + 3600, capacity: 20, hasWaitingList: hasWaitingList,
            signUpsOpenAt: start - 86_400, signUpsCloseAt: start - 3600, isCancelled: isCancelled)
    }
}
