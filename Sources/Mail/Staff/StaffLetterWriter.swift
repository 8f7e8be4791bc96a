internal import Presentation
internal import Registration

/// Puts a letter to staff into words: each kind in an extension of its own, beside this file.
struct StaffLetterWriter {
    let letter: StaffLetter
    let addresses: LetterAddresses

    var language: Language { letter.language }

    func write() throws -> WrittenLetter {
        switch letter.news {
        case .invitation(let link): invitation(link)
        case .reset(let link): reset(link)
        case .hostDoors(let news): hostDoors(news)
        case .messageTest(let news): try messageTest(news)
        case .nightWritten(let news): nightWritten(news)
        case .nightFailed(let news): nightFailed(news)
        }
    }

    /// A letter without pictures, calendars or files.
    func written(_ subject: String, _ blocks: [LetterBlock]) -> WrittenLetter {
        WrittenLetter(
            language: language, subject: subject, blocks: blocks, pictures: [], invitation: nil, attachments: [])
    }

    func paragraph(_ text: Localized) -> LetterBlock { .paragraph(text[language]) }
}
