internal import Presentation
internal import Registration
internal import RegistrationStore

/// One export that somebody asked for: to be fetched, on its way, or over.
struct ExportRunView: Sendable {
    let title: String
    let text: String?
    /// Where the file is, as long as it can be fetched.
    let file: String?
    let amount: String
    /// Whether the page looks again by itself.
    let isUnderWay: Bool
    /// Whether there is something to see of how far it is.
    let isMoving: Bool
    let rows: Int
    let expected: Int
    let exports: String

    init(_ asked: AskedExport, _ run: ExportDatabase.Run, _ language: Language) {
        let texts = Texts.all.exports
        let phrases = ExportPhrases(language)
        exports = StaffAddress.exports.path
        rows = asked.rows
        expected = max(asked.expected, asked.rows, 1)
        switch asked.state {
        case .underWay where asked.rows == 0:
            title = texts.readyTitle[language]
            text = texts.ready[language]
            file = StaffAddress.exportFile(run).path
            amount = phrases.signUps(asked.expected)
        case .underWay:
            title = texts.underWayTitle[language]
            text = texts.underWay[language]
            file = nil
            amount = phrases.progress(asked.rows, of: asked.expected)
        case .done:
            title = texts.doneTitle[language]
            text = texts.keep[language]
            file = nil
            amount = phrases.signUps(asked.rows)
        case .failed(let reason):
            title = texts.failedTitle[language]
            text = texts.failed[language]
            file = nil
            amount = reason
        }
        isUnderWay = asked.state == .underWay
        isMoving = isUnderWay && file == nil
    }
}
