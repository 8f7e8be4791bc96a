public import Registration

extension Language {
    /// Whether a count takes the singular: 1 in English; 0 and 1 in French (Unicode CLDR, plural rules for `en` and `fr`).
    public func isSingular(_ count: Int) -> Bool {
        self == .french ? count == 0 || count == 1 : count == 1
    }

    /// `1 250` in French (with a narrow space that doesn't break), `1,250` in English.
    public func number(_ value: Int) -> String {
        if (0..<1000).contains(value) { return String(value) }
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += self == .french ? "\u{202F}" : "," }
            result.append(digit)
        }
        return value < 0 ? "−" + result : result
    }

    /// A count and what is counted: `1 place`, `12 places`. What is counted comes set.
    public func count(_ value: Int, _ singular: Localized, _ plural: Localized) -> String {
        number(value) + "\u{A0}" + (isSingular(value) ? singular : plural)[self]
    }

    /// `1st`, `2nd`, `11th`; `1er` or `1re`, `2e` in French.
    public func ordinal(_ value: Int, feminine: Bool = false) -> String {
        if self == .french { return number(value) + (value == 1 ? (feminine ? "re" : "er") : "e") }
        let suffix =
            switch (value % 10, value % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return number(value) + suffix
    }

    /// Where one is in a list: `Page 2 sur 9`, `Page 2 of 9`.
    public func page(_ value: Int, of count: Int) -> String {
        Localized("Page \(number(value)) sur \(number(count))", "Page \(number(value)) of \(number(count))")[self]
    }
}
