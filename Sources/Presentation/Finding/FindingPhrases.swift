public import Foundation
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

/// How long it is until sign-ups open, in words.
public struct Countdown: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `dans 12 jours`, `in 3 hours`, `in less than a minute`.
    public func until(_ instant: Date, from now: Date) -> String {
        let minutes = Int((instant.timeIntervalSince(now) / 60).rounded(.up))
        let left =
            switch minutes {
            case ...1: Localized("moins d'une minute", "less than a minute")[language]
            case ..<120: language.count(minutes, Localized("minute", "minute"), Localized("minutes", "minutes"))
            case ..<2880: language.count(minutes / 60, Localized("heure", "hour"), Localized("heures", "hours"))
            default: language.count(minutes / 1440, Localized("jour", "day"), Localized("jours", "days"))
            }
        return Localized("dans ", "in ")[language] + left
    }
}
