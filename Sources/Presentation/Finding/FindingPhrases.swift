public import Registration

/// Sentences about what was found.
public struct FindingPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `12 séances trouvées`, `No session found`.
    public func found(_ count: Int) -> String {
        count == 0
            ? Localized("Aucune séance trouvée", "No session found")[language]
            : language.count(
                count, Localized("séance trouvée", "session found"), Localized("séances trouvées", "sessions found"))
    }

    /// Where there is nothing to be found.
    public var noneYet: String { Localized("Pas encore de séance", "No session yet")[language] }

    /// `1 critère`, `3 criteria`.
    public func criteria(_ count: Int) -> String {
        language.count(count, Localized("critère", "criterion"), Localized("critères", "criteria"))
    }

    /// What was typed, between the quotation marks of the language.
    public func quoted(_ words: String) -> String {
        language == .french ? "«\u{A0}\(words)\u{A0}»" : "“\(words)”"
    }

    /// A criterion that stands in the way, and what would be found without it.
    public func without(_ criterion: String, _ count: Int) -> String {
        Localized("sans ", "without ")[language] + criterion + (language == .french ? "\u{A0}: " : ": ")
            + SignUpPhrases(language).sessions(count)
    }

    /// `140 places libres`, `No place left`.
    public func placesLeft(_ count: Int) -> String {
        count == 0
            ? Localized("aucune place libre", "no places left")[language]
            : language.count(count, Localized("place libre", "place left"), Localized("places libres", "places left"))
    }

    /// The choices of several facets joined for a title: `Logement, Matin`.
    public func title(_ filter: ProgrammeFilter) -> String {
        let words = filter.words.isEmpty ? [] : [quoted(filter.words)]
        return (words + filter.ordered.map { $0.name(in: language) }).joined(separator: ", ")
    }
}
