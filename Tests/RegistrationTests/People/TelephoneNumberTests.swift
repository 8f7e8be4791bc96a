import Testing

@testable import Registration

@Suite("Telephone numbers and what is looked for")
struct TelephoneNumberTests {
    @Test(
        "However it is written, a number is kept in one way",
        arguments: [
            ("06 12 34 56 78", "+33612345678"), ("06.12.34.56.78", "+33612345678"),
            ("+33 6 12 34 56 78", "+33612345678"),
            ("0033612345678", "+33612345678"), ("+33 (0)6-12-34-56-78", "+33612345678"),
            ("+32 2 123 45 67", "+3221234567"),
        ])
    func read(typed: String, kept: String) throws {
        #expect(try TelephoneNumber(typed).text == kept)
    }

    @Test(
        "What is no number is refused",
        arguments: ["12", "06 12 34 56", "telephone", "+33 6 12 34 56 78 90 12 34 56", "０６１２３４５６７８"])
    func refused(typed: String) {
        #expect(throws: FieldProblem.notATelephoneNumber) { try TelephoneNumber(typed) }
    }

    @Test("A French number is shown in pairs, another one as it is")
    func spaced() throws {
        #expect(try TelephoneNumber("0612345678").spaced == "06\u{A0}12\u{A0}34\u{A0}56\u{A0}78")
        #expect(try TelephoneNumber("+3221234567").spaced == "+3221234567")
    }

    @Test("The digits that are looked for are those that all ways of writing a number share")
    func query() {
        for typed in ["06 12 34 56 78", "+33612345678", "0033 6 12 34 56 78", "612345678"] {
            let digits = PeopleQuery(typed).digits ?? ""
            #expect("+33612345678".hasSuffix(digits) && digits.count >= 9, "\(typed)")
        }
        #expect(PeopleQuery("12 ab 345678").digits == nil && PeopleQuery("1234").digits == nil)
        #expect(PeopleQuery("  Léa   Dupont ").words == ["Léa", "Dupont"])
        #expect(PeopleQuery("\(Reference(signUp: 42))").signUp == 42 && PeopleQuery("Lea").signUp == nil)
        #expect(PeopleQuery(" \n ").isEmpty)
        #expect(PeopleQuery(String(repeating: "a", count: 500)).text.count == 100)
    }

    @Test("A form for the desk says all that is wrong with it at once, and takes no address for an answer")
    func form() throws {
        var form = DeskSignUp.Form()
        form.needs = ["other"]
        form.places = "7"
        form.email = "nobody"
        form.telephone = "1"
        form.language = "de"
        do {
            _ = try DeskSignUp.Request(form, session: nil, known: nil)
            Issue.record("a form full of mistakes was taken")
        } catch {
            #expect(
                Set(error.problems.keys) == [
                    .session, .name, .email, .telephone, .places, .language, .needs, .needsConsent, .requestKey,
                ])
        }
        form = DeskSignUp.Form()
        form.name = "Ada"
        form.requestKey = "12345678"
        #expect(try DeskSignUp.Request(form, session: 1, known: nil).person == .described(email: nil))
        #expect(try DeskSignUp.Request(form, session: 1, known: 5).person == .known(5))
    }
}
