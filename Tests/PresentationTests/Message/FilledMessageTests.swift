import Foundation
import Registration
import Testing

@testable import Presentation

@Suite("A message as one person reads it")
struct FilledMessageTests {
    private func session(_ id: Int64, hours: Double) -> Session {
        let start = Date(timeIntervalSince1970: 1_798_272_000 + hours * 3600)
        return Session(
            id: id, slug: "session-\(id)", title: Localized(french: "Séance \(id)", english: "Session \(id)"),
            summary: Localized(french: "", english: ""), format: .workshop, theme: .care,
            host: Host(name: "H", legalForm: .association),
            venue: Venue(
                slug: "v", name: "Mairie", address: "1 rue du Test", postcode: "75001", city: "Paris",
                arrondissement: 1, latitude: 48.86, longitude: 2.34),
            room: "Room \(id)", startsAt: start, endsAt: start + 3600, capacity: 10, signUpsOpenAt: start,
            signUpsCloseAt: start)
    }

    private func fill(_ text: String, _ sessions: [Session]) throws -> FilledMessage {
        FilledMessage(
            Message.Version(subject: try MessageSubject("On {session}"), text: try MessageText(text)), for: sessions,
            in: .english, TimeZone(identifier: "Europe/Paris") ?? .gmt)
    }

    private func lines(_ message: FilledMessage) -> [String] {
        message.paragraphs.map { paragraph in
            paragraph.map { line in
                line.map { span in
                    switch span {
                    case .text(let text), .link(let text): text
                    }
                }.joined()
            }.joined(separator: "/")
        }
    }

    @Test("A paragraph that names the session is there once for each that its reader holds, the others once")
    func several() throws {
        let sessions = [session(1, hours: 0), session(2, hours: 2)]
        let message = try fill("Hello.\n\n{session}\nat {time}\n\nhttps://example.org", sessions)
        #expect(message.subject == "On Session 1; Session 2")
        #expect(
            lines(message) == [
                "Hello.", "Session 1/at Saturday 26\u{A0}December 2026, 9:00\u{A0}– 10:00",
                "Session 2/at Saturday 26\u{A0}December 2026, 11:00\u{A0}– 12:00", "https://example.org",
            ])
        #expect(message.paragraphs.last == [[.link("https://example.org")]])
    }

    @Test("With one session, every word in braces is its own")
    func one() throws {
        let message = try fill("{place}", [session(1, hours: 0)])
        #expect(lines(message) == ["Mairie, Room 1, 1 rue du Test, 75001\u{A0}Paris"])
        #expect(message.subject == "On Session 1")
    }
}
