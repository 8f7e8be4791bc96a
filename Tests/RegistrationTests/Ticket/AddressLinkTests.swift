import Foundation
import Registration
import Testing

struct AddressLinkTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test("A link shows its attendee until it expires, and not a second longer")
    func lifetime() throws {
        let key = try TicketKey(bytes: 0..<32)
        let link = AddressLink(attendee: 42, expiresAt: now + AddressLink.lifetime)
        let token = link.token(key: key)
        #expect(token.count == 43)
        #expect(AddressLink(token: token, key: key, now: now) == link)
        #expect(AddressLink(token: token, key: key, now: now + 899) == link)
        #expect(AddressLink(token: token, key: key, now: now + 900) == nil)
    }

    @Test("A changed token, or one made with another secret, shows nothing")
    func forgery() throws {
        let key = try TicketKey(bytes: 0..<32)
        let token = AddressLink(attendee: 42, expiresAt: now + 900).token(key: key)
        #expect(AddressLink(token: token, key: try TicketKey(bytes: 1..<33), now: now) == nil)
        for place in token.indices {
            var changed = token
            changed.replaceSubrange(place...place, with: token[place] == "A" ? "B" : "A")
            #expect(AddressLink(token: changed, key: key, now: now) == nil || changed == token)
        }
        #expect(AddressLink(token: "", key: key, now: now) == nil)
    }
}
