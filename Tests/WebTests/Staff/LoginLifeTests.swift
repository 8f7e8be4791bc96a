import Foundation
import HTTPTypes
import Hummingbird
import Registration
import RegistrationStore
import Testing

@testable import Web

@Suite("How logins begin and end")
struct LoginLifeTests {
    private static func isOpen(_ cookie: String?, _ house: StaffHouse) async throws -> Bool {
        try await house.ask("GET /staff", cookie: cookie).status == .ok
    }

    @Test("A login ends half an hour after it was last seen, and twelve hours after it began")
    func time() async throws {
        try await StaffHouse.with { house in
            for (change, isOpen) in [
                ("seen_at = now() - interval '29 minutes'", true), ("seen_at = now() - interval '31 minutes'", false),
                ("created_at = now() - interval '11 hours 59 minutes'", true),
                ("created_at = now() - interval '12 hours 1 minute'", false),
            ] {
                let cookie = try await house.cookie(of: .venueManager)
                try await house.run("update app.login set \(change)")
                #expect(try await Self.isOpen(cookie, house) == isOpen, "\(change)")
            }
        }
    }

    @Test("Being seen keeps a login open, and costs a write once a minute only")
    func seen() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .venueManager)
            try await house.run("update app.login set seen_at = now() - interval '29 minutes'")
            #expect(try await Self.isOpen(cookie, house))
            try await house.run("update app.login set seen_at = seen_at - interval '29 minutes'")
            #expect(try await Self.isOpen(cookie, house))
        }
    }

    @Test("Another role, a reset and shutting an account out end its logins at once, and nobody else's")
    func changes() async throws {
        try await StaffHouse.with { house in
            let account = house.accounts[.venueManager] ?? UUID()
            let administrator = StaffActor.account(house.accounts[.administrator] ?? UUID())
            let own = try await house.cookie(of: .administrator)
            let changes: [@Sendable () async throws -> AccountChange] = [
                { try await house.store.changeAccount(account, to: .organiser, venues: [], actor: administrator) },
                { try await house.store.resetAccount(account, actor: administrator) },
                { try await house.store.disableAccount(account, true, actor: administrator) },
            ]
            for change in changes {
                let cookie = try await house.cookie(of: .venueManager)
                #expect(try await house.ask("GET /staff/account", cookie: cookie).status == .ok)
                let outcome = try await change()
                #expect([.done, .changed].contains(outcome))
                #expect(try await house.ask("GET /staff/account", cookie: cookie).status == .seeOther)
            }
            #expect(try await Self.isOpen(own, house))
        }
    }

    @Test("The last administrator stays one")
    func lastAdministrator() async throws {
        try await StaffHouse.with { house in
            let id = house.accounts[.administrator] ?? UUID()
            let actor = StaffActor.account(id)
            let store = house.store
            _ = try await house.cookie(of: .administrator)
            let demoted = try await store.changeAccount(id, to: .organiser, venues: [], actor: actor)
            let shutOut = try await store.disableAccount(id, true, actor: actor)
            #expect(demoted == .lastAdministrator && shutOut == .lastAdministrator)
        }
    }

    @Test("Logged out, the cookie opens nothing, and neither does one of another's choosing")
    func replay() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .organiser) ?? ""
            let answer = try await house.ask(
                "POST /staff/logout", cookie: cookie, formToken: house.formToken(cookie: cookie))
            #expect(answer.headers[values: .setCookie].contains { $0.hasPrefix("__Host-login=;") })
            #expect(try await !Self.isOpen(cookie, house))
            for made in ["", "x", LoginSecret.random().text, "'; drop table app.login; --"] {
                #expect(try await !Self.isOpen("__Host-login=\(made)", house))
            }
        }
    }

    @Test("Another password ends the other logins and mailed links, and asks for the present one first")
    func password() async throws {
        try await StaffHouse.with { house in
            let account = house.accounts[.venueManager] ?? UUID()
            let (mine, other) = (
                try await house.cookie(of: .venueManager) ?? "", try await house.cookie(of: .venueManager)
            )
            let form = "present=wrong&password=cinq+tortues+au+parc&again=cinq+tortues+au+parc"
            let answer = try await house.ask(
                "POST /staff/account/password", cookie: mine, formToken: house.formToken(cookie: mine), form: form)
            #expect(answer.status == .unprocessableContent)
            let login = try await house.store.login(try #require(LoginSecret(text: mine.split(separator: "=")[1])))
            let kept = try #require(login?.id)
            let hash = try #require(PasswordHash("$scrypt$ln=4,r=8,p=1$AAAA$" + String(repeating: "A", count: 43)))
            try await house.store.setPassword(hash, keeping: kept, actor: .account(account))
            let (isMineOpen, isOtherOpen) = (
                try await Self.isOpen(mine, house), try await Self.isOpen(other, house)
            )
            #expect(isMineOpen && !isOtherOpen)
            let secret = LoginSecret.random()
            let isRenewed = try await house.store.renew(kept, to: secret, actor: .account(account))
            let isOldOpen = try await Self.isOpen(mine, house)
            #expect(isRenewed && !isOldOpen)
        }
    }

    @Test("Ending one's logins ends one's own only")
    func foreignLogin() async throws {
        try await StaffHouse.with { house in
            let other = try await house.cookie(of: .organiser)
            let organiser = StaffActor.account(house.accounts[.organiser] ?? UUID())
            let login = try await house.store.openLogins(actor: organiser)[0].id
            let cookie = try await house.cookie(of: .venueManager) ?? ""
            _ = try await house.ask(
                "POST /staff/account/logins/\(login)/end", cookie: cookie, formToken: house.formToken(cookie: cookie))
            #expect(try await Self.isOpen(other, house))
        }
    }

    @Test("Setting up the second factor takes one code, shows ten, and puts the login under a new cookie")
    func factor() async throws {
        try await StaffHouse.with { house in
            let cookie = try await house.cookie(of: .venueManager) ?? ""
            let account = house.accounts[.venueManager] ?? UUID()
            try await house.run("update app.account set factor_set_at = null, factor_step = 0")
            let codes = OneTimeCode(account: account, version: 1, key: house.key)
            let (path, token) = ("POST /staff/account/second-factor", house.formToken(cookie: cookie))
            let wrong = try await house.ask(path, cookie: cookie, formToken: token, form: "code=000000")
            #expect(wrong.status == .unprocessableContent)
            let step = OneTimeCode.step(at: Date())
            let right = try await house.ask(
                path, cookie: cookie, formToken: token, form: "code=\(codes.code(step: step))")
            #expect(right.status == .ok)
            #expect(try await !Self.isOpen(cookie, house))
            let renewed = try #require(
                right.headers[values: .setCookie].first { $0.hasPrefix("__Host-login=") }?.prefix { $0 != ";" })
            #expect(try await Self.isOpen(String(renewed), house))
            let left = try await house.store.recoveryCodesLeft(actor: .account(account))
            #expect(left == 10)
            let check = CodeCheck(store: house.store, key: house.key)
            // Used to set it up, it opens nothing any more, nor does the one before it.
            for late in [step, step - 1] {
                #expect(try await !check.isRight(codes.code(step: late), of: account, now: Date()))
            }
        }
    }

    @Test("A one-time code and a recovery code open once, also where many try at once")
    func codesOnce() async throws {
        try await StaffHouse.with { house in
            let account = house.accounts[.organiser] ?? UUID()
            let step = OneTimeCode.step(at: Date())
            let code = RecoveryCode.ten()
            try await house.run("update app.account set factor_set_at = null, factor_step = 0")
            _ = try await house.store.setFactor(step: 1, recoveryCodes: code, actor: .account(account))
            let opened = await withTaskGroup(of: (Bool, Bool).self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        (
                            (try? await house.store.useCode(of: account, step: step)) ?? false,
                            (try? await house.store.useRecoveryCode(of: account, code[3])) ?? false
                        )
                    }
                }
                return await group.reduce(into: [0, 0]) {
                    $0[0] += $1.0 ? 1 : 0
                    $0[1] += $1.1 ? 1 : 0
                }
            }
            #expect(opened == [1, 1])
        }
    }

    @Test("Five wrong attempts close an account or a network for a quarter of an hour, however many try at once")
    func throttle() async throws {
        try await StaffHouse.with { house in
            let attempts = LoginAttempts(store: house.store, key: house.key, limitsAddresses: true)
            let network = IPAddress("198.51.100.7")
            let admitted = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let address = IPAddress("203.0.113.\(number)")
                        guard case .admitted? = try? await attempts.begin("nobody@example.org", of: nil, from: address)
                        else { return false }
                        return true
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(admitted == 5)
            for number in 0..<5 {
                guard case .admitted = try await attempts.begin("\(number)@example.org", of: nil, from: network) else {
                    Issue.record("attempt \(number) was refused")
                    return
                }
            }
            guard case .refused(let seconds) = try await attempts.begin("six@example.org", of: nil, from: network)
            else {
                Issue.record("a sixth attempt from one network was admitted")
                return
            }
            #expect((880...900).contains(seconds))
            try await house.run("update app.login_attempt set at = at - interval '15 minutes'")
            guard case .admitted(let attempt) = try await attempts.begin("six@example.org", of: nil, from: network)
            else {
                Issue.record("after a quarter of an hour it is still refused")
                return
            }
            // Right ones don't count.
            for _ in 0..<10 { try await attempts.end(attempt) }
        }
    }

    @Test("A door link opens the door for its day, and nothing else; ended, it is out")
    func door() async throws {
        try await StaffHouse.with { house in
            let token = StaffLink(.door, house.door).token(key: house.key)
            let answer = try await house.ask("GET /staff/door/\(token)")
            #expect(answer.status == .seeOther && answer.headers[.location] == "/staff/door")
            let cookie = try #require(answer.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-door=\(token); Path=/; Max-Age="))
            #expect(cookie.hasSuffix("Secure; HttpOnly; SameSite=Lax"))
            let steward = try await house.cookie(of: .steward)
            #expect(try await house.ask("GET /staff/record", cookie: steward).status == .forbidden)
            try await house.run("update app.door_link set expires_at = now() - interval '1 second'")
            #expect(try await house.ask("GET /staff/door/\(token)").status == .notFound)
            #expect(try await house.ask("GET /staff", cookie: steward).headers[.location] == "/staff/login")
        }
    }

    @Test("Logging in leads only to pages of the staff, whatever the address says")
    func redirects() {
        for path in ["/staff", "/staff/record?day=2026-12-26", "/staff/venues/x/board"] {
            #expect(StaffAddress.known(path) == path)
        }
        for path in [
            "", "//evil.example", "https://evil.example/staff", "/staffed", "/\\evil.example",
            "/staff/\r\nSet-Cookie: a=b",
            "/fr/programme", "/staff\\..\\x", "javascript:alert(1)",
        ] { #expect(StaffAddress.known(path) == nil, "\(path)") }
    }
}
