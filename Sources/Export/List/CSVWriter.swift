internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A list as CSV: keys and ISO 8601 in the open dialect, headings and words in Excel's.
final class CSVWriter: ListWriter {
    private let dialect: CSVDialect
    private let reader: ListReader
    private let columns: ListColumns
    private var clock: ZoneClock
    private var bytes: [UInt8]
    /// What stands before each column in a row of this session: the separator and, of the session's own, the value.
    private var before: [[UInt8]]

    init(_ layout: ListLayout, _ fields: [ExportField]) {
        dialect = layout.dialect
        reader = layout.dialect == .open ? .program : .person(layout.language)
        columns = ListColumns(layout.columns, in: fields)
        clock = ZoneClock(layout.timeZone)
        before = []
        bytes = layout.dialect.mark
        for (index, column) in layout.columns.enumerated() {
            if index > 0 { bytes.append(dialect.separator) }
            dialect.append(reader.heading(of: column), to: &bytes)
        }
        bytes += CSVDialect.lineEnd
    }

    func turn(to session: ExportedSession) {
        before = columns.columns.enumerated().map { index, column in
            var bytes = index > 0 ? [dialect.separator] : []
            switch column.value(of: session) {
            case .text(let text): dialect.append(reader.text(text), to: &bytes)
            case .instant(let instant): append(instant, to: &bytes)
            case nil: break
            }
            return bytes
        }
    }

    func add(_ row: BinaryRows) {
        for (column, source) in columns.sources.enumerated() {
            bytes.append(contentsOf: before[column])
            switch source {
            case .session: break
            case .number(let field): if let number = row.number(field) { bytes.appendDecimal(number) }
            case .instant(let field): if let instant = row.instant(field) { append(instant, to: &bytes) }
            case .reference(let field):
                guard let id = row.number(field) else { continue }
                bytes.append(contentsOf: Reference(signUp: Int64(id)).description.utf8)
            case .status(let field): row.withText(field) { dialect.append(reader.status($0), to: &bytes) }
            case .text(let field): row.withText(field) { dialect.append($0, to: &bytes) }
            }
        }
        bytes.append(13)
        bytes.append(10)
    }

    func end() {}

    func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private func append(_ instant: Int, to bytes: inout [UInt8]) {
        let reading = clock.read(instant)
        if dialect == .open { reading.appendISO8601(to: &bytes) } else { reading.appendFrench(to: &bytes) }
    }
}
