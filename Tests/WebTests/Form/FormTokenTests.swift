import Foundation
import Registration
import Testing

@testable import Web

struct FormTokenTests {
    private let tokens = FormToken(key: try! TicketKey(bytes: Array(repeating: UInt8(1), count: 32)))
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test("A token is good for its browser and its form, for four hours")
    func good() {
        let token = tokens.issue(form: "sign-up:1", cookie: "abc", now: now)
        #expect(tokens.verdict(on: token, form: "sign-up:1", cookie: "abc", now: now) == .valid(age: 0))
        let last = now + 4 * 3600
        #expect(tokens.verdict(on: token, form: "sign-up:1", cookie: "abc", now: last) == .valid(age: 4 * 3600))
        #expect(tokens.verdict(on: token, form: "sign-up:1", cookie: "abc", now: now + 4 * 3600 + 1) == .expired)
    }

    @Test("Another browser's, another form's, a made-up or missing token is foreign")
    func foreign() {
        let token = tokens.issue(form: "sign-up:1", cookie: "abc", now: now)
        #expect(tokens.verdict(on: token, form: "sign-up:1", cookie: "abd", now: now) == .foreign)
        #expect(tokens.verdict(on: token, form: "sign-up:2", cookie: "abc", now: now) == .foreign)
        #expect(tokens.verdict(on: token, form: "sign-up:1", cookie: nil, now: now) == .foreign)
        for wrong in ["", "x", String(repeating: "A", count: 32)] {
            #expect(tokens.verdict(on: wrong, form: "sign-up:1", cookie: "abc", now: now) == .foreign)
        }
        let other = FormToken(key: try! TicketKey(bytes: Array(repeating: UInt8(2), count: 32)))
        #expect(other.verdict(on: token, form: "sign-up:1", cookie: "abc", now: now) == .foreign)
    }

    @Test("The time in a token can't be moved")
    func movedTime() throws {
        let token = tokens.issue(form: "sign-up:1", cookie: "abc", now: now)
        var bytes = try #require(Base64URL.decode(token))
        bytes[7] &+= 60
        #expect(tokens.verdict(on: Base64URL.encode(bytes), form: "sign-up:1", cookie: "abc", now: now) == .foreign)
    }
}
