public import Foundation

/// What an organiser typed of a notice, unchecked; times are `2026-11-28T09:30` in the edition's time zone.
public struct NoticeForm: Hashable, Sendable {
    public enum Field: String, CaseIterable, Sendable {
        case french = "text_fr"
        case english = "text_en"
        /// Empty: from now on.
        case since
        /// Empty: until it is cleared.
        case until
    }

    private let values: [Field: String]

    public subscript(field: Field) -> String { values[field] ?? "" }

    public init(_ value: (Field) -> String = { _ in "" }) {
        values = Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, value($0)) })
    }

    public init(_ notice: Notice, in timeZone: TimeZone) {
        values = [
            .french: notice.text.french, .english: notice.text.english,
            .since: LocalTime.text(notice.since, in: timeZone),
            .until: notice.until.map { LocalTime.text($0, in: timeZone) } ?? "",
        ]
    }

    /// - Throws: `DeskProblems` for `text_fr`, `text_en`, `since` and `until`.
    public func notice(
        in timeZone: TimeZone, now: Date
    ) throws(DeskProblems) -> (text: Localized, since: Date?, until: Date?) {
        let reader = DeskFormReader()
        func text(_ field: Field) -> String? {
            reader.parse(field.rawValue) { () throws(DeskProblem) in
                try DeskText.line(self[field], limit: Notice.textLimit)
            }
        }
        func time(_ field: Field) -> Date? {
            let text = self[field].trimmingWhitespace()
            if text.isEmpty { return nil }
            return reader.parse(field.rawValue) { () throws(DeskProblem) in try DeskTime.parse(text, in: timeZone) }
        }
        let (french, english) = (text(.french), text(.english))
        let (since, until) = (time(.since), time(.until))
        if let until {
            if until <= now {
                reader.add("until", .past)
            } else if let since, until <= since {
                reader.add("until", .endsBeforeStart)
            }
        }
        guard reader.entries.isEmpty, let french, let english else { throw reader.problems }
        return (Localized(french: french, english: english), since, until)
    }
}
