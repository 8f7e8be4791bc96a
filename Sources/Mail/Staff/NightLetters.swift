internal import Presentation
internal import Registration

extension StaffLetterWriter {
    /// To organisers, each morning: how many, and what changed. Never the lists themselves, nor a link that opens them
    /// without a login.
    func nightWritten(_ news: NightNews) -> WrittenLetter {
        let texts = Texts.all.nightMail
        let phrases = ExportPhrases(language)
        var blocks: [LetterBlock] = [
            .title(texts.writtenTitle[language]), .paragraph(phrases.held(rows: news.rows, files: news.files)),
        ]
        if let changes = news.changes {
            blocks += [.heading(texts.sinceTitle[language]), .list(phrases.changes(changes))]
        } else {
            blocks.append(paragraph(texts.first))
        }
        return written(texts.writtenSubject[language], blocks + [exports, paragraph(texts.proof)])
    }

    /// To organisers and administrators.
    func nightFailed(_ news: NightNews) -> WrittenLetter {
        let texts = Texts.all.nightMail
        var blocks: [LetterBlock] = [.title(texts.failedTitle[language]), paragraph(texts.failed)]
        if let failure = news.failure {
            blocks.append(.facts([LetterBlock.Fact(label: texts.reason[language], text: failure)]))
        }
        return written(texts.failedSubject[language], blocks + [exports, paragraph(texts.again)])
    }

    private var exports: LetterBlock {
        .action(LetterLink(label: Texts.all.nightMail.action[language], address: addresses.exports))
    }
}
