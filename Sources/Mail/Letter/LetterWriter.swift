internal import Foundation
internal import Presentation
internal import Registration

/// Puts a letter into words.
struct LetterWriter {
    let letter: Letter
    let addresses: LetterAddresses
    /// The bare mailbox that it comes from.
    let sender: String
    let now: Date

    var language: Language { letter.language }
    var texts: MailTexts { Texts.all.mail }

    func write() throws -> WrittenLetter {
        let calendars = LetterCalendars(of: letter, addresses: addresses, organizer: sender)
        var blocks = letter.news.count > 1 ? [.title(subject), paragraph(texts.gathered)] : []
        for news in letter.news { blocks += self.blocks(news) }
        if !calendars.attachments.isEmpty, calendars.invitation == nil { blocks.append(paragraph(texts.calendarHint)) }
        blocks.append(.links([LetterLink(label: texts.programme[language], address: addresses.programme(language))]))
        blocks.append(.closing(texts.reason[language]))
        return WrittenLetter(
            language: language, subject: subject, blocks: blocks, pictures: try pictures(in: blocks),
            invitation: calendars.invitation, attachments: calendars.attachments)
    }

    private var subject: String {
        guard letter.news.count == 1, let news = letter.news.first else {
            return LetterPhrases(language, in: letter.news.first?.timeZone ?? .gmt).subjectOfSeveral
        }
        let phrases = LetterPhrases(language, in: news.timeZone)
        switch news.kind {
        case .day, .tickets, .reminder, .addressLink: return phrases.subject(news.kind, about: nil)
        case .message: return FilledMessage(news, in: language)?.subject ?? phrases.subject(news.kind, about: nil)
        default:
            let signUp = news.signUps.first
            return phrases.subject(news.kind, about: news.session ?? signUp?.session, places: signUp?.places ?? 1)
        }
    }

    private func blocks(_ news: News) -> [LetterBlock] {
        let pen = NewsWriter(news: news, language: language, addresses: addresses, now: now)
        return pen.blocks()
    }

    /// The code of each ticket that the blocks show.
    private func pictures(in blocks: [LetterBlock]) throws -> [WrittenLetter.Picture] {
        let signUps = letter.news.flatMap { $0.signUps + $0.answers.compactMap(\.signUp) }
        var names: Set<String> = []
        return try blocks.compactMap { block in
            guard case .code(let name, _) = block, names.insert(name).inserted,
                let signUp = signUps.first(where: { NewsWriter.picture(of: $0) == name })
            else { return nil }
            let code = try QRCode(addresses.doorTicket(signUp, language))
            return WrittenLetter.Picture(name: name, png: try code.png())
        }
    }

    private func paragraph(_ text: Localized) -> LetterBlock { .paragraph(text[language]) }
}
