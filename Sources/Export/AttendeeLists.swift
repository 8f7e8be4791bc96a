public import Foundation
internal import Presentation
public import Registration
public import RegistrationStore

/// Attendee lists that somebody asked for: one for each session and, where there are several, one of all.
public struct AttendeeLists: Sendable {
    /// What was written.
    public struct Report: Sendable {
        /// Lists in all formats.
        public let files: Int
        /// Sign-ups, each counted once.
        public let rows: Int
        /// Of all files together.
        public let bytes: Int
    }

    private let database: ExportDatabase
    private let folder: URL
    private let formats: [ListFormat]
    private let layout: ListLayout
    private let demand: ExportDemand?

    /// - Parameters:
    ///   - layout: Its time zone does not count: lists are in the edition's.
    ///   - demand: tells whether to step back; `nil` for full speed.
    public init(
        database: ExportDatabase, folder: URL, formats: [ListFormat] = [.csv], layout: ListLayout = ListLayout(),
        demand: ExportDemand? = nil
    ) {
        self.database = database
        self.folder = folder
        self.formats = formats
        self.layout = layout
        self.demand = demand
    }

    /// Reads everything in one snapshot, piece by piece. The lists appear when all are whole.
    ///
    /// - Parameter progress: told now and then how many sign-ups of how many were written.
    /// - Throws: `ExportRefusal`, `ExportError`, or what the database says.
    public func write(
        _ scope: ExportScope = .edition, actor: String,
        progress: @Sendable (_ rows: Int, _ expected: Int) async -> Void = { _, _ in }
    ) async throws -> Report {
        try await database.liftLimits()
        let run = try await database.begin(
            scope, actor: actor, formats: formats.map(\.rawValue).joined(separator: ","),
            columns: layout.columns.map(\.rawValue).joined(separator: ","))
        do {
            let report = try await write(scope, run, progress)
            try await database.end(run, rows: report.rows, files: report.files, bytes: report.bytes)
            return report
        } catch {
            try? await database.end(run, rows: 0, files: 0, bytes: 0, error: recordable(error))
            throw error
        }
    }

    private func write(
        _ scope: ExportScope, _ run: ExportDatabase.Run, _ progress: @Sendable (Int, Int) async -> Void
    ) async throws -> Report {
        try await database.hold(run)
        let files = try PartialFiles(folder: folder.path)
        let (lists, rows, expected) = try await database.inOneSnapshot {
            let edition = try await database.currentEdition()
            let sessions = try await database.sessions(of: run)
            var layout = layout
            layout.timeZone = edition?.timeZone ?? .gmt
            let expected = sessions.reduce(0) { $0 + $1.signUps }
            let lists = try SessionLists(
                of: sessions, layout, as: formats, in: files,
                whole: scope.wholeList.map { ($0, layout.language.wholeListTitle(edition?.firstDay)) })
            return (lists, try await database.rows(of: run, lists.fields), expected)
        }
        let pace = Pace(demand)
        await pace.begin()
        try await lists.write(rows, pace: pace) { await progress($0, expected) }
        try files.appear()
        return Report(files: lists.files.count, rows: lists.rows, bytes: lists.files.reduce(0) { $0 + $1.bytes })
    }
}

extension ExportScope {
    /// The name of the list of all its sessions. No slug begins like this, so that no session's list goes by the same name.
    fileprivate var wholeList: String? {
        switch self {
        case .edition: "_edition"
        case .venue(let slug): "_venue-\(slug)"
        case .sessions(let slugs): slugs.count == 1 ? nil : "_selection"
        }
    }
}
