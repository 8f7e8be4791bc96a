public import Registration

/// A letter as somebody would read it, for those who decide whether it is sent. Its links lead nowhere: they would open
/// what is the reader's alone.
public struct LetterPreview: Sendable {
    public let subject: String
    public let blocks: [LetterBlock]

    /// - Throws: where the letter could not be written either.
    public init(_ news: News, language: Language) throws {
        let letter = Letter(
            id: 0, language: language, email: try EmailAddress("nobody@example.org"), writtenAt: news.since,
            news: [news])
        var generator = SystemRandomNumberGenerator()
        let key = try TicketKey(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        let writer = LetterWriter(
            letter: letter, addresses: LetterAddresses(origin: "", host: "", key: key), sender: "", now: news.since)
        let written = try writer.write()
        (subject, blocks) = (written.subject, written.blocks)
    }
}
