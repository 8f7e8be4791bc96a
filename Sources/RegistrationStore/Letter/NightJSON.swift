internal import Registration

/// What `app.write_night_letters` has told of a night.
struct NightJSON: Decodable {
    let night: String?
    let rows: Int
    let files: Int
    let new: Int?
    let changed: Int?
    let cancelled: Int?
    let error: String?

    func news() throws -> NightNews {
        var changes: ExportChanges?
        if let new, let changed, let cancelled {
            changes = ExportChanges(new: new, changed: changed, cancelled: cancelled)
        }
        return NightNews(
            night: night.flatMap { CalendarDay($0) }, rows: rows, files: files, changes: changes, failure: error)
    }
}
