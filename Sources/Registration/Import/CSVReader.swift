/// Reads comma- or semicolon-separated values (RFC 4180) and knows the line of everything, so that whoever wrote the file
/// can be shown the place.
///
/// Ours rather than a library's because the ones at hand lose the line numbers of records whose values span lines.
struct CSVReader {
    /// The most bytes in one record: no line of ours comes near, and a broken quote can't swallow a whole file.
    static let recordLimit = 64 * 1024

    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    /// One record, and the line that it starts on, counted from 1.
    struct Record: Hashable, Sendable {
        let line: Int
        let fields: [String]
    }

    /// - Throws: `ImportProblem` where the bytes are not UTF-8 text; the whole file is looked at.
    init(_ bytes: [UInt8]) throws(ImportProblem) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        // A semicolon in the first line means that Excel in French wrote the file; headers hold neither as text.
        let header = self.bytes.prefix { $0 != UInt8(ascii: "\n") }
        separator = header.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
        try checkEncoding()
    }

    /// The next record that is not a blank line; `nil` at the end.
    ///
    /// - Throws: `ImportProblem` for a quote that does not end, text after one, or a line that is too long.
    mutating func next() throws(ImportProblem) -> Record? {
        while position < bytes.count, bytes[position] == UInt8(ascii: "\r") || bytes[position] == UInt8(ascii: "\n") {
            step()
        }
        guard position < bytes.count else { return nil }
        let start = (line: line, position: position)
        var fields: [String] = []
        while true {
            fields.append(try field(of: start))
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        return Record(line: start.line, fields: fields)
    }

    private mutating func field(of start: (line: Int, position: Int)) throws(ImportProblem) -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return try plainField(of: start) }
        position += 1
        var text: [UInt8] = []
        while true {
            try checkLength(of: start)
            guard position < bytes.count else {
                throw ImportProblem(line: start.line, .openQuote)
            }
            let byte = bytes[position]
            step()
            if byte != UInt8(ascii: "\"") {
                text.append(byte)
            } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                text.append(byte)
                position += 1
            } else {
                break
            }
        }
        guard position == bytes.count || isEnd(bytes[position]) else {
            throw ImportProblem(line: line, .textBehindQuote)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func plainField(of start: (line: Int, position: Int)) throws(ImportProblem) -> String {
        let from = position
        while position < bytes.count, !isEnd(bytes[position]) {
            position += 1
            try checkLength(of: start)
        }
        return String(decoding: bytes[from..<position], as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n")
    }

    private mutating func step() {
        if bytes[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    private func checkLength(of start: (line: Int, position: Int)) throws(ImportProblem) {
        guard position - start.position <= Self.recordLimit else {
            throw ImportProblem(line: start.line, .recordTooLong(kibibytes: Self.recordLimit / 1024))
        }
    }

    private func checkEncoding() throws(ImportProblem) {
        if let zero = bytes.firstIndex(of: 0) {
            throw ImportProblem(line: lineNumber(of: zero), .nulByte)
        }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return
            case .error:
                throw ImportProblem(line: lineNumber(of: offset), .notUTF8(byte: offset + 1))
            }
        }
    }

    private func lineNumber(of offset: Int) -> Int {
        1 + bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    }
}
