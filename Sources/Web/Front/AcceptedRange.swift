internal import Registration

/// One member of an `Accept`, `Accept-Encoding` or `Accept-Language` field: what the client takes, and how gladly (RFC 9110,
/// section 12.4.2).
struct AcceptedRange: Equatable {
    /// In lower case.
    let name: String
    /// Above 0, which would mean that it is not taken.
    let weight: Double

    /// What a field names and does not forbid, in its order.
    static func list(_ field: String?) -> [AcceptedRange] {
        // By bytes: this is read for each page.
        (field ?? "").utf8.split(separator: UInt8(ascii: ",")).compactMap { member -> AcceptedRange? in
            let pieces = member.split(separator: UInt8(ascii: ";"))
            guard let name = pieces.first.flatMap({ String($0.trimmed) }), !name.isEmpty else { return nil }
            let weight = pieces.dropFirst().lazy.compactMap { Self.weight($0.trimmed) }.first ?? 1
            return weight > 0 ? AcceptedRange(name: name.lowercased(), weight: weight) : nil
        }
    }

    private static func weight(_ parameter: Substring.UTF8View) -> Double? {
        guard let parameter = String(parameter), parameter.prefix(2).lowercased() == "q=" else { return nil }
        return Double(parameter.dropFirst(2))
    }
}

extension Substring.UTF8View {
    /// Without the white space of header fields around it.
    fileprivate var trimmed: Substring.UTF8View {
        var rest = self
        while let first = rest.first, first.isSpace { rest.removeFirst() }
        while let last = rest.last, last.isSpace { rest.removeLast() }
        return rest
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

extension Language {
    /// The language to answer in, from an `Accept-Language` field; French where it names neither.
    init(acceptLanguage field: String?) {
        let spoken = AcceptedRange.list(field).compactMap { range in
            Language(rawValue: String(range.name.prefix(2))).map { (language: $0, weight: range.weight) }
        }
        // The first of those that are wanted most.
        let most = spoken.map(\.weight).max()
        self = spoken.first { $0.weight == most }?.language ?? .french
    }
}
