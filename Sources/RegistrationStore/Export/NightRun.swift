public import Foundation
public import Registration

/// A nightly export that has begun.
public struct NightRun: Sendable {
    public let id: ExportDatabase.Run
    public let timeZone: TimeZone
    public let editionDay: CalendarDay
}

/// What a night's snapshot holds.
public struct HeldNight: Sendable {
    /// By the database's clock.
    public let takenAt: Date
    /// The folder's date of the night that it was compared with; `nil` where there was none.
    public let before: CalendarDay?
    /// What the record gained since.
    public let record: RecordDigest
    /// By slug; sessions where nothing changed may be missing.
    public let changes: [String: ExportChanges]

    public init(takenAt: Date, before: CalendarDay?, record: RecordDigest, changes: [String: ExportChanges]) {
        self.takenAt = takenAt
        self.before = before
        self.record = record
        self.changes = changes
    }
}

/// Entries of the record, as one number to compare by.
public struct RecordDigest: Codable, Hashable, Sendable {
    public let entries: Int
    /// Hexadecimal.
    public let sha256: String

    public init(entries: Int, sha256: String) {
        self.entries = entries
        self.sha256 = sha256
    }
}

/// How a nightly export ended.
public struct NightEnd: Sendable {
    public var night: CalendarDay?
    public var rows = 0
    public var files = 0
    public var bytes = 0
    public var changes: ExportChanges?
    /// Why it failed, without personal data; `nil` where it did not.
    public var error: String?

    public init(
        night: CalendarDay? = nil, rows: Int = 0, files: Int = 0, bytes: Int = 0, changes: ExportChanges? = nil,
        error: String? = nil
    ) {
        self.night = night
        self.rows = rows
        self.files = files
        self.bytes = bytes
        self.changes = changes
        self.error = error
    }
}
