public import Foundation
public import Postgres
public import Registration

/// What the commands ask of the database, on a connection of their own.
public struct Administration: Sendable {
    let session: PostgresSession

    public init(session: PostgresSession) { self.session = session }

    // MARK: Editions

    /// Makes an edition, and the current one of it when there is none yet.
    public func createEdition(
        firstDay: CalendarDay, lastDay: CalendarDay, timeZone: TimeZone, opensAt: Date?, closesAt: Date?
    ) async throws -> Edition.ID {
        try await session.one(
            CreateEditionStatement(
                firstDay: firstDay, lastDay: lastDay, timeZone: timeZone, opensAt: opensAt, closesAt: closesAt))
    }

    public func editions() async throws -> [ListedEdition] { try await session.execute(EditionsStatement()) }

    /// - Returns: whether there is such an edition.
    public func useEdition(_ id: Edition.ID) async throws -> Bool { try await session.one(UseEditionStatement(id: id)) }

    /// States what the law asks the organiser of an edition to say.
    ///
    /// - Returns: whether there is such an edition.
    public func describeEdition(_ id: Edition.ID, _ duties: Duties) async throws -> Bool {
        try await session.one(DescribeEditionStatement(id: id, duties: duties))
    }

    public func currentEdition() async throws -> Edition? { try await session.execute(CurrentEditionStatement()).first }

    // MARK: Programme

    /// Imports all lines or, where one is wrong or `commit` is false, none.
    public func importFile(_ file: ImportFile, commit: Bool) async throws -> ImportEffect {
        try await session.one(ImportStatement(file: file, publishes: true, isDryRun: !commit, actor: .command))
    }

    public func sessions() async throws -> [Session] { try await session.execute(ProgrammeStatement()) }

    // MARK: Notices

    /// Puts up a notice, in place of the one that stood there.
    ///
    /// - Parameter since: `nil`: from now on.
    public func setNotice(
        _ text: Localized, about subject: Notice.Subject, since: Date?, until: Date?
    ) async throws -> NoticeSetting {
        try await session.one(
            SetNoticeStatement(
                actor: .command, subject: subject, text: text, since: since, until: until, seen: nil)
        ).outcome
    }

    /// - Returns: whether there was one.
    public func clearNotice(about subject: Notice.Subject) async throws -> Bool {
        try await session.one(ClearNoticeStatement(actor: .command, subject: subject, seen: nil)).outcome == .cleared
    }

    /// Those of the current edition, the ones to come and the ones past included.
    public func notices() async throws -> [Notice] { try await session.execute(NoticesStatement()) }

    // MARK: Tokens

    /// Stores the hash of a token under a name that no live token has.
    public func createToken(_ token: APIToken, name: String, scopes: [Scope]) async throws {
        _ = try await session.one(CreateTokenStatement(name: name, scopes: scopes, token: token))
    }

    public func tokens() async throws -> [ListedToken] { try await session.execute(TokensStatement()) }

    /// - Returns: whether there was a live token of that name.
    public func revokeToken(name: String) async throws -> Bool {
        try await session.one(RevokeTokenStatement(name: name))
    }

    // MARK: Mail

    /// How many mails wait, and since when the oldest does.
    public func outbox() async throws -> OutboxSummary { try await session.one(OutboxStatement()) }
}
