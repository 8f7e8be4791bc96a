internal import Foundation
internal import Presentation

/// A list as JSON lines (jsonlines.org): an object for each row, `null` for what is empty.
final class JSONLinesWriter: ListWriter {
    /// `"name":` of each column.
    private let keys: [[UInt8]]
    private var clock: ZoneClock
    private var bytes: [UInt8] = []

    init(_ layout: ListLayout) {
        keys = layout.columns.map { Array("\"\($0.rawValue)\":".utf8) }
        clock = ZoneClock(layout.timeZone)
    }

    func add(_ row: [ListValue]) {
        for (index, value) in row.enumerated() {
            bytes.append(UInt8(ascii: index == 0 ? "{" : ","))
            bytes += keys[index]
            switch value {
            case .empty: bytes.append(contentsOf: "null".utf8)
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .instant(let instant):
                bytes.append(UInt8(ascii: "\""))
                clock.read(instant).appendISO8601(to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            case .text, .localized, .status: append(value.text(for: .program) ?? [])
            }
        }
        bytes.append(contentsOf: "}\n".utf8)
    }

    func end() {}

    func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// A string with what RFC 8259, section 7, wants escaped.
    private func append(_ text: ArraySlice<UInt8>) {
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
