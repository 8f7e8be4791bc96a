/// A telephone number that somebody gave at a desk, in international form (E.164): `+33612345678`.
public struct TelephoneNumber: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Reads what people write: with spaces, dots, hyphens or brackets, from France or, behind `+` or `00`, from anywhere.
    ///
    /// - Throws: `FieldProblem.missing` or `.notATelephoneNumber`.
    public init(_ raw: String) throws(FieldProblem) {
        let trimmed = raw.trimmingWhitespace()
        if trimmed.isEmpty { throw .missing }
        let plain = trimmed.replacing("(0)", with: "").unicodeScalars.filter {
            !$0.properties.isWhitespace && !"-.()/".unicodeScalars.contains($0)
        }
        let number = String(String.UnicodeScalarView(plain))
        let isInternational = number.hasPrefix("+") || number.hasPrefix("00")
        let digits = isInternational ? String(number.drop { $0 == "+" || $0 == "0" }) : String(number)
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .notATelephoneNumber
        }
        if isInternational, (6...15).contains(digits.utf8.count) {
            text = "+" + digits
        } else if digits.hasPrefix("0"), digits.utf8.count == 10 {
            text = "+33" + digits.dropFirst()
        } else {
            throw .notATelephoneNumber
        }
    }

    /// What the database holds.
    public init(stored text: String) { self.text = text }

    /// As people read it: `06 12 34 56 78` for a French number, in groups of two digits; others as they are.
    public var spaced: String {
        guard text.hasPrefix("+33"), text.utf8.count == 12 else { return text }
        let digits = Array("0" + text.dropFirst(3))
        return stride(from: 0, to: digits.count, by: 2).map { String(digits[$0..<$0 + 2]) }.joined(separator: "\u{A0}")
    }

    /// Never the number itself: descriptions end up in logs.
    public var description: String { "a telephone number" }
}
