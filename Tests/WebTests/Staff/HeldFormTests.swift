import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("What was typed while a login ended")
struct HeldFormTests {
    private func key(_ byte: UInt8 = 7) throws -> TicketKey {
        try TicketKey(bytes: [UInt8](repeating: byte, count: 32))
    }

    private static func body(_ answer: Response) async throws -> String {
        let writer = CollectedBody()
        try await answer.body.write(writer)
        return writer.text
    }

    /// What a page holds, sealed.
    private static func held(_ html: String) -> String? {
        html.firstMatch(of: /name="held" value="([^"]+)"/).map { String($0.1) }
    }

    @Test("A held form is opened as it was, by the same service and for four hours, and can't be made up or changed")
    func sealed() throws {
        let fields = try FormFields(encoded: "form_token=t&to=a&to=b&text=%C3%A9t%C3%A9+%26+hiver&empty=")
        let now = Date()
        let held = try #require(HeldForm(fields, path: "/staff/hosts", page: "https://evil.example/", now: now))
        #expect(held.page == nil)
        #expect(held.fields.map { "\($0.name)=\($0.value)" } == ["empty=", "text=été & hiver", "to=a", "to=b"])
        let sealed = try held.sealed(key: key())
        #expect(HeldForm(sealed: sealed, key: try key(), now: now) == held)
        #expect(HeldForm(sealed: sealed, key: try key(8), now: now) == nil)
        #expect(HeldForm(sealed: sealed, key: try key(), now: now.addingTimeInterval(4 * 3600 + 1)) == nil)
        #expect(HeldForm(sealed: sealed, key: try key(), now: now.addingTimeInterval(-1)) == nil)
        var changed = Array(sealed)
        changed[30] = changed[30] == "A" ? "B" : "A"
        #expect(HeldForm(sealed: String(changed), key: try key(), now: now) == nil)
        let long = try FormFields(encoded: "text=" + String(repeating: "a", count: 33_000))
        #expect(HeldForm(long, path: "/staff/hosts", page: nil, now: now) == nil)
        // Of a form that takes files, the rest is held.
        let file = try FormFields(encoded: "kind=venues&publishes=yes&text=" + String(repeating: "a", count: 33_000))
        let rest = try #require(HeldForm(file, path: "/staff/import", page: nil, now: now))
        #expect(rest.fields.map { "\($0.name)=\($0.value)" } == ["kind=venues", "publishes=yes"] && !rest.isWhole)
        #expect(held.isWhole)
    }

    @Test("A form whose login has ended is held by the page to log in, and nothing of it is done")
    func ended() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .organiser) ?? ""
            let token = house.formToken(cookie: cookie)
            try await house.run("update app.login set seen_at = now() - interval '31 minutes'")
            let (path, form) = ("POST /staff/hosts", "name=Les+Soudeuses&legal_form=cooperative")
            let answer = try await house.ask(path, cookie: cookie, formToken: token, form: form)
            let html = try await Self.body(answer)
            #expect(answer.status == .unauthorized && answer.headers[.cacheControl] == "no-store")
            let sealed = try #require(Self.held(html))
            #expect(HeldForm(sealed: sealed, key: house.key, now: Date())?.path == "/staff/hosts")
            #expect(!html.contains("Soudeuses"))
            // From another site, with another login's token, or without one: nothing is held.
            let other = house.formToken(cookie: try await house.cookie(of: .administrator) ?? "")
            for (token, origin) in [
                (token, "null"), (token, "https://evil.example"), (other, StaffHouse.publicURL),
                (nil, StaffHouse.publicURL),
            ] {
                let answer = try await house.ask(
                    path, cookie: cookie, formToken: token, fields: [.origin: origin], form: form)
                #expect(answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/staff/login") == true)
            }
            // Nor a form in which passwords are typed.
            let secret = try await house.ask(
                "POST /staff/account/password", cookie: cookie, formToken: token, form: "present=a&password=b&again=b")
            #expect(secret.status == .seeOther)
        }
    }

    @Test("A form that has to wait for a proof is held, and given back once it was shown, with the login's own token")
    func proof() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .administrator) ?? ""
            let account = house.accounts[.administrator] ?? UUID()
            let token = house.formToken(cookie: cookie)
            try await house.run("update app.login set proved_at = now() - interval '11 minutes'")
            let form = "email=neuve%40example.org&role=organiser&language=fr"
            let asked = try await house.ask("POST /staff/accounts/new", cookie: cookie, formToken: token, form: form)
            #expect(asked.status == .forbidden)
            let sealed = try #require(Self.held(try await Self.body(asked)))
            let wrong = try await house.ask(
                "POST /staff/confirm", cookie: cookie, formToken: token, form: "proof=000000&held=\(sealed)")
            #expect(wrong.status == .unprocessableContent)
            #expect(Self.held(try await Self.body(wrong)) == sealed)
            let code = OneTimeCode(account: account, version: 1, key: house.key).code(
                step: OneTimeCode.step(at: Date()))
            let shown = try await house.ask(
                "POST /staff/confirm", cookie: cookie, formToken: token, form: "proof=\(code)&held=\(sealed)")
            let html = try await Self.body(shown)
            #expect(shown.status == .ok && html.contains(#"action="/staff/accounts/new""#))
            #expect(html.contains(#"value="neuve@example.org""#) && html.contains(token))
            let sent = try await house.ask("POST /staff/accounts/new", cookie: cookie, formToken: token, form: form)
            #expect(sent.headers[.location] == "/staff/accounts?done=invited")
        }
    }

    @Test("A browser in which an account has logged in is known by a cookie that nobody can make, and opens nothing")
    func known() async throws {
        let (account, key) = (UUID(), try key())
        let known = KnownBrowser(of: account)
        let text = known.text(key: key)
        #expect(KnownBrowser(text, key: key) == known && KnownBrowser(of: account).name != known.name)
        #expect(KnownBrowser(text, key: try self.key(8)) == nil && KnownBrowser("x", key: key) == nil)
        var bytes = try #require(Base64URL.decode(text))
        for index in bytes.indices {
            bytes[index] ^= 1
            #expect(KnownBrowser(Base64URL.encode(bytes), key: key) == nil)
            bytes[index] ^= 1
        }
        try await StaffHouse.with { house in
            let text = KnownBrowser(of: house.accounts[.organiser] ?? UUID()).text(key: house.key)
            let answer = try await house.ask("GET /staff", cookie: "\(StaffCookie.known.rawValue)=\(text)")
            #expect(answer.status == .seeOther)
        }
    }
}

/// What an answer writes, as text.
private final class CollectedBody: ResponseBodyWriter {
    private var bytes = ByteBuffer()

    var text: String { String(buffer: bytes) }

    func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
