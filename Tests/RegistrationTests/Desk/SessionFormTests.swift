import Foundation
import Testing

@testable import Registration

@Suite("A session's form at the desk")
struct SessionFormTests {
    private let choices: SessionChoices

    init() throws {
        let venue = Venue(
            slug: "hall", name: "Hall", address: "1 rue", postcode: "75001", city: "Paris", arrondissement: 1,
            latitude: 48, longitude: 2)
        choices = SessionChoices(
            venues: [
                DeskVenue(
                    id: 1, venue: venue,
                    rooms: [DeskRoom(id: 7, name: "Room", capacity: 20, sessions: 0, largest: 0)], sessions: 0,
                    confirmed: 0)
            ],
            hosts: [DeskHost(id: 3, host: Registration.Host(name: "Les Essais", legalForm: .association), sessions: 0)],
            timeZone: try #require(TimeZone(identifier: "Europe/Paris")))
    }

    private func form(_ changes: [SessionField: String] = [:]) -> SessionForm {
        let good: [SessionField: String] = [
            .titleFrench: "Réparer une chaise !", .titleEnglish: "Mending a chair", .summaryFrench: "Un\r\nessai.",
            .summaryEnglish: "A test.", .format: "talk", .theme: "care", .host: "3", .room: "7",
            .startsAt: "2026-11-28T10:00", .endsAt: "2026-11-28T11:00", .capacity: " 12 ", .language: "fr",
            .waitingList: "yes",
        ]
        return SessionForm { changes[$0] ?? good[$0] ?? "" }
    }

    private func problems(_ changes: [SessionField: String]) -> [String: DeskProblem] {
        do {
            _ = try SessionWishes(form(changes), choices: choices)
            return [:]
        } catch {
            return Dictionary(
                error.entries.map { ($0.field ?? "", $0.problem) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("A good form is parsed: times in the edition's zone, an address made from the title")
    func good() throws {
        let wishes = try SessionWishes(form(), choices: choices)
        #expect(wishes.slug == "reparer-une-chaise")
        #expect(wishes.capacity == 12 && wishes.room == 7 && wishes.host == 3)
        #expect(wishes.startsAt == Date(timeIntervalSince1970: 1_795_856_400))
        #expect(wishes.summary.french == "Un\nessai." && wishes.audience == nil && wishes.signUpsOpenAt == nil)
        #expect(wishes.hasWaitingList && !wishes.hasSignLanguage)
    }

    @Test("Every field that is wrong is told, each with its reason")
    func wrong() {
        let found = problems([
            .titleFrench: " ", .titleEnglish: String(repeating: "x", count: 201), .format: "party", .host: "99",
            .room: "", .startsAt: "soon", .endsAt: "", .capacity: "0", .audience: "a\u{7}",
            .signUpsOpenAt: "2026-11-02T10:00", .signUpsCloseAt: "2026-11-01T10:00", .slug: "Not a slug",
        ])
        #expect(
            found == [
                "slug": .notASlug, "title_fr": .missing, "title_en": .tooLong(maximum: 200), "format": .notChosen,
                "host": .notChosen, "room": .notChosen, "starts_at": .notATime, "ends_at": .missing,
                "capacity": .notANumber(1...100_000), "audience": .controlCharacters,
                "sign_ups_close_at": .closesBeforeOpening,
            ])
        #expect(problems([.endsAt: "2026-11-28T10:00"]) == ["ends_at": .endsBeforeStart])
        #expect(problems([.startsAt: "2026-10-25T02:30"]) == ["starts_at": .doubleTime])
        #expect(problems([.signUpsOpenAt: "2026-03-29T02:30"]) == ["sign_ups_open_at": .skippedTime])
    }

    @Test("On top of another's change nothing typed is lost, and what was not touched is taken over")
    func merge() {
        let base = form()
        let saved = form([.titleFrench: "Du premier", .audience: "Les voisins", .capacity: "10"])
        var typed = form([.titleFrench: "Du second", .summaryEnglish: "Typed.", .capacity: "10"])
        #expect(typed.merge(base: base, saved: saved) == [.titleFrench])
        #expect(typed[.titleFrench] == "Du second" && typed[.summaryEnglish] == "Typed.")
        #expect(typed[.audience] == "Les voisins" && typed[.capacity] == "10")
        #expect(saved.differences(from: base) == [.titleFrench, .capacity, .audience])
        // A browser writes line ends its own way.
        #expect(form([.summaryFrench: "Un\nessai."]).differences(from: base).isEmpty)
    }

    @Test("A venue's form says what is wrong, and reads degrees with a comma")
    func venue() throws {
        let good: [VenueForm.Field: String] = [
            .name: "Halle", .address: "1 rue", .postcode: "75001", .city: "Paris", .arrondissement: "1",
            .latitude: "48,8606", .longitude: "2.3376", .wheelchair: "yes", .hearingLoop: "",
        ]
        let venue = try VenueForm { good[$0] ?? "" }.venue()
        #expect(venue.slug == "halle" && venue.latitude == 48.8606)
        #expect(venue.isWheelchairAccessible == true && venue.hasHearingLoop == nil && venue.accessNotes == nil)
        let wrong = #expect(throws: DeskProblems.self) { try VenueForm { _ in "?" }.venue() }
        #expect(
            wrong?.entries.map(\.field) == ["slug", "arrondissement", "latitude", "longitude"])
    }

    private func noticeForm(_ french: String, _ english: String, since: String = "", until: String = "") -> NoticeForm {
        let values: [NoticeForm.Field: String] = [.french: french, .english: english, .since: since, .until: until]
        return NoticeForm { values[$0] ?? "" }
    }

    @Test("A host's contact is an address or nobody")
    func host() throws {
        func host(_ contact: String) throws -> (host: Registration.Host, contact: EmailAddress?) {
            try HostForm { [.name: "Les Essais", .legalForm: "association", .contact: contact][$0] ?? "" }.host()
        }
        #expect(try host(" ").contact == nil)
        #expect(try host("bonjour@example.org").contact?.text == "bonjour@example.org")
        let wrong = #expect(throws: DeskProblems.self) { _ = try host("bonjour") }
        #expect(wrong?["contact_email"] == .notAnAddress)
    }

    @Test("A notice ends after it begins, and not in the past")
    func notice() throws {
        let now = Date(timeIntervalSince1970: 1_795_856_400)
        let zone = choices.timeZone
        let notice = try noticeForm(" Il pleut. ", "It rains.").notice(in: zone, now: now)
        #expect(notice.text.french == "Il pleut." && notice.since == nil && notice.until == nil)
        let past = #expect(throws: DeskProblems.self) {
            try noticeForm("", "x", since: "soon", until: "2026-11-27T10:00").notice(
                in: zone, now: now)
        }
        #expect(past?.entries.map(\.problem) == [.missing, .notATime, .past])
        let crossed = #expect(throws: DeskProblems.self) {
            try noticeForm("x", "x", since: "2026-11-29T10:00", until: "2026-11-29T09:00")
                .notice(in: zone, now: now)
        }
        #expect(crossed?["until"] == .endsBeforeStart)
    }
}
