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
    /// By slug; sessions where nothing changed may be missing.
    public let changes: [String: ExportChanges]

    public init(takenAt: Date, before: CalendarDay?, changes: [String: ExportChanges]) {
        self.takenAt = takenAt
        self.before = before
        self.changes = changes
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
