import Foundation
import Mail
import Presentation
import Registration

/// The page on which a message is written: to whom, what, and how it will look.
struct WriteView: Sendable {
    let notice: NoticeView?
    let action = PeopleAddress.write(MessageSelection(toConfirmed: false)).path
    let formToken: String
    let requestKey: String
    let themes: [Choice]
    let venues: [Choice]
    let sessions: [Choice]
    let toConfirmed: Bool
    let toWaiting: Bool
    let reach: String
    let unreached: String?
    let hasRecipients: Bool
    let placeholders: [String]
    let versions: [Version]
    let previews: [Preview]
    let hasPreviews: Bool
    let send: String
    let back = PeopleAddress.messages.path

    struct Choice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    struct Version: Sendable {
        let language: String
        let name: String
        let subject: String
        let subjectError: String?
        let text: String
        let textError: String?
    }

    struct Preview: Sendable {
        let language: String
        let name: String
        let subject: String
        let html: String
        let plainText: String
    }

    init(
        _ draft: MessageDraft, reach: MessageReach, sessions: [SessionCount], in edition: Edition?, _ visit: StaffVisit
    ) {
        let language = visit.language
        let (texts, phrases) = (Texts.all.writing, PeoplePhrases(language))
        let selection = draft.selection
        formToken = visit.formToken
        requestKey = draft.requestKey
        themes = Theme.allCases.map {
            Choice(
                value: $0.rawValue, label: $0.name.typeset[language], isChosen: selection.themes.contains($0))
        }
        let places = Dictionary(sessions.map { ($0.venueSlug, $0.venue) }) { first, _ in first }
        venues =
            [Choice(value: "", label: texts.anyVenue[language], isChosen: selection.venues.isEmpty)]
            + places.sorted { $0.value < $1.value }.map {
                Choice(value: $0.key, label: $0.value, isChosen: selection.venues.contains($0.key))
            }
        let options = SessionOptions(sessions, language, in: edition?.timeZone ?? .gmt)
        // As app.selected_sessions has it: no draft is to write about.
        self.sessions = sessions.filter { $0.isOn || $0.tally.confirmed > 0 || $0.tally.waiting > 0 }.map {
            Choice(value: $0.slug, label: options.label($0), isChosen: selection.sessions.contains($0.slug))
        }
        (toConfirmed, toWaiting) = (selection.toConfirmed, selection.toWaiting)
        self.reach = phrases.reach(reach)
        unreached = phrases.unreached(reach.withoutAddress)
        hasRecipients = reach.recipients > 0
        placeholders = MessageText.Placeholder.allCases.map { $0.words[language] }
        let error = { (field: Message.Field) in draft.problems[field]?.staffMessage(in: language) }
        versions = [
            Version(
                language: "fr", name: texts.french[language], subject: draft.form.subjectFr,
                subjectError: error(.subjectFr), text: draft.form.textFr, textError: error(.textFr)),
            Version(
                language: "en", name: texts.english[language], subject: draft.form.subjectEn,
                subjectError: error(.subjectEn), text: draft.form.textEn, textError: error(.textEn)),
        ]
        previews = Language.allCases.compactMap { version in
            draft.previews[version].map {
                Preview(
                    language: version.rawValue,
                    name: version == .french ? texts.french[language] : texts.english[language],
                    subject: $0.subject, html: $0.html, plainText: $0.plainText)
            }
        }
        hasPreviews = !previews.isEmpty
        send = phrases.send(to: reach.recipients)
        notice = Self.notice(draft, language)
    }

    private static func notice(_ draft: MessageDraft, _ language: Language) -> NoticeView? {
        let texts = Texts.all.writing
        if draft.isTestSent { return NoticeView(texts.test[language], texts.testSent[language]) }
        if !draft.problems.isEmpty {
            let fields = Message.Field.allCases.filter { draft.problems[$0] != nil }
            return NoticeView(
                kind: "bad", title: SignUpPhrases(language).problems(fields.count), body: nil,
                errors: fields.map {
                    .init(field: $0.rawValue, message: draft.problems[$0]?.staffMessage(in: language) ?? "")
                })
        }
        return draft.hasNobody ? NoticeView(texts.nobodyTitle[language], texts.nobody[language]) : nil
    }
}
