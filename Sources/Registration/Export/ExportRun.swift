public import Foundation

/// An export that was made, is being made or failed.
public struct ExportRun: Identifiable, Hashable, Sendable {
    public enum Kind: String, Sendable {
        /// By a person or a program.
        case asked
        case nightly
    }

    public enum State: Hashable, Sendable {
        case underWay, done
        /// With the reason, without personal data.
        case failed(String)
    }

    public let id: Int64
    public let kind: Kind
    /// `edition`, `venue:SLUG`, `session:SLUG` or `selection`.
    public let scope: String
    public let formats: String
    /// Of a night: the name of its folder.
    public let night: CalendarDay?
    public let startedAt: Date
    public let endedAt: Date?
    public let state: State
    /// Sign-ups, so far or in all.
    public let rows: Int
    public let files: Int
    public let bytes: Int64
    /// Since the night before; `nil` where there was none.
    public let changes: ExportChanges?

    public init(
        id: Int64, kind: Kind, scope: String, formats: String, night: CalendarDay?, startedAt: Date, endedAt: Date?,
        state: State, rows: Int, files: Int, bytes: Int64, changes: ExportChanges?
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        self.formats = formats
        self.night = night
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.state = state
        self.rows = rows
        self.files = files
        self.bytes = bytes
        self.changes = changes
    }
}

/// What changed since the night before, in sign-ups.
public struct ExportChanges: Hashable, Sendable, Codable {
    /// Not on the list before.
    public var new: Int
    /// On both, and a list shows something else of them.
    public var changed: Int
    /// Not on the list any more: cancelled or erased.
    public var cancelled: Int

    public init(new: Int = 0, changed: Int = 0, cancelled: Int = 0) {
        self.new = new
        self.changed = changed
        self.cancelled = cancelled
    }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            new: left.new + right.new, changed: left.changed + right.changed,
            cancelled: left.cancelled + right.cancelled)
    }
}
