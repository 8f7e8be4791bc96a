public import Registration

/// Short phrases about an edition.
public struct EditionPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `182 séances dans 18 lieux`.
    public func extent(of sessions: [Session]) -> String {
        let phrases = SignUpPhrases(language)
        let venues = Set(sessions.map(\.venue.slug)).count
        return phrases.sessions(sessions.count) + Localized(" dans ", " in ")[language] + phrases.venues(venues)
    }
}
