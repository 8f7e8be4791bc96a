import Foundation
import Testing

@testable import Registration

@Suite("What is shown at a door")
struct DoorTicketTests {
    private let key = try? TicketKey(bytes: Array(repeating: UInt8(7), count: 32))

    @Test("The address in a code, its token and a reference name the same sign-up; a secret names its version")
    func read() throws {
        let key = try #require(key)
        for version in [1, 3] {
            let token = Ticket.token(signUp: 41, version: version, purpose: .door, key: key)
            for text in [token, "https://example.org/fr/tickets/\(token)", " \(token)\n", "/en/tickets/\(token)?x=1"] {
                #expect(DoorTicket(text, key: key) == .secret(signUp: 41, version: version))
            }
        }
        let reference = Reference(signUp: 41)
        #expect(DoorTicket(reference.description.lowercased(), key: key) == .reference(reference))
        #expect(DoorTicket("\(reference)", key: key).signUp == 41)
    }

    @Test("A ticket's other secret, another key's, a changed one and mere words open no door")
    func unreadable() throws {
        let key = try #require(key)
        let other = try TicketKey(bytes: Array(repeating: UInt8(8), count: 32))
        let token = Ticket.token(signUp: 41, version: 1, purpose: .door, key: key)
        let shown = [
            Ticket.token(signUp: 41, version: 1, purpose: .manage, key: key),
            Ticket.token(signUp: 41, version: 1, purpose: .door, key: other), String(token.dropLast()) + "A", "Ada", "",
        ]
        for text in shown where text != token { #expect(DoorTicket(text, key: key) == .unreadable) }
    }

    @Test("What a device keeps of a code finds it and does not make it")
    func hashed() throws {
        let key = try #require(key)
        let person = ExpectedSignUp(
            reference: Reference(signUp: 41), secretVersion: 2, name: "Ada", places: 1, status: .confirmed,
            position: nil,
            inside: 0, arrived: 0, isWalkIn: false, needs: [])
        let token = Ticket.token(signUp: 41, version: 2, purpose: .door, key: key)
        #expect(person.codeHash(key: key) == CodeHash.of(token))
        #expect(person.codeHash(key: key).count == 32 && !person.codeHash(key: key).contains(token))
    }

    @Test("A room is said to be nearly full from nine tenths on, and full when nobody more may come in")
    func crowding() {
        func crowding(_ inside: Int, _ walkIns: Int, of room: Int) -> DoorTally.Crowding {
            DoorTally(roomCapacity: room, capacity: room, inside: inside, walkInsInside: walkIns).crowding
        }
        #expect(crowding(44, 0, of: 50) == .fine)
        #expect(crowding(40, 5, of: 50) == .near)
        #expect(crowding(40, 9, of: 50) == .near)
        #expect(crowding(45, 5, of: 50) == .full)
    }

    @Test("The same scan sent twice has one hash, whenever it is said to have happened; another has another")
    func hashes() throws {
        let requestKey = try RequestKey("key-of-a-scan")
        func request(_ people: Int?, at: Date? = nil, isOffline: Bool = false) -> CheckIn.Request {
            CheckIn.Request(
                session: 1, ticket: .reference(Reference(signUp: 2)), direction: .arrival, people: people, at: at,
                isOffline: isOffline, requestKey: requestKey)
        }
        #expect(request(1).bodyHash == request(1, at: Date(), isOffline: true).bodyHash)
        #expect(request(1).bodyHash != request(2).bodyHash && request(nil).bodyHash != request(1).bodyHash)
    }
}
