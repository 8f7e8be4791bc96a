internal import Foundation
public import Logging
public import Postgres
internal import Presentation
public import Registration
internal import RegistrationStore

/// The nightly job: every list of the edition, of one snapshot, in a folder that appears whole or not at all.
public struct NightlyExport: Sendable {
    /// What it does and where.
    public struct Plan: Sendable {
        /// Where they are written.
        public var nights: Nights
        /// `nil`: files are stored as they are.
        public var recipients: Recipients?
        /// Whether plain files are meant, where there are no recipients.
        public var allowsPlain: Bool
        /// Nights that are kept, tonight's included.
        public var retention: Int
        /// Whether a night that another instance wrote, elsewhere, is not written again.
        public var sharesNights: Bool

        public init(
            nights: Nights, recipients: Recipients?, allowsPlain: Bool, retention: Int = 30, sharesNights: Bool = false
        ) {
            self.nights = nights
            self.recipients = recipients
            self.allowsPlain = allowsPlain
            self.retention = retention
            self.sharesNights = sharesNights
        }

        /// Whether nights would be plain and nobody has said that they are meant to be.
        public var isRefused: Bool { recipients == nil && !allowsPlain }
    }

    /// How a run ended that did not fail.
    public enum Outcome: Sendable {
        case written(Manifest)
        /// By an earlier run, or by another instance.
        case alreadyThere(CalendarDay)
        case noEdition
    }

    private static let formats: [ListFormat] = [.csv, .xlsx]

    private let configuration: PostgresConfiguration
    private let plan: Plan
    private let logger: Logger

    /// - Parameter configuration: of a role that may export; connections are made for each run.
    public init(_ configuration: PostgresConfiguration, _ plan: Plan, logger: Logger) {
        self.configuration = configuration
        self.plan = plan
        self.logger = logger
    }

    /// Writes the night that it is by the database's clock, unless it is there. Of several that run at once, one writes it
    /// and the others wait for it.
    ///
    /// - Parameter progress: told now and then how many sign-ups of how many were written.
    /// - Throws: `ExportError` or `PostgresError`; the run is noted as failed.
    public func run(
        progress: @escaping @Sendable (_ rows: Int, _ expected: Int) async -> Void = { _, _ in }
    ) async throws -> Outcome {
        try await PostgresSession.with(configuration, logger: logger) { session in
            let database = ExportDatabase(session: session)
            try await database.liftLimits()
            try await database.lockNights()
            guard let status = try await database.status() else { return .noEdition }
            let today = CalendarDay(status.now, in: status.timeZone)
            let isThere = plan.nights.manifest(of: today) != nil
            if status.lastNight == today, isThere || plan.sharesNights { return .alreadyThere(today) }
            return try await PostgresSession.with(configuration, logger: logger) { other in
                try await begin(database, ExportDemand(session: other), progress)
            }
        }
    }

    private func begin(
        _ database: ExportDatabase, _ demand: ExportDemand, _ progress: @Sendable (Int, Int) async -> Void
    ) async throws -> Outcome {
        let run = try await database.beginNight(
            formats: Self.formats.map(\.rawValue).joined(separator: ","),
            columns: ExportColumn.everyday.map(\.rawValue).joined(separator: ","))
        guard let run else { return .noEdition }
        do {
            let (outcome, end) = try await write(run, database, demand, progress)
            try await database.endNight(run.id, end)
            return outcome
        } catch {
            await note(error, of: run, database)
            throw error
        }
    }

    private func write(
        _ run: NightRun, _ database: ExportDatabase, _ demand: ExportDemand,
        _ progress: @Sendable (Int, Int) async -> Void
    ) async throws -> (Outcome, NightEnd) {
        guard !plan.isRefused else { throw ExportError.refusedPlain }
        let layout = ListLayout(columns: ExportColumn.everyday, timeZone: run.timeZone)
        let (held, sessions, rows) = try await database.inOneSnapshot {
            (
                try await database.holdNight(run.id), try await database.sessions(of: run.id),
                try await database.rows(of: run.id, ListFormat.fields(of: Self.formats, layout))
            )
        }
        let night = CalendarDay(held.takenAt, in: run.timeZone)
        // It was written by a run that was killed before it could say so.
        if let manifest = plan.nights.manifest(of: night) { return (.alreadyThere(night), NightEnd(manifest)) }
        try plan.nights.prepare()
        plan.nights.removeOld(before: night, keeping: plan.retention)
        let manifest = try await write(night, held, sessions, rows, layout, run, Pace(demand), progress)
        plan.nights.removeOld(before: night, keeping: plan.retention)
        return (.written(manifest), NightEnd(manifest))
    }

    private func write(
        _ night: CalendarDay, _ held: HeldNight, _ sessions: [ExportedSession], _ rows: PostgresHeldRows,
        _ layout: ListLayout, _ run: NightRun, _ pace: Pace, _ progress: @Sendable (Int, Int) async -> Void
    ) async throws -> Manifest {
        let folder = try NightFolder(night, in: plan.nights, for: plan.recipients)
        let expected = sessions.reduce(0) { $0 + $1.signUps }
        let lists = try SessionLists(
            of: sessions, layout, as: Self.formats, in: folder,
            whole: ("_edition", layout.language.wholeListTitle(run.editionDay)))
        await pace.begin()
        try await lists.write(rows, pace: pace) { await progress($0, expected) }
        let manifest = Manifest(
            night: night, held: held, run: run, sessions: sessions, layout: layout, lists: lists,
            recipients: plan.recipients)
        try folder.write(manifest)
        try folder.appear()
        return manifest
    }

    /// On a connection of its own where the first one is lost. Where even that can't be, the next run notes that this one
    /// was interrupted. Not where the service was told to stop: it does the night again when it is back.
    private func note(_ error: any Error, of run: NightRun, _ database: ExportDatabase) async {
        guard !Task.isCancelled else { return }
        let end = NightEnd(error: recordable(error))
        if (try? await database.endNight(run.id, end)) != nil { return }
        _ = try? await PostgresSession.with(configuration, logger: logger) { session in
            try await ExportDatabase(session: session).endNight(run.id, end)
        }
    }
}

extension NightEnd {
    fileprivate init(_ manifest: Manifest) {
        self.init(
            night: CalendarDay(manifest.night), rows: manifest.rows, files: manifest.files.count,
            bytes: manifest.files.reduce(0) { $0 + $1.storedBytes }, changes: manifest.changes)
    }
}

extension Manifest {
    fileprivate init(
        night: CalendarDay, held: HeldNight, run: NightRun, sessions: [ExportedSession], layout: ListLayout,
        lists: SessionLists, recipients: Recipients?
    ) {
        let isCompared = held.before != nil
        self.init(
            night: night.description,
            snapshot: held.takenAt.formatted(
                Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: run.timeZone)),
            timeZone: run.timeZone.identifier, edition: run.editionDay.description,
            columns: layout.columns.map(\.rawValue), encryptedFor: recipients?.holders.map(\.name) ?? [],
            rows: lists.rows, agrees: sessions.allSatisfy(\.agreesWithCounters),
            since: held.before?.description,
            changes: isCompared ? held.changes.values.reduce(ExportChanges(), +) : nil,
            record: held.record, files: lists.files.sorted { $0.name < $1.name },
            sessions: sessions.map { session in
                Session(
                    slug: session.slug, signUps: session.signUps, confirmedPlaces: session.confirmedPlaces,
                    waiting: session.waiting, agrees: session.agreesWithCounters,
                    changes: isCompared ? held.changes[session.slug] ?? ExportChanges() : nil)
            })
    }
}
