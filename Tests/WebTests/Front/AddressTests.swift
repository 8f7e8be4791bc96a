import Testing

@testable import Web

@Suite struct AddressTests {
    @Test("An IPv4 address written as IPv6 is the same address")
    func mapped() throws {
        #expect(IPAddress("::ffff:192.0.2.7") == IPAddress("192.0.2.7"))
    }

    @Test("Limits count an IPv4 address by itself and an IPv6 one by its /64")
    func network() throws {
        #expect(IPAddress("192.0.2.7")?.network != IPAddress("192.0.2.8")?.network)
        #expect(IPAddress("2001:db8::1")?.network == IPAddress("2001:db8::ffff:1")?.network)
        #expect(IPAddress("2001:db8:0:1::1")?.network != IPAddress("2001:db8:0:2::1")?.network)
    }

    @Test(
        "A range holds its own addresses only",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false), ("0.0.0.0/0", "203.0.113.9", true), ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/32", "2001:db8:5::1", true), ("2001:db8::/32", "2001:db9::1", false), ("::1/128", "::1", true),
        ])
    func range(_ range: String, _ address: String, _ held: Bool) throws {
        #expect(try #require(AddressRange(range)).contains(#require(IPAddress(address))) == held)
    }

    @Test(
        "What is no range is refused",
        arguments: ["", "10.0.0.0/33", "::/129", "10.0.0/8", "a/8", "10.0.0.1/8", "10.0.0.0/-1"])
    func noRange(_ text: String) {
        #expect(AddressRange(text) == nil)
    }

    @Test(
        "Forwarded addresses count only behind a trusted proxy, from the right",
        arguments: [
            ("203.0.113.9", "1.2.3.4", "203.0.113.9"),
            ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
            ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
            ("10.0.0.1", "1.2.3.4, nonsense", "10.0.0.1"),
            // A mark that would make one character with the comma behind it.
            ("10.0.0.1", "6.6.6.6\u{600}, 1.2.3.4", "1.2.3.4"),
            ("10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
            ("10.0.0.1", "1.2.3.4:80", "1.2.3.4"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ])
    func forwarded(_ peer: String, _ header: String, _ client: String) throws {
        let proxies = [try #require(AddressRange("10.0.0.0/8"))]
        let seen = proxies.client(peer: try #require(IPAddress(peer)), forwardedFor: [header])
        #expect(seen == IPAddress(client))
    }

    @Test(
        "Listening addresses are read in the usual forms",
        arguments: [
            ("127.0.0.1:8443", "127.0.0.1", 8443), ("[::1]:443", "::1", 443), (":8080", "::", 8080),
            ("8443", "::", 8443),
            ("localhost:0", "localhost", 0),
        ])
    func listen(_ text: String, _ host: String, _ port: Int) throws {
        let address = try ListenAddress(text)
        #expect(address.host == host)
        #expect(address.port == port)
    }

    @Test(
        "A listening address that can't be one is refused",
        arguments: ["", "host", "host:", "host:70000", "::1:443", "[::1]", "a b:1"])
    func badListen(_ text: String) {
        #expect(throws: FrontConfiguration.Problem.self) { try ListenAddress(text) }
    }

    @Test("The public URL gives the origin and the names it answers to")
    func publicURL() throws {
        let url = try PublicURL("https://Social.Example.org/")
        #expect(url.origin == "https://social.example.org")
        for good in ["social.example.org", "social.example.org:443", "SOCIAL.example.org", "social.example.org."] {
            #expect(url.names(good), "\(good)")
        }
        for bad in [
            "example.org", "social.example.org:444", "social.example.org.evil.net", "", "social.example.org:",
            "a@social.example.org",
        ] {
            #expect(!url.names(bad), "\(bad)")
        }
        let local = try PublicURL("https://localhost:8443")
        #expect(local.origin == "https://localhost:8443")
        #expect(local.names("localhost:8443"))
        #expect(local.names("localhost"))
        #expect(!local.names("localhost:9"))
        #expect(try PublicURL("https://[::1]:8443/").names("[::1]:8443"))
    }

    @Test(
        "A public URL that is none, or more than an origin, is refused",
        arguments: [
            "", "social.example.org", "http://social.example.org", "https://a/b", "https://u@a", "https://",
            "https://a:0x1", "https://a?b", "https://a b",
        ])
    func badPublicURL(_ text: String) {
        #expect(throws: FrontConfiguration.Problem.self) { try PublicURL(text) }
    }
}
