public import Registration

/// Sentences about sign-ups that have a number in them.
public struct SignUpPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `1 place`, `3 places`.
    public func places(_ count: Int) -> String {
        language.count(count, Localized("place", "place"), Localized("places", "places"))
    }

    /// `Vous avez une place`, `You have 3 places`.
    public func youHave(_ count: Int) -> String {
        count == 1
            ? Localized("Vous avez une place", "You have a place")[language]
            : Localized("Vous avez ", "You have ")[language] + places(count)
    }

    /// `Vous avez déjà une place`, `You already have 3 places`.
    public func alreadyHave(_ count: Int) -> String {
        count == 1
            ? Localized("Vous avez déjà une place", "You already have a place")[language]
            : Localized("Vous avez déjà ", "You already have ")[language] + places(count)
    }

    /// `4e`, `4th`, of a position on the waiting list.
    public func position(_ position: Int) -> String { language.ordinal(position, feminine: true) }

    /// `182 séances`, `182 sessions`.
    public func sessions(_ count: Int) -> String {
        language.count(count, Localized("séance", "session"), Localized("séances", "sessions"))
    }

    /// `18 lieux`, `18 venues`.
    public func venues(_ count: Int) -> String {
        language.count(count, Localized("lieu", "venue"), Localized("lieux", "venues"))
    }

    /// The title of the summary above a form with errors.
    public func problems(_ count: Int) -> String {
        count == 1
            ? Localized("Il manque une correction avant l'envoi", "One thing to put right before sending")[language]
            : Localized("\(count) corrections avant l'envoi", "\(count) things to put right before sending")[language]
    }

    /// When to try again, in words that a person can follow.
    public func tryAgain(afterSeconds seconds: Int) -> String {
        if seconds <= 1 { return Localized("Réessayez dans un instant.", "Try again in a moment.")[language] }
        let wait =
            seconds < 90
            ? language.count(seconds, Localized("seconde", "second"), Localized("secondes", "seconds"))
            : language.count((seconds + 59) / 60, Localized("minute", "minute"), Localized("minutes", "minutes"))
        return Localized("Réessayez dans \(wait).", "Try again in \(wait).")[language]
    }

    /// When a limit was reached while signing up.
    public func tooMany(afterSeconds seconds: Int) -> String {
        Localized(
            "Rien n'est perdu : tout ce que vous avez écrit est encore là. ",
            "Nothing is lost: all that you wrote is still here. ")[
                language] + tryAgain(afterSeconds: seconds)
    }

    /// The last point of the rule of the waiting list.
    public func ruleEnd(_ closing: String) -> String {
        Localized(
            "Le \(closing), les inscriptions ferment et la liste s'arrête ; les places libres sont alors données à l'entrée.",
            "On \(closing), sign-ups close and the list stops; free places are then given at the door.")[language]
    }

    /// When sign-ups open.
    public func opens(_ moment: String) -> String {
        Localized("Les inscriptions ouvrent le \(moment).", "Sign-ups open on \(moment).")[language]
    }
}
