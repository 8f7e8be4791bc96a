import Foundation
import Presentation
import Registration
import Testing

@testable import Mail

@Suite("Letters in words")
struct LetterWriterTests {
    private static let start = Date(timeIntervalSince1970: 1_798_272_000)
    private static let signedUpAt = start - 30 * 86_400

    private func session(_ id: Int64, hours: Double = 0) -> Session {
        Session(
            id: id, slug: "session-\(id)", title: Localized(french: "Séance \(id)", english: "Session \(id)"),
            summary: Localized(french: "", english: ""), format: .workshop, theme: .care,
            host: Host(name: "H", legalForm: .association),
            venue: Venue(
                slug: "v", name: "Mairie", address: "1 rue du Test", postcode: "75001", city: "Paris",
                arrondissement: 1,
                latitude: 48.86, longitude: 2.34),
            room: "Salle", startsAt: Self.start + hours * 3600, endsAt: Self.start + (hours + 1) * 3600, capacity: 10,
            signUpsOpenAt: Self.signedUpAt, signUpsCloseAt: Self.start - 3600)
    }

    private func signUp(_ id: Int64, _ status: SignUp.Status = .confirmed, places: Int = 1, invited: Bool = true)
        -> SignUpNews
    {
        SignUpNews(
            id: id, secretVersion: 1, status: status, places: places, signedUpAt: Self.signedUpAt,
            position: status == .waiting ? 3 : nil, isInCalendar: invited, session: session(id, hours: Double(id)))
    }

    private func news(_ kind: News.Kind, _ signUps: [SignUpNews], others: [SignUpNews] = [], after: TimeInterval = 0)
        -> News
    {
        News(
            kind: kind, since: Self.signedUpAt + after, timeZone: TimeZone(identifier: "Europe/Paris") ?? .gmt,
            attendee: 5,
            signUps: signUps, others: others)
    }

    private func write(_ news: [News], in language: Language = .french) throws -> WrittenLetter {
        let letter = Letter(
            id: 1, language: language, email: try EmailAddress("ines@example.fr"), writtenAt: Self.signedUpAt,
            news: news)
        let addresses = LetterAddresses(
            origin: "https://socialday.example", host: "socialday.example",
            key: try TicketKey(bytes: [UInt8](repeating: 7, count: 32)))
        return try LetterWriter(
            letter: letter, addresses: addresses, sender: "a@example.org", now: Self.signedUpAt + 60
        )
        .write()
    }

    @Test("A subject has the number of places right, and the session and day, and no more")
    func subjects() throws {
        #expect(
            try write([news(.confirmed, [signUp(1)])]).subject
                == "Votre place est réservée\u{A0}: Séance 1, samedi 26\u{A0}décembre 2026")
        #expect(
            try write([news(.promoted, [signUp(1, places: 2)])], in: .english).subject
                == "Places have come free for you: Session 1, Saturday 26\u{A0}December 2026")
        #expect(try write([news(.tickets, [signUp(1)])]).subject == "Vos billets")
    }

    @Test("Cancelling takes the entry out of the calendar that got it, under the same UID and a higher sequence")
    func calendars() throws {
        let invitation = try #require(try write([news(.confirmed, [signUp(1)])]).invitation)
        let cancelled = [news(.cancelled, [signUp(1, .cancelled)], after: 90)]
        let cancellation = try #require(try write(cancelled).invitation)
        #expect(invitation.method == .request && cancellation.method == .cancel)
        #expect(invitation.events[0].uid == cancellation.events[0].uid)
        #expect(cancellation.events[0].sequence > invitation.events[0].sequence)
        #expect(cancellation.events[0].status == .cancelled)
        #expect(invitation.attendee == "ines@example.fr" && invitation.organizer == "a@example.org")
        #expect(try write([news(.cancelled, [signUp(1, .cancelled, invited: false)])]).invitation == nil)
        #expect(try write([news(.waiting, [signUp(1, .waiting)])]).invitation == nil)
    }

    @Test("A switch invites to the new session and attaches the end of the old entry")
    func switched() throws {
        let letter = try write([news(.switched, [signUp(1)], others: [signUp(2, .cancelled)])])
        #expect(letter.invitation?.events.map(\.summary) == ["Séance 1"])
        #expect(letter.attachments.map(\.method) == [.cancel])
    }

    @Test("Gathered letters are one mail: its news in order, one entry for each sign-up as it was told last")
    func gathered() throws {
        let letter = try write([
            news(.confirmed, [signUp(1)]), news(.confirmed, [signUp(2)], after: 5),
            news(.changed, [signUp(1, places: 2)], after: 9), news(.waiting, [signUp(3, .waiting)], after: 10),
        ])
        #expect(letter.subject == "Des nouvelles de vos inscriptions")
        #expect(letter.invitation == nil)
        #expect(letter.attachments.map(\.method) == [.publish])
        #expect(letter.attachments[0].events.map(\.sequence) == [9, 5])
        #expect(letter.attachments[0].attendee == nil)
        #expect(letter.pictures.map(\.name) == [Int64(1), 2].map { "\(Reference(signUp: $0))".lowercased() })
        let titles = letter.blocks.compactMap { if case .title(let title) = $0 { title } else { nil } }
        #expect(titles.count == 5)
    }

    @Test("No calendar holds a secret link")
    func secrets() throws {
        for kind in News.Kind.allCases {
            let letter = try write([news(kind, [signUp(1)])])
            for file in [letter.invitation].compactMap({ $0 }) + letter.attachments {
                #expect(!file.text().replacing("\r\n ", with: "").contains("/tickets/"))
            }
        }
    }
}
