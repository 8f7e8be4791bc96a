internal import Foundation
internal import Presentation
internal import Registration

/// A mail as it is handed to a server or put into a file: envelope and bytes (RFC 5322), lines ended by CR LF.
public struct MailMessage: Sendable {
    /// What its file is called in a folder, before the ending.
    let name: String
    let sender: String
    let recipient: String
    let bytes: [UInt8]

    init(_ letter: Letter, as written: WrittenLetter, from sender: Mailbox, host: String, now: Date) {
        let number = String(format: "%06lld", letter.id)
        self.init(
            "letter-\(letter.id)", name: "\(number)-\((letter.news.first?.kind ?? .day).rawValue)", to: letter.email,
            as: written, from: sender, host: host, now: now)
    }

    init(_ letter: StaffLetter, as written: WrittenLetter, from sender: Mailbox, host: String, now: Date) {
        let number = String(format: "%06lld", letter.id)
        self.init(
            "staff-letter-\(letter.id)", name: "staff\(number)-\(letter.news.kind)", to: letter.email, as: written,
            from: sender, host: host, now: now)
    }

    /// - Parameter id: The same at every try, so that a mail that arrived twice is seen as one.
    private init(
        _ id: String, name: String, to email: EmailAddress, as written: WrittenLetter, from sender: Mailbox,
        host: String, now: Date
    ) {
        self.name = name
        self.sender = sender.address
        recipient = email.text
        let from = sender.name.map { "\(Self.phrase($0)) <\(sender.address)>" } ?? sender.address
        let fields = [
            ("From", from), ("To", email.text), ("Subject", EncodedText.header(written.subject)),
            ("Date", Self.date(now)),
            ("Message-ID", "<\(id)@\(host)>"),
            // No holiday answers, please (RFC 3834).
            ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All"),
            ("Content-Language", written.language.rawValue), ("MIME-Version", "1.0"),
        ]
        let head = fields.map { "\($0.0): \($0.1)\r\n" }.joined()
        bytes = Array((head + Self.body(written).rendered(name: id)).utf8)
    }

    private static func body(_ letter: WrittenLetter) -> MIMEPart {
        let html = MIMEPart.text(type: "text/html; charset=utf-8", LetterHTML(letter: letter).text())
        let pictures = letter.pictures.map { picture in
            MIMEPart.data(
                type: "image/png", picture.png, disposition: "inline; filename=\"\(picture.name).png\"",
                id: MIMEPart.contentID(picture.name))
        }
        // From the plainest to the richest (RFC 2046, section 5.1.4).
        var alternatives = [
            .text(type: "text/plain; charset=utf-8", LetterPlainText(letter: letter).text()),
            pictures.isEmpty ? html : .several(type: "multipart/related; type=\"text/html\"", [html] + pictures),
        ]
        if let invitation = letter.invitation {
            alternatives.append(.text(type: invitation.mediaType, invitation.text()))
        }
        let text = MIMEPart.several(type: "multipart/alternative", alternatives)
        if letter.attachments.isEmpty { return text }
        let files = letter.attachments.enumerated().map { index, file in
            MIMEPart.data(
                type: file.mediaType, Array(file.text().utf8),
                disposition: "attachment; filename=\"social-day-\(index + 1).ics\"", id: nil)
        }
        return .several(type: "multipart/mixed", [text] + files)
    }

    /// A display name: quoted where it is ASCII, encoded otherwise.
    private static func phrase(_ name: String) -> String {
        guard name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return EncodedText.header(name) }
        return "\"" + name.replacing("\\", with: "").replacing("\"", with: "") + "\""
    }

    /// `Sat, 26 Dec 2026 09:30:00 +0000`.
    private static func date(_ instant: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: instant)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return days[(parts.weekday ?? 1) - 1]
            + String(
                format: ", %02d %@ %04d %02d:%02d:%02d +0000", parts.day ?? 1, months[(parts.month ?? 1) - 1],
                parts.year ?? 1970, parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
    }
}
