public import Registration

/// Short phrases about a session.
public struct SessionPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `Logement · Atelier`, and what is not a matter of course: another language, sign language.
    public func kind(of session: Session) -> String {
        var parts = [session.theme.name[language], session.format.name[language]]
        if session.language != language { parts.append(session.language.spokenName[language]) }
        if session.hasSignLanguage { parts.append(Localized("langue des signes", "sign language")[language]) }
        return parts.joined(separator: " · ")
    }

    /// `12 place Léon Blum, 75011 Paris`.
    public func address(of venue: Venue) -> String { "\(venue.address), \(venue.postcode)\u{A0}\(venue.city)" }

    /// What is known of a venue's accessibility, one thing each.
    public func access(to venue: Venue) -> [String] {
        let texts = Texts.all.session
        var parts: [String] = []
        if let isAccessible = venue.isWheelchairAccessible {
            parts.append((isAccessible ? texts.wheelchair : texts.noWheelchair)[language])
        }
        if venue.hasHearingLoop == true { parts.append(texts.hearingLoop[language]) }
        if let notes = venue.accessNotes, !notes.isEmpty { parts.append(notes) }
        return parts
    }

    /// What was announced first, where a session was moved.
    ///
    /// - Parameter moment: as `Moments.moment` writes it.
    public func moved(from moment: String) -> String {
        Localized(
            "Séance déplacée, d'abord annoncée pour le \(moment)", "This session was moved from \(moment)")[language]
    }
}
