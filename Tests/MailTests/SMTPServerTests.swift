import Testing

@testable import Mail

@Suite("Mail servers and mailboxes, as settings name them")
struct SMTPServerTests {
    @Test(
        "A server's address says how it is reached",
        arguments: [
            ("smtp://mail.example.org", "mail.example.org", 587, SMTPServer.Security.required, nil, nil),
            ("smtp://a%40b:p%3Aw@mail.example.org:25/", "mail.example.org", 25, .required, "a@b", "p:w"),
            ("SMTPS://mail.example.org", "mail.example.org", 465, .implicit, nil, nil),
            ("smtp://localhost", "localhost", 25, .local, nil, nil),
            ("smtp://[::1]:2525", "[::1]", 2525, .local, nil, nil),
            ("smtps://127.0.0.1:4650", "127.0.0.1", 4650, .implicit, nil, nil),
        ])
    func addresses(
        text: String, host: String, port: Int, security: SMTPServer.Security, user: String?, password: String?
    ) throws {
        let server = try SMTPServer(text)
        #expect(server.host.trimmingBrackets == host.trimmingBrackets)
        #expect(server.port == port && server.security == security)
        #expect(server.user == user && server.password == password)
        #expect(!"\(server)".contains("p:w"))
    }

    @Test(
        "What is no server's address is refused",
        arguments: [
            "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://h:0", "smtp://h:70000",
            "smtp://h/path", "smtp://h?x", "smtp://u:%0Ap@h",
        ])
    func refused(text: String) {
        #expect(throws: SMTPServer.Problem.self) { try SMTPServer(text) }
    }

    @Test("A mailbox is an address, with or without a name")
    func mailboxes() throws {
        let named = try Mailbox("\"Social Day\" <bonjour@socialday.example>")
        #expect(named.name == "Social Day" && named.address == "bonjour@socialday.example")
        #expect(try Mailbox("a@example.org").name == nil)
        for text in ["", "nobody", "A <a@example.org", "A <>", "A <a@example.org> B"] {
            #expect(throws: Mailbox.Problem.self) { try Mailbox(text) }
        }
    }
}

extension String {
    /// Foundation's versions differ on whether an IPv6 host keeps its brackets.
    fileprivate var trimmingBrackets: String { replacing("[", with: "").replacing("]", with: "") }
}
