import Foundation
import Testing

@testable import Registration

@Suite("Passwords")
struct PasswordTests {
    private static let quick = PasswordHash.Parameters(logN: 4, r: 8, p: 1)

    @Test(
        "A hash is a PHC string of scrypt that reads back, knows its password and no other, and has a salt of its own")
    func hash() throws {
        let hash = try PasswordHash(of: "correct horse", parameters: Self.quick)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash && read.parameters == Self.quick)
        #expect(try read.matches("correct horse") && !read.matches("correct horsf") && !read.matches(""))
        #expect(try PasswordHash(of: "correct horse", parameters: Self.quick).text != hash.text)
        #expect(PasswordHash.present == PasswordHash.Parameters(logN: 16, r: 8, p: 2))
    }

    @Test("The vector of RFC 7914, section 12, comes out")
    func vector() throws {
        let salt = Data("NaCl".utf8).base64EncodedString().replacing("=", with: "")
        let expected: [UInt8] = [
            0xfd, 0xba, 0xbe, 0x1c, 0x9d, 0x34, 0x72, 0x00, 0x78, 0x56, 0xe7, 0x19, 0x0d, 0x01, 0xe9, 0xfe, 0x7c, 0x6a,
            0xd7, 0xcb, 0xc8, 0x23, 0x78, 0x30, 0xe7, 0x73, 0x76, 0x63, 0x4b, 0x37, 0x31, 0x62,
        ]
        let hash = Data(expected).base64EncodedString().replacing("=", with: "")
        // Its 64 bytes begin with the 32 that a hash of ours has: PBKDF2 gives them block by block.
        let vector = try #require(PasswordHash("$scrypt$ln=10,r=8,p=16$\(salt)$\(hash)").map { $0 })
        #expect(try vector.matches("password"))
    }

    @Test("What is composed and what is typed apart are the same password")
    func composition() throws {
        let hash = try PasswordHash(of: "un été à Paris", parameters: Self.quick)
        #expect(try hash.matches("un e\u{301}te\u{301} a\u{300} Paris"))
    }

    @Test(
        "What is no hash of ours is none",
        arguments: [
            "", "password", "$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA", "$scrypt$ln=16,r=8,p=2$c2FsdA$aGFzaA",
            "$scrypt$ln=99,r=8,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ])
    func noHash(text: String) { #expect(PasswordHash(text) == nil) }

    @Test(
        "What everybody tries is refused",
        arguments: [
            "password1234", "motdepasse2026!", "M0tdePasse12", "azertyuiop123", "qwerty123456", "aaaaaaaaaaaa",
            "123456789012",
            "abcabcabcabc", "SocialDay2026", "lea.martin2026", "Bonjour12345!", "soleilsoleil", "P@ssw0rdP@ssw0rd",
            "un jour solidaire à Paris", "abcdefghijkl", "marseille13000", "0987654321098",
            "correct horse battery staple",
        ])
    func known(password: String) {
        #expect(throws: PlainPassword.Problem.known) { try PlainPassword(password, email: "lea.martin@mairie.example") }
    }

    @Test(
        "A phrase of ordinary words, or what a program made, is taken",
        arguments: [
            "quatre girafes lisent au café", "the kettle sings on Thursday", "xK9#mQ2$vL7p", "trottinette-brume-radis",
            "Zug um Zug nach Wuppertal", "日本語のとても長い合言葉です",
        ])
    func good(password: String) throws {
        #expect(try PlainPassword(password, email: "lea.martin@mairie.example").text == password)
    }

    @Test("Eleven characters are too few, twelve are enough, and a thousand bytes the most")
    func length() {
        #expect(throws: PlainPassword.Problem.tooShort) { try PlainPassword("xK9#mQ2$vL7", email: "") }
        #expect(throws: PlainPassword.Problem.tooLong) {
            try PlainPassword(String(repeating: "xK9#mQ2$vL7p", count: 84), email: "")
        }
    }
}
