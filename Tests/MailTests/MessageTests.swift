import Foundation
import Presentation
import Registration
import Testing

@testable import Mail

@Suite("Mails as bytes")
struct MessageTests {
    private func bytes(subject: String, blocks: [LetterBlock] = [], from sender: String = "a@example.org") throws
        -> String
    {
        let letter = Letter(
            id: 7, language: .french, email: try EmailAddress("ines@example.fr"), writtenAt: Date(), news: [])
        let written = WrittenLetter(
            language: .french, subject: subject, blocks: blocks, pictures: [], invitation: nil, attachments: [])
        let message = MailMessage(
            letter, as: written, from: try Mailbox(sender), host: "socialday.example",
            now: Date(timeIntervalSince1970: 0))
        return String(decoding: message.bytes, as: UTF8.self)
    }

    @Test("Whatever a title or a name holds, no header follows from it")
    func injection() throws {
        let nasty = "Titre\r\nBcc: everyone@example.org\r\n\r\n<script>alert(1)</script>\u{0}"
        let text = try bytes(
            subject: nasty, blocks: [.title(nasty), .action(LetterLink(label: nasty, address: nasty))])
        let head = text.prefix(upTo: try #require(text.range(of: "\r\n\r\n")).lowerBound)
        #expect(!head.contains("Bcc: everyone@example.org\r\n") && !head.lowercased().contains("\r\nbcc"))
        // The plain text shows it as it is; the HTML part, which comes after it, must not.
        let html = text.suffix(from: try #require(text.range(of: "<!DOCTYPE")).lowerBound)
        #expect(!html.contains("<script"))
        #expect(throws: Mailbox.Problem.self) { try Mailbox("A\r\nBcc: x@example.org <a@example.org>") }
    }

    @Test("Headers say what they must: one id for every try, a date, and that no machine should answer")
    func headers() throws {
        let text = try bytes(subject: "Plain", from: "Équipe <a@example.org>")
        for line in [
            "Message-ID: <letter-7@socialday.example>", "Date: Thu, 01 Jan 1970 00:00:00 +0000", "Subject: Plain",
            "Auto-Submitted: auto-generated", "From: =?utf-8?B?w4lxdWlwZQ==?= <a@example.org>",
        ] { #expect(text.contains("\r\n\(line)\r\n") || text.hasPrefix("\(line)\r\n"), "\(line)") }
    }

    @Test("Quoted-printable keeps lines to 76, ends none with a space, and writes no bare line end")
    func quotedPrintable() {
        for length in 70...80 {
            let line = String(repeating: "a", count: length)
            for text in [line, line + " \n" + line, line + "=", line + "é", "\n\n" + line + "\r\nb\n"] {
                let encoded = EncodedText.quotedPrintable(text)
                let lines = encoded.utf8.split(separator: 10, omittingEmptySubsequences: false)
                #expect(lines.allSatisfy { ($0.last == 13 ? $0.dropLast() : $0).count <= 76 })
                #expect(lines.dropLast().allSatisfy { $0.last == 13 && $0.dropLast().last != 32 })
                let decoded = encoded.replacing("=\r\n", with: "").replacing("=20", with: " ").replacing(
                    "=C3=A9", with: "é"
                )
                .replacing("=3D", with: "=")
                #expect(decoded == text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"))
            }
        }
    }

    @Test("A long subject is cut into encoded words of whole characters")
    func encodedWords() throws {
        let subject = String(repeating: "é漢🌍", count: 30)
        let words = EncodedText.header(subject).components(separatedBy: "\r\n ")
        #expect(words.count > 3)
        let decoded = try words.map { word in
            #expect(word.utf8.count <= 75)
            let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
            return try #require(String(validating: data, as: UTF8.self))
        }
        #expect(decoded.joined() == subject)
    }
}
