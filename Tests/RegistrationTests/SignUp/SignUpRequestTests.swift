import Foundation
import Registration
import Testing

struct SignUpRequestTests {
    private func request(_ change: (inout SignUp.Form) -> Void = { _ in }) throws -> SignUp.Request {
        var form = SignUp.Form(
            name: "Zoé Martin", email: "zoe@example.org", places: "2", requestKey: "0123456789abcdef")
        change(&form)
        return try SignUp.Request(form, session: 7, caller: .browser(cookie: "c"), language: .french)
    }

    private func problems(_ change: (inout SignUp.Form) -> Void) -> [SignUp.Field: String] {
        do {
            _ = try request(change)
            return [:]
        } catch {
            let invalid = error as? SignUp.Invalid
            return Dictionary(uniqueKeysWithValues: (invalid?.problems ?? []).map { ($0.field, $0.problem.code) })
        }
    }

    @Test("A good form becomes a request, tidied at the edges only")
    func good() throws {
        let request = try request { $0.name = "  Zoé Martin\u{a0}" }
        #expect(request.name.text == "Zoé Martin")
        #expect(request.places == 2)
        #expect(try self.request { $0.places = "" }.places == 1)
    }

    @Test("An empty form names every field that must be filled")
    func empty() {
        let found = problems { $0 = SignUp.Form(name: " ", email: "", places: "", requestKey: "") }
        #expect(found == [.name: "missing", .email: "missing", .requestKey: "missing"])
    }

    @Test(
        "Names of every kind of person are taken",
        arguments: [
            "Ng", "Robert'); DROP TABLE students;--", "محمد علي", "שָׁלוֹם", "李小龍", "Zoé 🎉", "O’Brien-Nuñez",
            "Jean-Noël d'Été",
        ])
    func names(name: String) throws {
        #expect(try request { $0.name = name }.name.text == name)
    }

    @Test(
        "What can't be a name is refused with its reason",
        arguments: [
            ("=1+1", "no_letter"), ("🎉", "no_letter"), ("a\u{0}b", "control_characters"),
            ("a\u{202E}b", "control_characters"),
            ("a\nb", "control_characters"), (String(repeating: "x", count: 121), "too_long"),
            ("e" + String(repeating: "\u{301}", count: 5000), "too_long"),
        ])
    func badNames(name: String, code: String) {
        #expect(problems { $0.name = name } == [.name: code])
    }

    @Test(
        "What is no address is refused",
        arguments: [
            "zoe", "zoe@", "@example.org", "a b@example.org", "zoe@example", "zoe@@example.org", "zoe@example..org",
            "zoe@-example.org", "a@b.c\r\nBcc: x@y.z", "zoe.@example.org", "zoe@127.0.0.1", "<zoe@example.org>",
        ])
    func badAddresses(email: String) {
        #expect(problems { $0.email = email }.keys.contains(.email))
    }

    @Test(
        "Addresses that exist are taken",
        arguments: ["o'brien+day@example.co.uk", "été@école.fr", "a_b-c@xn--e1afmkfd.xn--p1ai"])
    func addresses(email: String) throws {
        #expect(try request { $0.email = email }.email.text == email)
    }

    @Test(
        "Places are one to six",
        arguments: [
            ("0", "out_of_range"), ("7", "out_of_range"), ("-1", "out_of_range"), ("two", "not_a_number"),
            ("1.5", "not_a_number"),
        ])
    func badPlaces(places: String, code: String) {
        #expect(problems { $0.places = places } == [.places: code])
    }

    @Test("The body's hash tells bodies apart, even those that run into one another")
    func bodyHash() throws {
        let one = try request()
        #expect(try request().bodyHash == one.bodyHash)
        #expect(try request { $0.requestKey = "another-key" }.bodyHash == one.bodyHash)
        let shifted = try (
            request { ($0.name, $0.email) = ("ab", "c@d.fr") }, request { ($0.name, $0.email) = ("a", "bc@d.fr") }
        )
        #expect(shifted.0.bodyHash != shifted.1.bodyHash)
        #expect(try request { $0.places = "3" }.bodyHash != one.bodyHash)
    }

    @Test("The language is part of what a token asks for, and not of what a form does: its page's may be switched")
    func bodyHashAndLanguage() throws {
        let form = SignUp.Form(name: "Zoé", email: "zoe@example.org", requestKey: "0123456789abcdef")
        func hash(_ caller: SignUp.Caller, _ language: Language) throws -> [UInt8] {
            try SignUp.Request(form, session: 7, caller: caller, language: language).bodyHash
        }
        let token = SignUp.Caller.token(UUID())
        #expect(try hash(token, .french) == hash(token, .french))
        #expect(try hash(token, .french) != hash(token, .english))
        let browser = SignUp.Caller.browser(cookie: "c")
        #expect(try hash(browser, .french) == hash(browser, .english))
    }

    @Test("Needs are optional, and lines of them become one")
    func needs() throws {
        #expect(try request().needs == nil)
        let needs = try request {
            $0.needs = ["seat", "wheelchair", "seat", ""]
            $0.needsNote = "  Near the door,\r\nplease\n"
            $0.consentsToNeeds = true
        }.needs
        #expect(needs?.codes == "wheelchair,seat,other" && needs?.note == "Near the door, please")
        #expect(
            problems { ($0.needsNote, $0.consentsToNeeds) = (String(repeating: "x", count: 501), true) }
                == [.needs: "too_long"])
        #expect(problems { ($0.needs, $0.consentsToNeeds) = (["other"], true) } == [.needs: "missing"])
    }

    @Test("Needs are not taken without consent; consent alone is no need")
    func consent() throws {
        #expect(problems { $0.needs = ["wheelchair"] } == [.needsConsent: "missing"])
        #expect(try request { $0.consentsToNeeds = true }.needs == nil)
    }

    @Test("A browser is known to the database by a number that does not show its cookie, and no token has it")
    func callers() {
        let caller = SignUp.Caller.browser(cookie: "abc")
        #expect(caller.id == SignUp.Caller.browser(cookie: "abc").id)
        #expect(caller.id != SignUp.Caller.browser(cookie: "abd").id)
        #expect(!caller.id.uuidString.lowercased().contains("616263"))
    }
}
