import Foundation
import Registration
import Testing

struct HeldTicketTests {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)
    private static let key = try! TicketKey(bytes: Array(repeating: UInt8(7), count: 32))

    private static func ticket(
        _ status: SignUp.Status = .confirmed, position: Int? = nil, sessionIsCancelled: Bool = false
    ) -> HeldTicket {
        let venue = Venue(
            slug: "v", name: "V", address: "1 rue V", postcode: "75001", city: "Paris", arrondissement: 1, latitude: 48,
            longitude: 2)
        let session = Session(
            id: 1, slug: "s", title: Localized(french: "S", english: "S"),
            summary: Localized(french: "", english: ""), format: .workshop, theme: .care,
            host: Host(name: "H", legalForm: .association), venue: venue, room: "R", startsAt: start,
            endsAt: start + 3600, capacity: 1, signUpsOpenAt: .distantPast, signUpsCloseAt: start - 3600,
            isCancelled: sessionIsCancelled)
        let day = CalendarDay(start, in: .gmt)
        return HeldTicket(
            id: 4711, secretVersion: 2, status: status, name: "Ada", places: 1, position: position,
            signedUpAt: start - 86_400, session: session,
            edition: Edition(id: 1, firstDay: day, lastDay: day, timeZone: .gmt))
    }

    @Test("A sign-up can be changed until its session has ended, to the second")
    func lives() {
        let ticket = Self.ticket()
        let end = ticket.session.endsAt
        #expect(ticket.state(at: end - 1) == .confirmed && ticket.state(at: end - 1).isLive)
        #expect(ticket.state(at: end) == .over && !ticket.state(at: end).isLive)
    }

    @Test("What was cancelled says so, then what its session's fate is, then where it stands")
    func order() {
        #expect(Self.ticket(.cancelled, sessionIsCancelled: true).state(at: .distantFuture) == .cancelled)
        #expect(Self.ticket(sessionIsCancelled: true).state(at: .distantFuture) == .sessionCancelled)
        #expect(Self.ticket(.waiting, position: 3).state(at: .distantPast) == .waiting(position: 3))
        #expect(!HeldTicket.State.cancelled.isLive && !HeldTicket.State.sessionCancelled.isLive)
    }

    @Test("Its tokens open it for their purpose, and not for another version")
    func tokens() throws {
        let ticket = Self.ticket()
        for purpose in [Ticket.Purpose.manage, .door] {
            let token = ticket.token(purpose, key: Self.key)
            let claimed = try #require(Ticket(claimedBy: token))
            #expect(claimed.signUp == ticket.id && claimed.purpose == purpose)
            #expect(claimed.verify(token, version: ticket.secretVersion, key: Self.key))
            #expect(!claimed.verify(token, version: 1, key: Self.key))
        }
    }
}
