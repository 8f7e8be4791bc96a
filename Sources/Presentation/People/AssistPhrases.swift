public import Registration

/// Why something that staff asked for was not done, and why people wait, in words.
public struct AssistPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// - Parameter code: of a desk function's outcome; `nil` for one that means success or nothing known.
    public func refusal(_ code: String) -> String? { Self.refusals[code]?[language] }

    private static let refusals: [String: Localized] = [
        "not_found": Localized("Cette inscription n'existe plus.", "This sign-up does not exist any more."),
        "already_cancelled": Localized("Elle est déjà annulée.", "It is cancelled already."),
        "session_cancelled": Localized("La séance est annulée.", "The session is called off."),
        "over": Localized("La séance est terminée.", "The session is over."),
        "not_cancelled": Localized("Elle n'est pas annulée.", "It is not cancelled."),
        "unknown_session": Localized(
            "Cette séance n'est pas au programme, ou c'est la même.",
            "This session is not in the programme, or it is the same one."),
        "unknown_person": Localized(
            "Cette personne n'est plus là.", "This person is not here any more."),
        "not_yet_open": Localized(
            "Les inscriptions à cette séance ne sont pas encore ouvertes.",
            "Sign-ups for this session are not open yet."),
        "closed": Localized(
            "Les inscriptions à cette séance sont closes ; les places libres sont données à l'entrée.",
            "Sign-ups for this session have closed; free places are given at the door."),
        "already_signed_up": Localized(
            "Cette personne est déjà inscrite à cette séance.", "This person is signed up for this session already."),
        "clash": Localized(
            "Cette personne tient une place dans une autre séance à la même heure. Annulez-la ou échangez-la d'abord.",
            "This person holds a place in another session at the same time. Cancel or move that one first."),
        "full": Localized(
            "Il n'y a pas assez de places libres.", "There are not enough places left."),
        "would_pass": Localized(
            "Demander plus de places passerait devant les personnes qui attendent derrière.",
            "Asking for more places would go past the people who wait behind."),
        "not_waiting": Localized(
            "Cette personne n'attend plus.", "This person does not wait any more."),
        "inside": Localized(
            "Plus de personnes sont déjà entrées avec ce billet.",
            "More people have been let in with this ticket already."),
        "not_moved_up": Localized("Elle est à son rang.", "They are where they were."),
        "key_reused": Localized(
            "Ce formulaire avait déjà servi. Vérifiez et renvoyez-le.",
            "This form had been used already. Check it and send it again."),
    ]

    /// Why somebody waits.
    ///
    /// - Parameters:
    ///   - reason: as `api.waiting_list` says it.
    ///   - busyIn: the title of the session at an overlapping time.
    ///   - places: that they ask for.
    public func why(_ reason: String, busyIn: String?, places: Int) -> String {
        let count = SignUpPhrases(language).places(places)
        switch reason {
        case "closed":
            return Localized(
                "Les inscriptions sont closes : la liste s'est arrêtée.", "Sign-ups have closed: the list has stopped.")[
                    language]
        case "busy":
            return Localized(
                "Tient une place à la même heure : \(busyIn ?? "").", "Holds a place at the same time: \(busyIn ?? "")."
            )[
                language]
        case "too_many":
            return Localized(
                "Il faudrait \(count) ensemble, et il en reste moins.",
                "They need \(count) together, and fewer are left.")[
                    language]
        default:
            return Localized("Toutes les places sont prises.", "All places are taken.")[language]
        }
    }

    /// `Passée le … : elle tenait une place à la même heure.`
    public func passedOver(_ moment: String) -> String {
        Localized(
            "La liste a continué sans elle : \(moment). Une place était tenue à la même heure.",
            "The list went on without them: \(moment). They held a place at the same time.")[language]
    }

    /// Where an organiser moved somebody up.
    public func movedUp(_ moment: String, _ reason: MoveUpReason) -> String {
        let why = reason.name[language]
        return Localized("Mise en tête : \(moment). \(why).", "Moved up: \(moment). \(why).")[language]
    }
}
