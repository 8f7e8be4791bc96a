/// A language that pages and mails are written in.
public enum Language: String, CaseIterable, Codable, Hashable, Sendable {
    case french = "fr"
    case english = "en"

    /// The other one, for the link that switches.
    public var other: Language { self == .french ? .english : .french }
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
