public import Foundation
public import Registration

/// A letter as it will be sent, to be looked at first. Its links are those of no sign-up.
public struct LetterPreview: Sendable {
    public let subject: String
    /// For a page: without styles, its headings from the third level on.
    public let html: String
    public let plainText: String

    public init(_ letter: Letter, addresses: LetterAddresses, now: Date) throws {
        let written = try LetterWriter(letter: letter, addresses: addresses, sender: "", now: now).write()
        subject = written.subject
        html = LetterHTML(letter: written, isStyled: false, headingLevel: 3).body
        plainText = LetterPlainText(letter: written).text()
    }
}
