internal import Foundation
internal import Presentation
internal import Registration
internal import RegistrationStore

/// A list as JSON lines (jsonlines.org): an object for each row, `null` for what is empty.
final class JSONLinesWriter: ListWriter {
    private let columns: ListColumns
    /// `,"name":` of each column; the first begins the object.
    private let keys: [[UInt8]]
    private var clock: ZoneClock
    private var bytes: [UInt8] = []
    /// What stands before each column in a row of this session: the key and, of the session's own, the value.
    private var before: [[UInt8]] = []

    init(_ layout: ListLayout, _ fields: [ExportField]) {
        columns = ListColumns(layout.columns, in: fields)
        keys = layout.columns.enumerated().map { Array("\($0 == 0 ? "{" : ",")\"\($1.rawValue)\":".utf8) }
        clock = ZoneClock(layout.timeZone)
    }

    func turn(to session: ExportedSession) {
        before = zip(keys, columns.columns).map { key, column in
            var bytes = key
            switch column.value(of: session) {
            case .text(let text):
                var text = ListReader.program.text(text)
                text.withUTF8 { Self.append($0, to: &bytes) }
            case .instant(let instant): append(instant, to: &bytes)
            case nil: break
            }
            return bytes
        }
    }

    func add(_ row: BinaryRows) {
        for (column, source) in columns.sources.enumerated() {
            bytes.append(contentsOf: before[column])
            let length = bytes.count
            switch source {
            case .session: continue
            case .number(let field): if let number = row.number(field) { bytes.appendDecimal(number) }
            case .instant(let field): if let instant = row.instant(field) { append(instant, to: &bytes) }
            case .reference(let field):
                guard let id = row.number(field) else { break }
                bytes.append(contentsOf: "\"\(Reference(signUp: Int64(id)))\"".utf8)
            case .status(let field), .text(let field): row.withText(field) { Self.append($0, to: &bytes) }
            }
            if bytes.count == length { bytes.append(contentsOf: "null".utf8) }
        }
        bytes.append(contentsOf: "}\n".utf8)
    }

    func end() {}

    func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private func append(_ instant: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        clock.read(instant).appendISO8601(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A string with what RFC 8259, section 7, wants escaped.
    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<32:
                let digits = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
