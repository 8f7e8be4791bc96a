import Foundation
import Postgres
import Registration
import TestSupport
import Testing

@testable import RegistrationStore

@Suite("Notices of the organiser")
struct NoticeTests {
    private static let text = Localized(french: "Grève", english: "Strike")

    private static func withEdition(_ body: (Administration) async throws -> Void) async throws {
        try await TestDatabase.withSchema { configuration in
            try await PostgresSession.with(configuration, logger: TestDatabase.quietLogger) { session in
                let administration = Administration(session: session)
                guard let day = CalendarDay("2026-12-26") else { return }
                _ = try await administration.createEdition(
                    firstDay: day, lastDay: day, timeZone: .gmt, opensAt: nil, closesAt: nil)
                try await session.run(
                    sqlScript: """
                        insert into app.venue (slug, name, address, postcode, city, arrondissement, latitude, longitude)
                        values ('hall', 'Hall', '1 rue', '75001', 'Paris', 1, 48, 2)
                        """)
                try await session.run(sqlScript: "set role socialday_admin")
                try await body(administration)
            }
        }
    }

    @Test("One stands for each subject: a second takes the place of the first, and clearing takes it down once")
    func setAndClear() async throws {
        try await Self.withEdition { administration in
            let first = try await administration.setNotice(Self.text, about: .edition, since: nil, until: nil)
            let second = try await administration.setNotice(
                Localized(french: "Neige", english: "Snow"), about: .edition, since: nil, until: .distantFuture)
            let venue = try await administration.setNotice(
                Self.text, about: .venue(slug: "hall"), since: nil, until: nil)
            #expect([first, second, venue] == [.set, .set, .set])
            let notices = try await administration.notices()
            #expect(notices.map(\.subject) == [.edition, .venue(slug: "hall")])
            #expect(notices.map(\.text.english) == ["Snow", "Strike"])
            #expect(notices.allSatisfy { $0.stands(at: Date() + 1) })
            #expect(try await administration.clearNotice(about: .edition))
            #expect(try await !administration.clearNotice(about: .edition))
            #expect(try await administration.notices().count == 1)
        }
    }

    @Test("A notice about something unknown is not put up, and clearing one about it clears no other")
    func unknown() async throws {
        try await Self.withEdition { administration in
            _ = try await administration.setNotice(Self.text, about: .edition, since: nil, until: nil)
            let venue = try await administration.setNotice(Self.text, about: .venue(slug: "x"), since: nil, until: nil)
            let session = try await administration.setNotice(
                Self.text, about: .session(slug: "x"), since: nil, until: nil)
            #expect(venue == .unknownVenue && session == .unknownSession)
            #expect(try await !administration.clearNotice(about: .venue(slug: "x")))
            #expect(try await !administration.clearNotice(about: .session(slug: "x")))
            #expect(try await administration.notices().count == 1)
        }
    }

    @Test("Empty texts and an end before the beginning are refused")
    func refused() async throws {
        try await Self.withEdition { administration in
            let refused = { (error: any Error) in (error as? PostgresError)?.sqlState == "23514" }
            await #expect(
                performing: {
                    _ = try await administration.setNotice(
                        Localized(french: "", english: "a"), about: .edition, since: nil, until: nil)
                }, throws: refused)
            await #expect(
                performing: {
                    _ = try await administration.setNotice(
                        Self.text, about: .edition, since: Date(), until: Date() - 1)
                }, throws: refused)
        }
    }
}
