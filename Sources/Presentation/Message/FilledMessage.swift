public import Foundation
public import Registration

/// A message as one person reads it: with their sessions where the words in braces stood.
///
/// Who holds several of the sessions that it is about gets it once; a paragraph that names the session is then there once
/// for each of them, so that every time stands beside its own place.
public struct FilledMessage: Sendable {
    public enum Span: Hashable, Sendable {
        case text(String)
        case link(String)

        /// What is read of it.
        public var text: String {
            switch self {
            case .text(let text), .link(let text): text
            }
        }
    }

    public let subject: String
    /// Paragraphs of lines of spans.
    public let paragraphs: [[[Span]]]

    /// - Parameter sessions: In the order of the day.
    public init(_ message: Message.Version, for sessions: [Session], in language: Language, _ timeZone: TimeZone) {
        let phrases = LetterPhrases(language, in: timeZone)
        func value(_ placeholder: MessageText.Placeholder, _ session: Session) -> String {
            switch placeholder {
            case .session: session.title.typeset[language]
            case .time: phrases.when(session)
            case .place: phrases.place(session)
            }
        }
        func spans(_ line: [MessageText.Piece], _ session: Session?) -> [Span] {
            line.map { piece in
                switch piece {
                case .text(let text): .text(Typography.set(text, in: language))
                case .link(let address): .link(address)
                case .placeholder(let placeholder): .text(session.map { value(placeholder, $0) } ?? "")
                }
            }
        }
        subject = message.subject.pieces.map { piece in
            switch piece {
            case .text(let text), .link(let text): return Typography.set(text, in: language)
            case .placeholder(let placeholder):
                return sessions.map { value(placeholder, $0) }.joined(separator: language == .french ? " ; " : "; ")
            }
        }.joined()
        paragraphs = message.text.paragraphs.flatMap { paragraph in
            let namesSession = paragraph.joined().contains { if case .placeholder = $0 { true } else { false } }
            guard namesSession, sessions.count > 1 else { return [paragraph.map { spans($0, sessions.first) }] }
            return sessions.map { session in paragraph.map { spans($0, session) } }
        }
    }
}
