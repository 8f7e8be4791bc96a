/// Comma-separated values as RFC 4180 has them: quotes only where they are needed, CRLF, UTF-8. There is no line `sep=`,
/// which only one program understands and every other shows.
public enum CSVDialect: String, CaseIterable, Sendable {
    /// Commas, no byte order mark: for programs, and for publishing.
    case open
    /// Semicolons and a byte order mark: what an Excel that is set to French opens with a double click, accents and all.
    case excel

    var separator: UInt8 { UInt8(ascii: self == .open ? "," : ";") }

    /// What a file begins with.
    var mark: [UInt8] { self == .open ? [] : [0xEF, 0xBB, 0xBF] }

    /// One line of the open dialect, its end included.
    public static func line(_ values: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (index, value) in values.enumerated() {
            if index > 0 { line.append(open.separator) }
            open.append(value, to: &line)
        }
        return line + lineEnd
    }

    static let lineEnd = Array("\r\n".utf8)

    /// Appends one value. What a spreadsheet would take for a formula gets one leading apostrophe, so that it stays text
    /// (OWASP, "CSV injection"). Byte by byte: a quote with a combining mark behind it is a quote all the same.
    func append(_ value: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) {
        guard let first = value.first else { return }
        let needsQuotes = value.contains { $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 13 || $0 == 10 }
        if needsQuotes { line.append(UInt8(ascii: "\"")) }
        if Self.startsFormula(first) { line.append(UInt8(ascii: "'")) }
        guard needsQuotes else { return line.append(contentsOf: value) }
        for byte in value {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }

    func append(_ value: String, to line: inout [UInt8]) {
        var value = value
        value.withUTF8 { append($0, to: &line) }
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13, 0: true
        default: false
        }
    }
}
