internal import Foundation
internal import Postgres
internal import Registration

struct NoticesStatement: PostgresStatement {
    static let sql = """
        select id, venue, session, text_fr, text_en, since, until from api.notices
        order by venue is not null or session is not null, venue, session
        """

    func bind(_ parameters: inout PostgresParameters) {}

    static func decode(_ row: inout PostgresRow) throws -> Notice {
        let id = try row.decode(Int64.self)
        let venue = try row.decode(String?.self).map { Notice.Subject.venue(slug: $0) }
        let session = try row.decode(String?.self).map { Notice.Subject.session(slug: $0) }
        return Notice(
            id: id, subject: venue ?? session ?? .edition,
            text: Localized(french: try row.decode(String.self), english: try row.decode(String.self)),
            since: try row.decode(Date.self), until: try row.decode(Date?.self))
    }
}

/// How putting up a notice ended.
public enum NoticeSetting: String, Hashable, Sendable {
    case set
    case noEdition = "no_edition"
    case unknownVenue = "unknown_venue"
    case unknownSession = "unknown_session"
}

struct SetNoticeStatement: PostgresStatement {
    static let sql = "select api.set_notice($1, $2, $3, $4, $5, $6, $7)"

    let actor: StaffActor
    let subject: Notice.Subject
    let text: Localized
    let since: Date?
    let until: Date?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(subject.venue)
        parameters.append(subject.session)
        parameters.append(text.french)
        parameters.append(text.english)
        parameters.append(since)
        parameters.append(until)
    }

    static func decode(_ row: inout PostgresRow) throws -> NoticeSetting {
        let answer = try row.decode(String.self)
        guard let setting = NoticeSetting(rawValue: answer) else {
            throw UnexpectedAnswer(function: "api.set_notice", answer: answer)
        }
        return setting
    }
}

struct ClearNoticeStatement: PostgresStatement {
    static let sql = "select api.clear_notice($1, $2, $3)"

    let actor: StaffActor
    let subject: Notice.Subject

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(subject.venue)
        parameters.append(subject.session)
    }

    /// Whether there was one.
    static func decode(_ row: inout PostgresRow) throws -> Bool { try row.decode(Bool.self) }
}

extension Notice.Subject {
    fileprivate var venue: String? { if case .venue(let slug) = self { slug } else { nil } }
    fileprivate var session: String? { if case .session(let slug) = self { slug } else { nil } }
}
