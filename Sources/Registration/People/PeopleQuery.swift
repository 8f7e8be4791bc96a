/// What somebody of the staff looks for among people: names, an address, a telephone number or a reference, whatever it is
/// that they were told.
public struct PeopleQuery: Hashable, Sendable {
    /// The longest that is looked for; more is no name.
    public static let maximumLength = 100

    /// As it was typed, on one line.
    public let text: String
    /// Each has to be in a name or an address.
    public let words: [String]
    /// The last digits of a telephone number, as they stand in its international form; `nil` where it can be none.
    public let digits: String?
    /// The sign-up whose reference it may be.
    public let signUp: Int64?

    public init(_ raw: String) {
        text = String(raw.trimmingWhitespace().prefix(Self.maximumLength))
        words = text.split(whereSeparator: \.isWhitespace).prefix(6).map(String.init)
        signUp = Reference(text)?.signUp
        let isNumber = text.unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || $0.properties.isWhitespace || "+-./()".unicodeScalars.contains($0)
        }
        let all = text.filter { $0.isASCII && $0.isNumber }
        // Of `+33 6…`, `0033 6…` and `06…`, what they share; other countries' digits are all their own.
        let significant = all.hasPrefix("0") ? Substring(all).drop { $0 == "0" } : Substring(all)
        digits = isNumber && significant.count >= 6 ? String(significant.suffix(15)) : nil
    }

    public var isEmpty: Bool { words.isEmpty }
}
