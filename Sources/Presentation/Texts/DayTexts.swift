public import Registration

/// My day.
public struct DayTexts: Sendable {
    public let title = Localized("Ma journée", "My day")
    public let description = Localized(
        "Plusieurs séances, un seul formulaire.", "Several sessions, one form.")
    public let intro = Localized(
        "Mettez de côté les séances qui vous tentent, voyez si elles tiennent dans une journée, puis inscrivez-vous à toutes d'un coup. Rien n'est réservé avant l'envoi du formulaire.",
        "Put aside the sessions you like, see whether they fit into one day, then sign up for all of them at once. Nothing is reserved before you send the form."
    )
    public let empty = Localized(
        "Votre journée est vide. Sur la page d'une séance, choisissez « Ajouter à ma journée ».",
        "Your day is empty. On a session's page, choose “Add to my day”.")
    public let sessions = Localized("Vos séances", "Your sessions")
    public let add = Localized("Ajouter à ma journée", "Add to my day")
    public let others = Localized("Ajouter d'autres séances", "Add other sessions")
    public let remove = Localized("Retirer", "Take out")
    public let signUp = Localized("S'inscrire à toutes", "Sign up for all")
    public let signUpHint = Localized(
        "Chaque séance a sa propre réponse : une place, un rang sur la liste d'attente, ou pourquoi ni l'un ni l'autre. Un seul mail les réunit.",
        "Each session gets its own answer: a place, a position on the waiting list, or why neither. One mail brings them together."
    )
    public let nothingOpen = Localized(
        "Aucune de ces séances ne prend d'inscriptions en ce moment.",
        "None of these sessions takes sign-ups at the moment.")
    public let mail = Localized(
        "Un seul mail part, avec vos billets : lui seul permet d'entrer, de modifier ou d'annuler.",
        "A single mail goes out with your tickets: it alone lets you in, and lets you change or cancel.")
}
