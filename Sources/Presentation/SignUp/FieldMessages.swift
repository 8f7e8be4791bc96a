public import Registration

extension FieldProblem {
    /// What is wrong with a field of the form and what to do, to stand beside it.
    public func message(for field: SignUp.Field, in language: Language) -> String {
        text(for: field)[language]
    }

    private func text(for field: SignUp.Field) -> Localized {
        switch (field, self) {
        case (.name, .missing): Localized("Écrivez votre nom.", "Enter your name.")
        case (.name, .noLetter): Localized("Un nom a au moins une lettre.", "A name has at least one letter.")
        case (.email, .missing): Localized("Écrivez votre adresse mail.", "Enter your email address.")
        case (.email, _) where self == .notAnAddress:
            Localized(
                "Écrivez une adresse mail complète, comme nom@exemple.fr.",
                "Enter a complete email address, like name@example.org.")
        case (.places, .missing), (.places, .notANumber), (.places, .outOfRange):
            Localized(
                "Choisissez de \(SignUp.placesAllowed.lowerBound) à \(SignUp.placesAllowed.upperBound) places.",
                "Choose from \(SignUp.placesAllowed.lowerBound) to \(SignUp.placesAllowed.upperBound) places.")
        case (.needs, .missing):
            Localized("Dites en quelques mots ce qu'il vous faut.", "Say in a few words what you need.")
        case (.needsConsent, _):
            Localized(
                "Cochez cette case pour que vos besoins soient transmis, ou décochez-les.",
                "Tick this box so that your needs can be passed on, or untick them.")
        case (.requestKey, _):
            Localized(
                "Le formulaire était incomplet : renvoyez-le.", "The form was incomplete: send it again.")
        case (_, .tooLong(let maximum)):
            Localized("Écrivez \(maximum) caractères au plus.", "Use at most \(maximum) characters.")
        case (_, .tooShort(let minimum)):
            Localized("Écrivez au moins \(minimum) caractères.", "Use at least \(minimum) characters.")
        case (_, .controlCharacters), (_, .badCharacters):
            Localized(
                "Des caractères invisibles s'y sont glissés : écrivez à la main plutôt que de coller.",
                "Invisible characters have slipped in: type it instead of pasting.")
        default: Localized("Vérifiez cette réponse.", "Check this answer.")
        }
    }
}
