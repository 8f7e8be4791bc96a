public import Foundation
public import Registration

/// A letter as it will be sent, to be looked at first. Its links are those of no sign-up.
public struct MessagePreview: Sendable {
    public let subject: String
    /// For a page, in whose style it is shown: its headings from the third level on.
    public let html: String
    /// As in the mail.
    public let plainText: String

    /// - Throws: where the letter could not be written either.
    public init(_ letter: Letter, addresses: LetterAddresses, now: Date) throws {
        let written = try LetterWriter(letter: letter, addresses: addresses, sender: "", now: now).write()
        subject = written.subject
        html = written.blocks.map(Self.html).joined(separator: "\n")
        plainText = LetterPlainText(letter: written).text()
    }

    private static func html(_ block: LetterBlock) -> String {
        switch block {
        case .title(let text): "<h3>\(LetterHTML.escaped(text))</h3>"
        case .heading(let text): "<h4>\(LetterHTML.escaped(text))</h4>"
        case .paragraph(let text), .closing(let text): "<p>\(LetterHTML.escaped(text))</p>"
        case .prose(let lines): "<p>" + lines.map(LetterHTML.prose).joined(separator: "<br>") + "</p>"
        case .facts(let facts):
            facts.map { fact in
                "<p><strong>\(LetterHTML.escaped(fact.label))</strong><br>\(LetterHTML.escaped(fact.text))</p>"
            }.joined()
        case .list(let items): "<ul>" + items.map { "<li>\(LetterHTML.escaped($0))</li>" }.joined() + "</ul>"
        case .action(let link): anchor(link)
        case .links(let links): links.map(anchor).joined()
        // Pictures are not in a preview: a message has none.
        case .code: ""
        }
    }

    private static func anchor(_ link: LetterLink) -> String {
        "<p><a href=\"\(LetterHTML.escaped(link.address))\">\(LetterHTML.escaped(link.label))</a></p>"
    }
}
