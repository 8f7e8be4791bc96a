public import Foundation
public import Presentation
public import Registration

/// What a list looks like.
public struct ListLayout: Sendable {
    public var columns: [ExportColumn]
    public var dialect: CSVDialect
    /// Of headings, words and titles, where a person reads them.
    public var language: Language
    /// In which instants are told.
    public var timeZone: TimeZone

    public init(
        columns: [ExportColumn] = ExportColumn.atTheDoor, dialect: CSVDialect = .open, language: Language = .french,
        timeZone: TimeZone = .gmt
    ) {
        self.columns = columns
        self.dialect = dialect
        self.language = language
        self.timeZone = timeZone
    }
}

/// The formats of lists.
public enum ListFormat: String, CaseIterable, Hashable, Sendable {
    case csv, xlsx, json

    /// Behind the dot of a file's name.
    public var fileExtension: String { self == .json ? "jsonl" : rawValue }

    /// The media type of an answer over HTTP.
    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/jsonl; charset=utf-8"
        }
    }

    /// - Parameter title: what stands above a printed list.
    func writer(_ layout: ListLayout, title: String) throws(ExportError) -> any ListWriter {
        switch self {
        case .csv: CSVWriter(layout)
        case .json: JSONLinesWriter(layout)
        case .xlsx: try XLSXWriter(layout, title: title)
        }
    }
}

extension ExportColumn {
    func label(for reader: ListReader) -> String {
        switch reader {
        case .program: rawValue
        case .person(let language): heading[language]
        }
    }
}
