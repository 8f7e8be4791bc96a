/// Comma-separated values as RFC 4180 has them: UTF-8, commas, CRLF, quotes only where they are needed.
public enum CSVDialect {
    /// One line, its end included.
    public static func line(_ values: [String]) -> [UInt8] {
        Array((values.map(field).joined(separator: ",") + "\r\n").utf8)
    }

    /// One value. What a spreadsheet would take for a formula gets one leading apostrophe, so that it stays text (OWASP,
    /// "CSV injection").
    public static func field(_ value: String) -> String {
        let text = looksLikeFormula(value) ? "'" + value : value
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
        // By scalars: a quote with a combining mark behind it is another character, and a quote all the same.
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        return String(quoted) + "\""
    }

    private static func looksLikeFormula(_ value: String) -> Bool {
        value.utf8.first.map { "=+-@\t\r\0".utf8.contains($0) } ?? false
    }
}
