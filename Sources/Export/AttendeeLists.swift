public import Foundation
internal import Registration
public import RegistrationStore

/// Writes attendee lists: one CSV file per session, and one for the edition when all sessions are asked for.
public struct AttendeeLists: Sendable {
    /// What was written.
    public struct Report: Sendable {
        public var files = 0
        public var rows = 0
    }

    private let administration: Administration
    private let folder: URL

    public init(administration: Administration, folder: URL) {
        self.administration = administration
        self.folder = folder
    }

    private static let header = [
        "session", "title", "starts_at", "venue", "room", "reference", "name", "email", "places", "status", "position",
        "language", "signed_up_at",
    ]

    /// Reads everything in one snapshot, a line at a time, and writes each file whole or not at all.
    ///
    /// - Parameter slug: one session's; `nil` for all of them and the edition's list.
    /// - Throws: `ExportError`, or what the database says.
    public func write(session slug: String? = nil) async throws -> Report {
        try makeFolder()
        return try await administration.inOneSnapshot {
            let zone = try await administration.currentEdition()?.timeZone ?? .gmt
            let dates = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone)
            let sessions = try await administration.sessions()
            guard let slug else { return try await writeEdition(sessions, dates: dates) }
            guard let session = sessions.first(where: { $0.slug == slug }) else {
                throw ExportError.unknownSession(slug: slug)
            }
            let rows = try await writeFile(named: session.slug, sessions: [session], dates: dates)
            return Report(files: 1, rows: rows)
        }
    }

    private func writeEdition(_ sessions: [Session], dates: Date.ISO8601FormatStyle) async throws -> Report {
        var report = Report()
        for session in sessions {
            report.rows += try await writeFile(named: session.slug, sessions: [session], dates: dates)
            report.files += 1
        }
        // No slug begins like this, so that no session's list goes by the same name.
        _ = try await writeFile(named: "_edition", sessions: sessions, dates: dates)
        report.files += 1
        return report
    }

    private func writeFile(named name: String, sessions: [Session], dates: Date.ISO8601FormatStyle) async throws -> Int
    {
        var file = try AtomicFile(path: folder.appending(component: "\(name).csv").path)
        try file.append(CSVDialect.line(Self.header))
        var rows = 0
        for session in sessions {
            for try await attendee in administration.attendees(of: session.id) {
                try file.append(CSVDialect.line(Self.values(attendee, session, dates)))
                rows += 1
            }
        }
        try file.finish()
        return rows
    }

    private static func values(_ attendee: Attendee, _ session: Session, _ dates: Date.ISO8601FormatStyle) -> [String] {
        [
            session.slug, session.title.french, session.startsAt.formatted(dates), session.venue.name, session.room,
            attendee.reference.description, attendee.name, attendee.email, String(attendee.places),
            attendee.status.rawValue, attendee.position.map(String.init) ?? "", attendee.language.rawValue,
            attendee.signedUpAt.formatted(dates),
        ]
    }

    private func makeFolder() throws(ExportError) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .notWritten(path: folder.path, reason: error.localizedDescription) }
    }
}
