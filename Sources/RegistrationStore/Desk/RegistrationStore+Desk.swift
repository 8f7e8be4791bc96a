public import Foundation
internal import Postgres
public import Registration

/// What the organiser's desk asks. The database says no (`42501`) where the actor may not.
extension RegistrationStore {
    /// The sessions of the current edition, drafts and those that are off included, in the order of the day.
    public func deskSessions(actor: StaffActor) async throws(StoreError) -> [DeskSession] {
        try await all(DeskSessionsStatement(actor: actor, slug: nil))
    }

    public func deskSession(_ slug: String, actor: StaffActor) async throws(StoreError) -> DeskSession? {
        try await all(DeskSessionsStatement(actor: actor, slug: slug)).first
    }

    public func deskVenues(actor: StaffActor) async throws(StoreError) -> [DeskVenue] {
        try await all(DeskVenuesStatement(actor: actor))
    }

    public func deskHosts(actor: StaffActor) async throws(StoreError) -> [DeskHost] {
        try await all(DeskHostsStatement(actor: actor))
    }

    /// What became of a session since a version of it; `nil` where that is not known any more.
    public func change(
        of session: Session.ID, since version: Int, actor: StaffActor
    ) async throws(StoreError) -> SessionSince? {
        try await one(SessionSinceStatement(actor: actor, session: session, version: version))
    }

    /// Changes a session, with all that follows for people, or says what would follow.
    public func change(
        _ session: Session.ID, _ change: SessionChange, _ terms: ChangeTerms, actor: StaffActor
    ) async throws(StoreError) -> SessionEffect {
        let statement: ChangeSessionStatement
        do { statement = try ChangeSessionStatement(actor: actor, session: session, change, terms) } catch {
            throw .unexpected(error)
        }
        return try await one(statement)
    }

    public func createSession(
        _ wishes: SessionWishes, isPublished: Bool, actor: StaffActor
    ) async throws(StoreError) -> SessionCreation {
        let wishes = try json { try WishesJSON(wishes: wishes, isPublished: isPublished).json() }
        return try await one(CreateSessionStatement(actor: actor, wishes: wishes))
    }

    /// Puts drafts into the programme.
    public func publish(_ slugs: [String], actor: StaffActor) async throws(StoreError) -> Publication {
        try await one(PublishSessionsStatement(actor: actor, slugs: slugs))
    }

    // MARK: Venues, rooms and hosts

    /// Saves a venue and writes to those whom its name or address concerns.
    ///
    /// - Parameter id: `nil` for a new one.
    public func save(
        _ venue: Venue, id: DeskVenue.ID?, _ terms: PlaceTerms, actor: StaffActor
    ) async throws(StoreError) -> PlaceSaving {
        let columns = try json { Array(try JSONEncoder().encode(VenueColumns(venue: venue))) }
        return try await one(SaveVenueStatement(actor: actor, id: id, venue: columns, terms: terms))
    }

    /// As a venue.
    ///
    /// - Parameter id: `nil` for a new one.
    public func saveRoom(
        _ id: DeskRoom.ID?, name: String, capacity: Int, venue: String, _ terms: PlaceTerms, actor: StaffActor
    ) async throws(StoreError) -> PlaceSaving {
        try await one(
            SaveRoomStatement(actor: actor, venue: venue, id: id, name: name, capacity: capacity, terms: terms))
    }

    /// - Parameters:
    ///   - id: `nil` for a new one.
    ///   - version: that the organiser had before them.
    public func save(
        _ host: Registration.Host, contact: EmailAddress?, id: DeskHost.ID?, version: Int?, actor: StaffActor
    ) async throws(StoreError) -> PlaceSaving {
        try await one(SaveHostStatement(actor: actor, id: id, host: host, contact: contact, version: version))
    }

    /// What became of a venue, room, host or notice since a version of it; `nil` where that is not known any more.
    public func change(
        of kind: PartKind, _ id: Int64, since version: Int, actor: StaffActor
    ) async throws(StoreError) -> PartSince? {
        try await one(PartSinceStatement(actor: actor, kind: kind, id: id, version: version))
    }

    // MARK: Changes

    /// The changes of the last thirty days, the last first.
    public func changes(actor: StaffActor) async throws(StoreError) -> [ProgrammeChange] {
        try await all(DeskChangesStatement(actor: actor))
    }

    /// Undoes a change, with all that follows for people, or says what that would do.
    ///
    /// - Returns: `nil` where there is no such change any more.
    public func undo(
        _ change: ProgrammeChange.ID, _ terms: UndoTerms, actor: StaffActor
    ) async throws(StoreError) -> UndoEffect? {
        try await one(UndoChangeStatement(actor: actor, change: change, terms: terms))
    }

    // MARK: Files and notices

    /// Imports all lines or, where one is wrong, none; or says what that would do.
    ///
    /// - Parameter publishes: whether new sessions are in the programme at once.
    public func importFile(
        _ file: ImportFile, publishes: Bool, isDryRun: Bool, actor: StaffActor
    ) async throws(StoreError) -> ImportEffect {
        try await one(
            ImportStatement(file: file, publishes: publishes, isDryRun: isDryRun, actor: actor))
    }

    /// Puts up a notice, in place of the one that stood there.
    ///
    /// - Parameter seen: the one that the organiser saw there.
    public func setNotice(
        _ text: Localized, about subject: Notice.Subject, since: Date?, until: Date?, seen: SeenNotice,
        actor: StaffActor
    ) async throws(StoreError) -> NoticeChange<NoticeSetting> {
        try await one(
            SetNoticeStatement(
                actor: actor, subject: subject, text: text, since: since, until: until, seen: seen))
    }

    public func clearNotice(
        about subject: Notice.Subject, seen: SeenNotice, actor: StaffActor
    ) async throws(StoreError) -> NoticeChange<NoticeClearing> {
        try await one(ClearNoticeStatement(actor: actor, subject: subject, seen: seen))
    }

    public func notices() async throws(StoreError) -> [Notice] { try await all(NoticesStatement()) }

    private func json(_ encode: () throws -> [UInt8]) throws(StoreError) -> PostgresJSON {
        do { return PostgresJSON(bytes: try encode()) } catch { throw .unexpected(error) }
    }
}
