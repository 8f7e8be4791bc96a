internal import Foundation
internal import Postgres
internal import Registration

/// What became of sending a message.
public enum MessageSending: Hashable, Sendable {
    case sent(message: Int64, recipients: Int)
    /// Nobody who fits has an address.
    case nobody
}

/// `api.message_reach`
struct MessageReachStatement: PostgresStatement {
    static let sql = """
        select sessions, french, english, without_address, sample from api.message_reach($1, $2, $3, $4, $5)
        """

    let actor: StaffActor
    let selection: MessageSelection

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(selection)
    }

    static func decode(_ row: inout PostgresRow) throws -> MessageReach {
        MessageReach(
            sessions: Int(try row.decode(Int32.self)), french: Int(try row.decode(Int32.self)),
            english: Int(try row.decode(Int32.self)), withoutAddress: Int(try row.decode(Int32.self)),
            sample: try row.decode(PostgresJSON?.self).map { try $0.decodeObject(SessionJSON.self).session() })
    }
}

/// `api.send_message`
struct SendMessageStatement: PostgresStatement {
    static let sql = """
        select outcome, message_id, recipients from api.send_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """

    let actor: StaffActor
    let selection: MessageSelection
    let message: Message
    let requestKey: RequestKey

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(selection)
        for version in [message.french, message.english] {
            parameters.append(version?.subject.text)
            parameters.append(version?.text.text)
        }
        parameters.append(requestKey.text)
    }

    static func decode(_ row: inout PostgresRow) throws -> MessageSending {
        let outcome = try row.decode(String.self)
        let message = try row.decode(Int64?.self)
        let recipients = Int(try row.decode(Int32?.self) ?? 0)
        guard outcome == "sent", let message else { return .nobody }
        return .sent(message: message, recipients: recipients)
    }
}

/// `api.test_message`
struct TestMessageStatement: PostgresStatement {
    static let sql = "select api.test_message($1, $2, $3, $4, $5, $6, $7, $8)"

    let actor: StaffActor
    let selection: MessageSelection
    let message: Message

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(selection.sessions)
        parameters.append(selection.themes.map(\.rawValue))
        parameters.append(selection.venues)
        for version in [message.french, message.english] {
            parameters.append(version?.subject.text)
            parameters.append(version?.text.text)
        }
    }

    /// Whether there was a session for an example.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(String.self) == "sent" }
}

/// `api.messages`
struct MessagesStatement: PostgresStatement {
    static let sql = """
        select id, written_at, sessions, session_title_fr, session_title_en, statuses, subject_fr, text_fr, subject_en,
            text_en, recipients, sent, waiting, failed
        from api.messages($1, $2)
        """

    let actor: StaffActor
    let message: Int64?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(message)
    }

    static func decode(_ row: inout PostgresRow) throws -> SentMessage {
        let (id, sentAt) = (try row.decode(Int64.self), try row.decode(Date.self))
        let sessions = Int(try row.decode(Int32.self))
        let (french, english) = (try row.decode(String?.self), try row.decode(String?.self))
        let statuses = try row.decode([String].self).compactMap(SignUp.Status.init(rawValue:))
        var form = Message.Form()
        form.subjectFr = try row.decode(String?.self) ?? ""
        form.textFr = try row.decode(String?.self) ?? ""
        form.subjectEn = try row.decode(String?.self) ?? ""
        form.textEn = try row.decode(String?.self) ?? ""
        return SentMessage(
            id: id, sentAt: sentAt, sessions: sessions,
            about: french.map { Localized(french: $0, english: english ?? $0) }, statuses: statuses, form: form,
            recipients: Int(try row.decode(Int32.self)), sent: Int(try row.decode(Int32.self)),
            waiting: Int(try row.decode(Int32.self)), failed: Int(try row.decode(Int32.self)))
    }
}

extension PostgresParameters {
    /// Slugs, themes, venues and statuses.
    fileprivate mutating func append(_ selection: MessageSelection) {
        append(selection.sessions)
        append(selection.themes.map(\.rawValue))
        append(selection.venues)
        append(selection.statuses.map(\.rawValue))
    }
}
