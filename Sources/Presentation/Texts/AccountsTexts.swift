public import Registration

/// The accounts of the staff, for whoever manages them.
public struct AccountsTexts: Sendable {
    public let title = Localized("Comptes de l'équipe", "Staff accounts")
    public let new = Localized("Inviter quelqu'un", "Invite somebody")
    public let email = Localized("Adresse mail", "Email address")
    public let role = Localized("Rôle", "Role")
    public let state = Localized("État", "State")
    public let seen = Localized("Vu pour la dernière fois", "Last seen")
    public let never = Localized("jamais", "never")
    public let whole = Localized("prêt", "ready")
    public let waiting = Localized("invitation envoyée", "invited")
    public let withoutFactor = Localized("sans code à usage unique", "without one-time code")
    public let disabled = Localized("fermé", "closed")
    public let invited = Localized(
        "L'invitation est partie ; le lien sert pendant trois jours.",
        "The invitation has gone out; its link is good for three days.")
    public let changed = Localized(
        "C'est changé. Le compte doit se reconnecter.", "It is changed. The account has to log in again.")
    public let disabledDone = Localized(
        "Le compte est fermé et ses connexions ont pris fin.", "The account is closed, and its logins have ended.")
    public let enabledDone = Localized("Le compte est de nouveau ouvert.", "The account is open again.")
    public let resetDone = Localized(
        "C'est fait : un lien pour choisir un mot de passe est parti à cette adresse.",
        "It is done: a link to choose a password has gone to that address.")

    public let newTitle = Localized("Inviter quelqu'un dans l'équipe", "Invite somebody to the staff")
    public let newLead = Localized(
        "Un message avec un lien part à cette adresse, pour choisir un mot de passe. Chacun son compte : c'est lui que le journal nomme.",
        "A mail with a link goes to that address, to choose a password. One account for each person: it is what the record names."
    )
    public let changeLead = Localized(
        "Un autre rôle ou d'autres lieux prennent effet tout de suite : les connexions du compte prennent fin.",
        "Another role or other venues take effect at once: the account's logins end.")
    public let administratorMeaning = Localized(
        "Tout, et les comptes de l'équipe. Code à usage unique exigé.",
        "Everything, and the staff's accounts. One-time code required.")
    public let organiserMeaning = Localized(
        "Le programme, les inscriptions, les listes de toute la journée. Code à usage unique exigé.",
        "The programme, the sign-ups, the lists of the whole day. One-time code required.")
    public let managerMeaning = Localized(
        "Les chiffres et l'accueil de ses lieux, sans adresse mail ni téléphone.",
        "Counts and doors of their venues, without email addresses or telephone numbers.")
    public let venues = Localized("Ses lieux", "Their venues")
    public let venuesHint = Localized("Pour un responsable de lieu.", "For a venue manager.")
    public let language = Localized("Langue", "Language")
    public let invite = Localized("Envoyer l'invitation", "Send the invitation")
    public let change = Localized("Changer le rôle", "Change the role")

    public let roleMissing = Localized("Choisissez un rôle.", "Choose a role.")
    public let known = Localized(
        "Cette adresse a déjà un compte.", "This address has an account already.")
    public let venuesNeeded = Localized(
        "Un responsable de lieu en a au moins un : cochez-les.", "A venue manager has at least one: tick them.")
    public let noVenues = Localized(
        "Ce rôle voit tous les lieux : n'en cochez aucun.", "This role sees all venues: tick none.")
    public let lastAdministrator = Localized(
        "C'est le dernier compte qui administre : donnez d'abord ce rôle à quelqu'un d'autre.",
        "This is the last account that administers: give that role to somebody else first.")

    public let resetTitle = Localized("Mot de passe ou téléphone perdu", "Lost password or telephone")
    public let resetBody = Localized(
        "Le mot de passe et le code à usage unique ne valent plus rien ; un lien pour les choisir à nouveau part par mail. Assurez-vous de vive voix que c'est bien la personne qui le demande.",
        "Password and one-time code are good no more; a link to choose them anew goes out by mail. Make sure by voice that it is the person who asks."
    )
    public let reset = Localized("Tout recommencer", "Start afresh")
    public let disableTitle = Localized("Fermer le compte", "Close the account")
    public let disableBody = Localized(
        "Ses connexions prennent fin tout de suite. Ce qu'il a fait reste au journal.",
        "Its logins end at once. What it did stays in the record.")
    public let disable = Localized("Fermer", "Close it")
    public let enableTitle = Localized("Rouvrir le compte", "Open the account again")
    public let enableBody = Localized(
        "Il retrouve son rôle, son mot de passe et son code à usage unique.",
        "It has its role, password and one-time code back.")
    public let enable = Localized("Rouvrir", "Open it again")
}
