/// The parts of a posted form that carries a file (RFC 7578). Small forms only: all of it is in memory.
struct MultipartForm: Sendable {
    /// In their order; of a file, what is in it.
    let parts: [(name: String, value: [UInt8])]

    /// - Parameters:
    ///   - body: The whole of it.
    ///   - contentType: With the boundary.
    /// - Throws: `Refusal.badRequest` for what is not such a form.
    init(_ body: [UInt8], contentType: String) throws(Refusal) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw .badRequest
        }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter has no line before it.
        let bytes = Array("\r\n".utf8) + body
        var parts: [(String, [UInt8])] = []
        guard var position = Self.find(delimiter, in: bytes, from: 0) else { throw .badRequest }
        while true {
            position += delimiter.count
            if bytes[position...].starts(with: Array("--".utf8)) { break }
            guard let start = Self.find(Array("\r\n\r\n".utf8), in: bytes, from: position),
                let end = Self.find(delimiter, in: bytes, from: start + 2), parts.count < 100
            else { throw .badRequest }
            parts.append((try Self.name(in: bytes[position..<start]), Array(bytes[min(start + 4, end)..<end])))
            position = end
        }
        self.parts = parts
    }

    private static func name(in head: ArraySlice<UInt8>) throws(Refusal) -> String {
        guard let text = String(validating: head, as: UTF8.self) else { throw .badRequest }
        for line in text.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            if let name = parameter("name", of: String(line)) { return name }
        }
        throw .badRequest
    }

    /// A parameter of a header field, in quotes or not. Browsers percent-encode quotes in names; ours have none.
    private static func parameter(_ name: String, of field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : String(pair[1])
        }
        return nil
    }

    /// Where a pattern begins, at or behind a position.
    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        var position = start
        let last = bytes.count - pattern.count
        while position <= last {
            guard let next = bytes[position...last].firstIndex(of: pattern[0]) else { return nil }
            if bytes[next..<next + pattern.count].elementsEqual(pattern) { return next }
            position = next + 1
        }
        return nil
    }
}
