internal import Foundation
internal import Postgres
public import Registration

struct NoticesStatement: PostgresStatement {
    static let sql = """
        select id, version, venue, session, text_fr, text_en, since, until from api.notices
        order by venue is not null or session is not null, venue, session
        """

    static func decode(_ row: inout PostgresRow) throws -> Notice {
        let id = try row.decode(Int64.self)
        let version = Int(try row.decode(Int32.self))
        let venue = try row.decode(String?.self).map { Notice.Subject.venue(slug: $0) }
        let session = try row.decode(String?.self).map { Notice.Subject.session(slug: $0) }
        return Notice(
            id: id, version: version, subject: venue ?? session ?? .edition,
            text: try row.decodeLocalized(),
            since: try row.decode(Date.self), until: try row.decode(Date?.self))
    }
}

/// The notice that an organiser had before them.
public struct SeenNotice: Hashable, Sendable {
    /// 0 for none.
    public let id: Notice.ID
    public let version: Int

    public init(id: Notice.ID, version: Int) {
        self.id = id
        self.version = version
    }
}

/// How putting up a notice, or taking it down, ended.
public struct NoticeChange<Outcome: Hashable & Sendable>: Hashable, Sendable {
    public let outcome: Outcome
    /// What can be undone.
    public let change: ProgrammeChange.ID?
}

public enum NoticeSetting: String, Hashable, Sendable {
    case set
    /// Somebody else has changed it meanwhile.
    case outdated
    case noEdition = "no_edition"
    case unknownVenue = "unknown_venue"
    case unknownSession = "unknown_session"
}

public enum NoticeClearing: String, Hashable, Sendable {
    case cleared, outdated
    /// There was none.
    case none
}

struct SetNoticeStatement: PostgresStatement {
    static let sql = "select api.set_notice($1, $2, $3, $4, $5, $6, $7, $8, $9)"

    let actor: StaffActor
    let subject: Notice.Subject
    let text: Localized
    let since: Date?
    let until: Date?
    /// `nil`: whichever.
    let seen: SeenNotice?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(subject.venue)
        parameters.append(subject.session)
        parameters.append(text.french)
        parameters.append(text.english)
        parameters.append(since)
        parameters.append(until)
        parameters.append(seen?.id)
        parameters.append((seen?.version).map(Int32.init))
    }

    static func decode(_ row: inout PostgresRow) throws -> NoticeChange<NoticeSetting> {
        try row.decode(PostgresJSON.self).decodeObject(NoticeChangeJSON.self).noticeChange()
    }
}

struct ClearNoticeStatement: PostgresStatement {
    static let sql = "select api.clear_notice($1, $2, $3, $4, $5)"

    let actor: StaffActor
    let subject: Notice.Subject
    /// `nil`: whichever.
    let seen: SeenNotice?

    func bind(_ parameters: inout PostgresParameters) {
        parameters.append(actor.description)
        parameters.append(subject.venue)
        parameters.append(subject.session)
        parameters.append(seen?.id)
        parameters.append((seen?.version).map(Int32.init))
    }

    static func decode(_ row: inout PostgresRow) throws -> NoticeChange<NoticeClearing> {
        try row.decode(PostgresJSON.self).decodeObject(NoticeChangeJSON.self).noticeChange()
    }
}

private struct NoticeChangeJSON: Decodable {
    let outcome: String
    let change: Int64?

    func noticeChange<Outcome: RawRepresentable<String> & Hashable & Sendable>() throws -> NoticeChange<Outcome> {
        NoticeChange(outcome: try word(outcome), change: change)
    }
}

extension Notice.Subject {
    fileprivate var venue: String? { if case .venue(let slug) = self { slug } else { nil } }
    fileprivate var session: String? { if case .session(let slug) = self { slug } else { nil } }
}
