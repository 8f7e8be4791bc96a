/// A language that pages and mails are written in.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case french = "fr"
    case english = "en"

    /// The other one, for the link that switches.
    public var other: Language { self == .french ? .english : .french }

    /// The language to answer in, from an `Accept-Language` header (RFC 9110, section 12.5.4); French when it names neither.
    public init(acceptLanguage header: String?) {
        let ranges = (header ?? "").split(separator: ",").enumerated().compactMap {
            index, part -> (Language, Double, Int)? in
            let pieces = part.split(separator: ";").map { $0.trimmingASCIISpace() }
            guard let tag = pieces.first?.prefix(2).lowercased(), let language = Language(rawValue: tag) else {
                return nil
            }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return quality > 0 ? (language, quality, index) : nil
        }
        let best = ranges.max { ($0.1, -$0.2) < ($1.1, -$1.2) }
        self = best?.0 ?? .french
    }
}

/// A text in both languages.
public struct Localized: Hashable, Sendable {
    public let french: String
    public let english: String

    public init(french: String, english: String) {
        self.french = french
        self.english = english
    }

    public subscript(language: Language) -> String { language == .french ? french : english }
}

extension Substring {
    func trimmingASCIISpace() -> Substring {
        let isSpace = { (character: Character) in character == " " || character == "\t" }
        return drop(while: isSpace).reversedDrop(while: isSpace)
    }

    private func reversedDrop(while predicate: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
