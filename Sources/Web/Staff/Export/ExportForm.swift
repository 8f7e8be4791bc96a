internal import Export
internal import Presentation
internal import Registration
internal import RegistrationStore

/// The kinds of file that the page of exports offers.
enum ExportKind: String, CaseIterable, Sendable {
    case xlsx, excel, csv, json, sheet

    var format: ListFormat {
        switch self {
        case .xlsx: .xlsx
        case .excel, .csv: .csv
        case .json: .json
        case .sheet: .sheet
        }
    }

    var dialect: CSVDialect { self == .excel ? .excel : .open }

    var name: Localized {
        let texts = Texts.all.exports
        return switch self {
        case .xlsx: texts.xlsx
        case .excel: texts.excel
        case .csv: texts.csv
        case .json: texts.json
        case .sheet: texts.sheet
        }
    }
}

/// What somebody wants to export, as the form has it.
struct ExportForm: Sendable {
    /// What is wrong, beside the field that it is about.
    struct Problem: Sendable {
        let field: String
        let text: Localized
    }

    /// Where neither a venue nor sessions are chosen: the whole edition.
    var venue = ""
    var sessions: [String] = []
    var kind = ExportKind.xlsx
    var columns = ExportColumn.atTheDoor
    var saveAs = ""

    init() {}

    init(_ fields: FormFields) {
        venue = fields["venue"]
        sessions = fields.all("session")
        kind = ExportKind(rawValue: fields["kind"]) ?? .xlsx
        let keys = Set(fields.all("column"))
        columns = ExportColumn.allCases.filter { keys.contains($0.rawValue) }
        saveAs = String(fields["save_as"].trimmingPrefix { $0 == " " })
    }

    /// What is to be exported.
    ///
    /// - Throws: everything that is wrong.
    func asked(in programme: Programme) throws(Refused) -> ExportScope {
        var problems: [Problem] = []
        let texts = Texts.all.exports
        let known = sessions.filter { programme.session(slug: $0) != nil }
        if !venue.isEmpty, programme.venue(slug: venue) == nil {
            problems.append(Problem(field: "venue", text: texts.noVenue))
        }
        if !sessions.isEmpty, known.isEmpty { problems.append(Problem(field: "session", text: texts.noSession)) }
        if !venue.isEmpty, !sessions.isEmpty { problems.append(Problem(field: "venue", text: texts.oneOnly)) }
        if columns.isEmpty { problems.append(Problem(field: "column-name", text: texts.noColumn)) }
        if saveAs.count > 60 { problems.append(Problem(field: "save_as", text: texts.nameTooLong)) }
        guard problems.isEmpty else { throw Refused(problems: problems) }
        if !venue.isEmpty { return .venue(venue) }
        return known.isEmpty ? .edition : .sessions(known)
    }

    struct Refused: Error {
        let problems: [Problem]
    }
}
