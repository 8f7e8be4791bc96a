import Foundation
import Testing

@testable import Registration

@Suite("Roles, actors and links of the staff")
struct StaffMemberTests {
    @Test("Nobody but an administrator manages accounts; venue managers and stewards see no personal data")
    func roles() {
        for role in StaffRole.allCases {
            #expect(role.permissions.contains(.accountsManage) == (role == .administrator))
            let personal: Set<Permission> = [.peopleRead, .peopleChange, .peopleExport, .peopleWriteTo, .recordRead]
            #expect(role.permissions.isDisjoint(with: personal) == role.isOfVenues)
            #expect(role.needsSecondFactor == !role.permissions.isDisjoint(with: personal))
        }
    }

    @Test("Somebody bound to venues may at these only")
    func venues() {
        let venue = StaffVenue(id: 1, slug: "own", name: "Own")
        let member = StaffMember(actor: .command, role: .venueManager, venues: .only([venue]))
        #expect(member.may(.countsRead) && member.may(.countsRead, at: "own") && !member.may(.countsRead, at: "other"))
        #expect(!member.may(.peopleRead, at: "own"))
    }

    @Test("Actors are written as SQL knows them, in lower case")
    func actors() throws {
        let id = try #require(UUID(uuidString: "6D0F5C1E-0000-4000-8000-00000000ABCD"))
        #expect("\(StaffActor.account(id))" == "account:6d0f5c1e-0000-4000-8000-00000000abcd")
        #expect("\(StaffActor.command)" == "command")
    }

    @Test("A link's token shows which it is, to its kind and its secret file only, and none can be changed")
    func links() throws {
        let (key, other) = (
            try TicketKey(bytes: [UInt8](repeating: 1, count: 32)),
            try TicketKey(bytes: [UInt8](repeating: 2, count: 32))
        )
        let link = StaffLink(.door, UUID())
        let token = link.token(key: key)
        #expect(token.count == 43 && StaffLink(.door, token: token, key: key) == link)
        #expect(StaffLink(.account, token: token, key: key) == nil && StaffLink(.door, token: token, key: other) == nil)
        var bytes = try #require(Base64URL.decode(token))
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(StaffLink(.door, token: Base64URL.encode(bytes), key: key) == nil)
            bytes[index] ^= 1
        }
        for wrong in ["", "x", token + "A", String(token.dropLast(2))] {
            #expect(StaffLink(.door, token: wrong, key: key) == nil)
        }
    }

    @Test("A login's secret is 256 random bits, of which the hash tells nothing back")
    func logins() {
        let secrets = (0..<1000).map { _ in LoginSecret.random() }
        #expect(Set(secrets).count == 1000 && secrets.allSatisfy { $0.text.count == 43 && $0.hash.count == 32 })
        #expect(LoginSecret(text: secrets[0].text) == secrets[0] && LoginSecret(text: "short") == nil)
    }
}
