public import Foundation
public import Presentation
public import Registration
internal import RegistrationStore

/// What a list looks like.
public struct ListLayout: Sendable {
    /// From the left.
    public var columns: [ExportColumn]
    /// Of CSV; other formats have none.
    public var dialect: CSVDialect
    /// Of headings, words and titles, where a person reads them.
    public var language: Language
    /// In which instants are told.
    public var timeZone: TimeZone

    /// What a host needs at the door, for programs.
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
    /// A session's sign-in sheet, to be printed.
    case sheet

    /// Behind the dot of a file's name.
    public var fileExtension: String {
        switch self {
        case .csv, .xlsx: rawValue
        case .json: "jsonl"
        case .sheet: "html"
        }
    }

    /// The media type of an answer over HTTP.
    public var mediaType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/jsonl; charset=utf-8"
        case .sheet: "text/html; charset=utf-8"
        }
    }

    /// Whether a row is written alike whatever list it is in.
    var isLineByLine: Bool { self == .csv || self == .json }

    /// Whether there is a list of several sessions. Sheets are for one door each.
    var holdsSeveral: Bool { self != .sheet }

    /// What has to be read of each sign-up for these formats together.
    static func fields(of formats: [ListFormat], _ layout: ListLayout) -> [ExportField] {
        ListColumns.fields(of: formats.flatMap { $0 == .sheet ? SheetWriter.columns(layout) : layout.columns })
    }

    /// - Parameters:
    ///   - fields: what is read of each sign-up.
    ///   - title: what stands above a printed list.
    func writer(_ layout: ListLayout, _ fields: [ExportField], title: String) throws(ExportError) -> any ListWriter {
        switch self {
        case .csv: CSVWriter(layout, fields)
        case .json: JSONLinesWriter(layout, fields)
        case .xlsx: try XLSXWriter(layout, fields, title: title)
        case .sheet: SheetWriter(layout, fields, title: title)
        }
    }
}
