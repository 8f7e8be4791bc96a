import Registration
import Testing

struct TicketTests {
    private let key = try! TicketKey(bytes: Array(repeating: UInt8(7), count: 32))

    @Test("A ticket's token is verified for its own sign-up, version and purpose")
    func verified() throws {
        let token = Ticket.token(signUp: 42, version: 1, purpose: .manage, key: key)
        let ticket = try #require(Ticket(claimedBy: token))
        #expect(ticket.signUp == 42 && ticket.purpose == .manage)
        #expect(ticket.verify(token, version: 1, key: key))
        #expect(!ticket.verify(token, version: 2, key: key), "the old secret dies with its version")
    }

    @Test("A token changed anywhere, or made with another key, is worth nothing")
    func forged() throws {
        let token = Ticket.token(signUp: 42, version: 1, purpose: .door, key: key)
        for index in token.indices {
            var forged = token
            forged.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
            let accepted = Ticket(claimedBy: forged)?.verify(forged, version: 1, key: key) ?? false
            #expect(!accepted || Base64URL.decode(forged) == Base64URL.decode(token), "changed at \(index)")
        }
        let other = try TicketKey(bytes: Array(repeating: UInt8(8), count: 32))
        #expect(!(try #require(Ticket(claimedBy: token))).verify(token, version: 1, key: other))
    }

    @Test("What is no token claims nothing", arguments: ["", "abc", "%%%", String(repeating: "A", count: 35)])
    func noToken(text: String) {
        #expect(Ticket(claimedBy: text) == nil)
    }

    @Test("A secret of fewer than 32 bytes is refused")
    func shortSecret() {
        #expect(throws: TicketKey.TooShort.self) { try TicketKey(bytes: Array(repeating: UInt8(1), count: 31)) }
    }
}
