public import Registration

/// The groups of the staff's pages, in the bar on top.
public struct NavigationTexts: Sendable {
    public let programme = Localized("Programme", "Programme")
    public let people = Localized("Participants", "People")
    public let theDay = Localized("Jour J", "The day")
    public let staff = Localized("Équipe", "Staff")
    public let changes = Localized("Historique", "Changes")
    public let hostLetters = Localized("Liens d'accueil", "Door links")
    public let find = Localized("Chercher", "Find")
    public let signUp = Localized("Inscrire", "Sign up")
}

/// What was typed before a login ended or a proof was due, kept until it can be sent.
public struct HeldTexts: Sendable {
    public let endedTitle = Localized("Votre connexion avait pris fin", "Your login had ended")
    public let ended = Localized(
        "Rien n'est perdu : connectez-vous, et ce que vous venez de saisir pourra partir. Pour l'instant, rien n'a été enregistré.",
        "Nothing is lost: log in, and what you have just typed can be sent. So far, nothing has been saved.")
    public let title = Localized("Votre saisie est toujours là", "What you typed is still here")
    public let lead = Localized(
        "Elle n'a pas encore été envoyée. Envoyez-la maintenant : vous arriverez à la suite de votre formulaire.",
        "It has not been sent yet. Send it now: you will arrive where the form would have led.")
    public let send = Localized("Envoyer ma saisie", "Send what I typed")
    public let forget = Localized("Ne pas l'envoyer, et revenir à la page", "Don't send it, and go back to the page")
    public let endedWithoutFile = Localized(
        "Connectez-vous : votre saisie est gardée, sauf le fichier ou le texte collé, trop long ou illisible, qu'il faudra choisir de nouveau. Pour l'instant, rien n'a été enregistré.",
        "Log in: what you typed is kept, but for the file or the pasted text, too long or unreadable, which you will have to choose again. So far, nothing has been saved."
    )
    public let withoutFile = Localized(
        "Il y manque le fichier ou le texte collé, qui n'a pas pu être gardé : vous le choisirez de nouveau à la page suivante.",
        "It lacks the file or the pasted text, which could not be kept: choose it again on the next page.")
    public let proofFirst = Localized(
        "Votre saisie est gardée : vous pourrez l'envoyer ensuite.", "What you typed is kept: you can send it next.")
}
