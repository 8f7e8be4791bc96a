public import Registration

extension MoveUpReason {
    public var name: Localized {
        switch self {
        case .ourMistake: Localized("Une erreur de notre part", "A mistake of ours")
        case .lostPlace:
            Localized("Place perdue quand la capacité a baissé", "They lost their place when the capacity fell")
        case .access:
            Localized("Un besoin auquel seule cette séance répond", "A need that only this session meets")
        case .takesPart:
            Localized("Intervient, aide ou accompagne", "They speak, help or accompany somebody")
        case .other: Localized("Une autre raison, dans la note", "Another reason, told in the note")
        }
    }
}

extension PersonLetter.State {
    public var name: Localized {
        switch self {
        case .sent: Localized("envoyé", "sent")
        case .gathered: Localized("dit dans un autre mail", "told in another mail")
        case .dropped:
            Localized("pas envoyé : plus à dire, ou pas d'adresse", "not sent: no longer true, or no address")
        case .refused: Localized("refusé chez le destinataire", "refused at the recipient's")
        case .failing: Localized("essayé en vain, à réessayer", "tried in vain, to be tried again")
        case .held: Localized("retenu : trop de mails dans l'heure", "held back: too many mails within the hour")
        case .waiting: Localized("va partir", "about to go")
        case .givenUp: Localized("abandonné", "given up")
        }
    }
}

/// Things that staff do to people and their sign-ups, as the record names them.
public enum PeopleAction: String, CaseIterable, Sendable {
    case made = "sign_up.made"
    case cancelled = "sign_up.cancelled"
    case restored = "sign_up.restored"
    case changed = "sign_up.changed"
    case moved = "sign_up.moved"
    case movedUp = "sign_up.moved_up"
    case putBack = "sign_up.put_back"
    case contact = "person.changed"
    case noteAdded = "note.added"
    case noteDeleted = "note.deleted"
    case noteRestored = "note.restored"

    public var name: Localized {
        switch self {
        case .made: Localized("Inscription faite", "Sign-up made")
        case .cancelled: Localized("Inscription annulée", "Sign-up cancelled")
        case .restored: Localized("Inscription rétablie", "Sign-up restored")
        case .changed: Localized("Nombre de places changé", "Number of places changed")
        case .moved: Localized("Passage à une autre séance", "Moved to another session")
        case .movedUp: Localized("Mise en tête de la liste d'attente", "Moved to the head of the waiting list")
        case .putBack: Localized("Remise à son rang", "Put back where they were")
        case .contact: Localized("Coordonnées corrigées", "Contact corrected")
        case .noteAdded: Localized("Note ajoutée", "Note added")
        case .noteDeleted: Localized("Note supprimée", "Note deleted")
        case .noteRestored: Localized("Note rétablie", "Note restored")
        }
    }
}

extension FieldProblem {
    /// What is wrong with a field of the staff's forms about people.
    public func staffMessage(in language: Language) -> String {
        switch self {
        case .missing: Localized("Cette réponse manque.", "This answer is missing.")[language]
        case .notAnAddress: message(for: .email, in: language)
        case .notATelephoneNumber:
            Localized(
                "Écrivez un numéro complet, comme 06 12 34 56 78 ou +32 2 123 45 67.",
                "Enter a complete number, like 06 12 34 56 78 or +32 2 123 45 67.")[language]
        case .unknownPlaceholder:
            Localized(
                "Entre accolades, seuls les mots de la liste peuvent se trouver.",
                "Only the words of the list may stand in braces.")[language]
        case .noLetter: message(for: .name, in: language)
        case .outOfRange: message(for: .places, in: language)
        default: message(for: .session, in: language)
        }
    }
}
