import Testing

@testable import Registration

@Suite("What organisers write")
struct MessageTextTests {
    private func problem(_ text: String) -> FieldProblem? {
        do {
            _ = try MessageText(text)
            return nil
        } catch { return error }
    }

    @Test("Empty lines part paragraphs, other ends of line stay within them")
    func paragraphs() throws {
        let text = try MessageText("  Bonjour,\r\nc'est nous.\n\n \n\nÀ demain ! \n")
        #expect(text.paragraphs == [[[.text("Bonjour,")], [.text("c'est nous.")]], [[.text("À demain !")]]])
        #expect(text.text == "Bonjour,\nc'est nous.\n\n\n\nÀ demain !")
    }

    @Test("Only the words of the list may stand in braces, in either language; a brace alone may not")
    func placeholders() throws {
        let text = try MessageText("{séance}, {heure}, {lieu}, {session}, {time}, {place}")
        #expect(
            text.paragraphs[0][0].filter { $0 != .text(", ") } == [
                .placeholder(.session), .placeholder(.time), .placeholder(.place), .placeholder(.session),
                .placeholder(.time), .placeholder(.place),
            ])
        for wrong in ["{name}", "{", "{{session}}", "{session", "{ session }", "{SESSION}", "{}"] {
            #expect(problem(wrong) == .unknownPlaceholder, "\(wrong)")
        }
    }

    @Test(
        "Web addresses become links that read as they lead",
        arguments: [
            ("https://example.org", "https://example.org"), ("(https://example.org/a)", "https://example.org/a"),
            ("see https://example.org/a?b=c&d#e.", "https://example.org/a?b=c&d#e"),
            ("http://example.org:8080/a_(b)", "http://example.org:8080/a_(b)"),
            ("https://example.org/à", "https://example.org/"),
            ("https://exämple.org and https://b.org", "https://b.org"),
        ])
    func links(text: String, link: String) throws {
        let pieces = try MessageText(text).paragraphs[0][0]
        #expect(pieces.filter { if case .link = $0 { true } else { false } } == [.link(link)])
        let whole = pieces.map { piece in
            switch piece {
            case .text(let text), .link(let text): text
            case .placeholder: ""
            }
        }
        #expect(whole.joined() == text, "nothing is lost")
    }

    @Test(
        "What could lead elsewhere than it reads, or does something, is text",
        arguments: [
            "javascript:alert(1)", "data:text/html,x", "https://user@example.org", "https://user:secret@example.org/",
            "https://localhost", "https://example", "https://-", "ftp://example.org", "//example.org",
            "https://exa mple",
        ])
    func noLinks(text: String) throws {
        #expect(try MessageText(text).paragraphs[0][0] == [.text(text)])
    }

    @Test("Too long, empty or invisible is said so")
    func refused() {
        #expect(problem(" \n ") == .missing)
        #expect(problem(String(repeating: "a", count: 5001)) == .tooLong(maximum: 5000))
        #expect(problem("a\u{202E}b") == .controlCharacters)
        #expect(problem("a\tb") == nil)
        #expect(throws: FieldProblem.controlCharacters) { try MessageSubject("a\r\nBcc: b") }
        #expect(throws: FieldProblem.tooLong(maximum: 150)) { try MessageSubject(String(repeating: "a", count: 151)) }
    }

    @Test("One language is enough, half of one is not, and nothing at all is not")
    func forms() throws {
        var form = Message.Form()
        #expect(throws: Message.Invalid.self) { try Message(form) }
        form.subjectEn = "Hello"
        do {
            _ = try Message(form)
            Issue.record("a subject without a text was taken")
        } catch { #expect(error.problems == [.textEn: .missing]) }
        form.textEn = "World"
        let message = try Message(form)
        #expect(message.french == nil && message.version(for: .french)?.language == .english)
    }
}
