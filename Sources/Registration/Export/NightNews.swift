/// What organisers are told of a nightly export: counts, and nothing about anybody.
public struct NightNews: Hashable, Sendable {
    /// The folder's date; `nil` where it failed before it had one.
    public let night: CalendarDay?
    public let rows: Int
    public let files: Int
    /// Since the night before; `nil` where there was none.
    public let changes: ExportChanges?
    /// Why it failed, in the operator's words.
    public let failure: String?

    public init(night: CalendarDay?, rows: Int, files: Int, changes: ExportChanges?, failure: String?) {
        self.night = night
        self.rows = rows
        self.files = files
        self.changes = changes
        self.failure = failure
    }
}
