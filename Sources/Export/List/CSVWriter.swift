internal import Foundation
internal import Presentation

/// A list as CSV: keys and ISO 8601 in the open dialect, headings and words in Excel's.
final class CSVWriter: ListWriter {
    private let dialect: CSVDialect
    private let reader: ListReader
    private var clock: ZoneClock
    private var bytes: [UInt8]

    init(_ layout: ListLayout) {
        dialect = layout.dialect
        reader = layout.dialect == .open ? .program : .person(layout.language)
        clock = ZoneClock(layout.timeZone)
        bytes = layout.dialect.mark
        for (index, column) in layout.columns.enumerated() {
            if index > 0 { bytes.append(dialect.separator) }
            dialect.append(column.label(for: reader).utf8, to: &bytes)
        }
        bytes += CSVDialect.lineEnd
    }

    func add(_ row: [ListValue]) {
        for (index, value) in row.enumerated() {
            if index > 0 { bytes.append(dialect.separator) }
            switch value {
            case .empty: break
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .instant(let instant):
                let reading = clock.read(instant)
                if dialect == .open { reading.appendISO8601(to: &bytes) } else { reading.appendFrench(to: &bytes) }
            case .text, .localized, .status:
                if let text = value.text(for: reader) { dialect.append(text, to: &bytes) }
            }
        }
        bytes += CSVDialect.lineEnd
    }

    func end() {}

    func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}
