import Foundation
import Presentation
import Registration

/// The messages that were sent.
struct MessagesView: Sendable {
    let new = PeopleAddress.write(MessageSelection(toConfirmed: false)).path
    let hosts = PeopleAddress.hostLetters.path
    let hasMessages: Bool
    let messages: [Row]

    struct Row: Sendable {
        let path: String
        let subject: String
        let sentAt: String
        let about: String
        let progress: String
    }

    init(_ messages: [SentMessage], in edition: Edition?, _ visit: StaffVisit) {
        let language = visit.language
        let moments = Moments(language, in: edition?.timeZone ?? .gmt)
        self.messages = messages.map { message in
            Row(
                path: PeopleAddress.message(message.id).path, subject: message.subject(in: language),
                sentAt: moments.moment(message.sentAt), about: message.about(in: language),
                progress: PeoplePhrases(language).progress(message.sent, of: message.recipients))
        }
        hasMessages = !messages.isEmpty
    }
}

/// One of them, and how far it got.
struct SentMessageView: Sendable {
    let title: String
    let isNew: Bool
    let sentAt: String
    let about: String
    let counts: [OverviewView.Row]
    let versions: [Version]
    let back = PeopleAddress.messages.path

    struct Version: Sendable {
        let language: String
        let subject: String
        let text: String
    }

    init(_ message: SentMessage, isNew: Bool, in edition: Edition?, _ visit: StaffVisit) {
        let language = visit.language
        let texts = Texts.all.writing
        self.isNew = isNew
        title = message.subject(in: language)
        sentAt = Moments(language, in: edition?.timeZone ?? .gmt).moment(message.sentAt)
        about = message.about(in: language)
        counts = [(texts.gone, message.sent), (texts.toGo, message.waiting), (texts.lost, message.failed)].map {
            OverviewView.Row(name: $0.0[language], cells: [language.number($0.1)])
        }
        versions = [
            Version(language: "fr", subject: message.form.subjectFr, text: message.form.textFr),
            Version(language: "en", subject: message.form.subjectEn, text: message.form.textEn),
        ].filter { !$0.text.isEmpty }
    }
}

extension SentMessage {
    fileprivate func subject(in language: Language) -> String {
        let (own, other) =
            language == .french ? (form.subjectFr, form.subjectEn) : (form.subjectEn, form.subjectFr)
        return own.isEmpty ? other : own
    }

    /// The session, or how many they are, and whom of them.
    fileprivate func about(in language: Language) -> String {
        let texts = Texts.all.sessionPeople
        let names = sessions == 1 ? about?.typeset[language] : nil
        let what = names ?? SignUpPhrases(language).sessions(sessions)
        let who = statuses.map { $0 == .waiting ? texts.waiting[language] : texts.confirmed[language] }
        return what + " – " + who.joined(separator: ", ").lowercased()
    }
}
