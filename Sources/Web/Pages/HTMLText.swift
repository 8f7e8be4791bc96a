import Mustache

/// Text made harmless inside an element or a quoted attribute.
///
/// The library's own escaping goes by grapheme cluster and leaves `"` alone where a combining mark follows it, so that a name
/// could close its attribute; browsers go by code point, and so does this.
struct HTMLText: MustacheContentType {
    static let name = "SocialDayHTML"

    func escapeText(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.contains(where: { Self.replacement($0) != nil }) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 32)
            for byte in bytes {
                if let replacement = Self.replacement(byte) {
                    replacement.withUTF8Buffer { result.append(contentsOf: $0) }
                } else {
                    result.append(byte)
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    /// NUL is no HTML (and marks what is filled in later, see `ProgrammePage`): it goes.
    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0: ""
        default: nil
        }
    }
}
