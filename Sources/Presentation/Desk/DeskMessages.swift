public import Registration

extension DeskProblem {
    /// What is wrong with a field and what to do, to stand beside it.
    public func message(in language: Language) -> String { text[language] }

    private var text: Localized {
        switch self {
        case .missing: Localized("Remplissez ce champ.", "Fill in this field.")
        case .tooLong(let maximum):
            Localized("Écrivez \(maximum) caractères au plus.", "Use at most \(maximum) characters.")
        case .controlCharacters:
            Localized(
                "Des caractères invisibles s'y sont glissés : écrivez à la main plutôt que de coller.",
                "Invisible characters have slipped in: type it instead of pasting.")
        case .notASlug:
            Localized(
                "Écrivez des minuscules de a à z, des chiffres et des traits d'union simples.",
                "Use lower-case letters a to z, digits and single hyphens.")
        case .slugTaken: Localized("Il est déjà pris : choisissez-en un autre.", "It is taken: choose another.")
        case .nameTaken: Localized("Ce nom est déjà pris.", "This name is taken.")
        case .notANumber(let range):
            Localized(
                "Écrivez un nombre entier de \(Language.french.number(range.lowerBound)) à \(Language.french.number(range.upperBound)).",
                "Enter a whole number from \(Language.english.number(range.lowerBound)) to \(Language.english.number(range.upperBound))."
            )
        case .notDegrees(let range):
            Localized(
                "Écrivez un nombre de degrés, de \(range.lowerBound) à \(range.upperBound).",
                "Enter a number of degrees, from \(range.lowerBound) to \(range.upperBound).")
        case .notChosen: Localized("Choisissez dans la liste.", "Choose from the list.")
        case .notATime: Localized("Choisissez une date et une heure.", "Choose a date and a time.")
        case .skippedTime:
            Localized(
                "Cette heure n'existe pas : on avance les montres par-dessus.",
                "This time does not exist: the clocks go forward over it.")
        case .doubleTime:
            Localized(
                "Cette heure vient deux fois, quand on recule les montres : choisissez-en une autre.",
                "This time comes twice, when the clocks go back: choose another.")
        case .endsBeforeStart: Localized("La fin vient avant le début.", "The end comes before the start.")
        case .closesBeforeOpening:
            Localized("La clôture vient avant l'ouverture.", "The closing comes before the opening.")
        case .outsideEdition(let days):
            Localized("Ce n'est pas un jour de l'édition (\(days)).", "It is not on a day of the edition (\(days)).")
        default: place
        }
    }

    private var place: Localized {
        switch self {
        case .aboveRoom(let capacity):
            Localized(
                "C'est plus que la salle ne permet (\(capacity) places) : baissez la capacité ou choisissez une autre salle.",
                "It is more than the room allows (\(capacity) places): lower it or choose another room.")
        case .roomTaken(let title):
            Localized(
                "La salle est prise à cette heure par « \(title) » : choisissez une autre salle ou une autre heure.",
                "The room is taken at that time by “\(title)”: choose another room or time.")
        case .belowConfirmed(let places):
            Localized(
                "\(places) places sont déjà confirmées.", "\(places) places are confirmed already.")
        case .belowSession(let title, let capacity):
            Localized(
                "« \(title) » a \(capacity) places dans cette salle : baissez d'abord sa capacité.",
                "“\(title)” has \(capacity) places in this room: lower its capacity first.")
        case .cancelled:
            Localized(
                "La séance est annulée : dites d'abord qu'elle a lieu après tout.",
                "The session is cancelled: first say that it takes place after all.")
        case .notAnAddress:
            Localized(
                "Écrivez une adresse complète, comme nom@exemple.fr.",
                "Enter a complete address, like name@example.org.")
        case .past: Localized("Ce moment est déjà passé.", "This moment is past already.")
        default: Localized("Vérifiez cette réponse.", "Check this answer.")
        }
    }
}

extension DeskSession.Status {
    public var name: Localized {
        switch self {
        case .draft: Localized("Brouillon", "Draft")
        case .published: Localized("Au programme", "Published")
        case .cancelled: Localized("Annulée", "Cancelled")
        }
    }
}
