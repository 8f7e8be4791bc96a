public import Registration

extension Needs.Kind {
    /// How somebody says it of themselves.
    public var label: Localized {
        switch self {
        case .wheelchair: Localized("Une place pour fauteuil roulant", "A wheelchair place")
        case .signLanguage: Localized("Une interprétation en langue des signes", "Sign language interpreting")
        case .hearingLoop: Localized("Une boucle magnétique", "A hearing loop")
        case .seat: Localized("Une place assise assurée", "A seat kept for me")
        case .other: Localized("Autre chose", "Something else")
        }
    }
}

/// What is said of needs around the form.
public struct NeedsPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// What the attendee agrees to.
    ///
    /// - Parameter day: On which needs are deleted, in words.
    public func consent(until day: String) -> String {
        Localized(
            "J'accepte que ces besoins, qui peuvent renseigner sur ma santé, soient enregistrés et transmis à l'organisateur. Ils sont effacés le \(day).",
            "I agree that these needs, which may reveal my health, are recorded and passed on to the organisers. They are deleted on \(day)."
        )[language]
    }
}
