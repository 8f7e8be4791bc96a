public import Registration

/// Sentences about a ticket that have a number, a day or a state in them.
public struct TicketPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// A ticket's state in a few words, for lists: `1 place confirmée`, `3 places: confirmed`.
    public func state(_ state: HeldTicket.State, places: Int) -> String {
        let signUps = SignUpPhrases(language)
        return switch state {
        case .confirmed:
            signUps.places(places)
                + Localized(language.isSingular(places) ? " confirmée" : " confirmées", " confirmed")[language]
        case .waiting(let position):
            Localized("Liste d'attente : ", "Waiting list: ")[language] + signUps.position(position)
        case .cancelled: Localized("Inscription annulée", "Sign-up cancelled")[language]
        case .sessionCancelled: Localized("Séance annulée", "Session cancelled")[language]
        case .over: Localized("Séance terminée", "Session over")[language]
        }
    }

    /// `Bon pour une personne`, `Good for 3 people`.
    public func goodFor(_ places: Int) -> String {
        places == 1
            ? Localized("Bon pour une personne", "Good for one person")[language]
            : Localized("Bon pour \(places) personnes", "Good for \(places) people")[language]
    }

    /// Where the places go that a cancellation frees.
    public func letGo(_ places: Int) -> String {
        places == 1
            ? Localized(
                "Votre place est rendue et va aussitôt, dans l'ordre, à qui attend.",
                "Your place is given back and goes at once, in order, to those who wait.")[language]
            : Localized(
                "Vos \(places) places sont rendues et vont aussitôt, dans l'ordre, à qui attend.",
                "Your \(places) places are given back and go at once, in order, to those who wait.")[language]
    }

    /// When everything that a page shows is deleted anyway.
    public func deleted(on day: String) -> String {
        Localized(
            "Sans rien faire de votre part, tout cela est effacé de chez nous le \(day).",
            "Without your doing anything, we delete all of this on \(day).")[language]
    }

    /// Until when a page may be opened again.
    public func opens(until time: String) -> String {
        Localized(
            "Par sécurité, cette page ne s'ouvre que jusqu'à \(time).",
            "For safety, this page opens until \(time) only.")[
                language]
    }
}
