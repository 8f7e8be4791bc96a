public import Registration

/// What stands on every page of the staff.
public struct StaffTexts: Sendable {
    public let name = Localized("Social Day · l'équipe", "Social Day · staff")
    public let navigation = Localized("Pages de l'équipe", "Staff pages")
    public let home = Localized("Accueil", "Overview")
    public let record = Localized("Journal", "Record")
    public let accounts = Localized("Comptes", "Accounts")
    public let account = Localized("Mon compte :", "My account:")
    public let logout = Localized("Se déconnecter", "Log out")
    public let closing = Localized(
        "Ces pages montrent des données personnelles : fermez-les quand vous quittez votre poste.",
        "These pages show personal data: close them when you leave your desk.")
    public let publicSite = Localized("Voir le site public", "See the public site")
    public let doorOverTitle = Localized("Cette porte n'est plus ouverte", "This door is no longer open")
    public let doorOver = Localized(
        "Le lien sert pour un seul jour, et ce jour est passé, ou l'équipe l'a fermé. Demandez-en un autre à qui vous l'a donné.",
        "The link is good for one day only, and that day is over, or the organisers have closed it. Ask whoever gave it to you for another."
    )
}

/// Logging in.
public struct LoginTexts: Sendable {
    public let title = Localized("Connexion de l'équipe", "Staff login")
    public let lead = Localized(
        "Pour l'organisation et les lieux. Pour vous inscrire à une séance, aucun compte n'est nécessaire.",
        "For organisers and venues. To sign up for a session, no account is needed.")
    public let email = Localized("Adresse mail", "Email address")
    public let password = Localized("Mot de passe", "Password")
    public let passwordOrCode = Localized("Mot de passe, ou code à six chiffres", "Password, or six-digit code")
    public let submit = Localized("Se connecter", "Log in")
    public let wrongTitle = Localized("Ce n'est pas cela", "That is not it")
    public let wrong = Localized(
        "L'adresse ou le mot de passe n'est pas le bon. Après cinq essais, il faut attendre un quart d'heure.",
        "The address or the password is not right. After five attempts you have to wait a quarter of an hour.")
    public let tooManyTitle = Localized("Trop d'essais", "Too many attempts")
    public let codeTitle = Localized("Votre code", "Your code")
    public let codeLead = Localized(
        "Ouvrez l'application d'authentification de votre téléphone et recopiez le code à six chiffres.",
        "Open the authenticator on your telephone and copy the six-digit code.")
    public let code = Localized("Code à six chiffres", "Six-digit code")
    public let codeHint = Localized(
        "Ou l'un de vos codes de secours.", "Or one of your recovery codes.")
    public let codeSubmit = Localized("Continuer", "Go on")
    public let wrongCode = Localized(
        "Ce code n'est pas bon, ou a déjà servi. Attendez le suivant et recopiez-le.",
        "This code is not right, or has been used already. Wait for the next one and copy it.")
    public let confirmTitle = Localized("C'est bien vous ?", "Is it really you?")
    public let confirmLead = Localized(
        "Ce que vous demandez touche aux données personnelles ou aux droits d'un compte : prouvez encore une fois que c'est vous. Nous ne le redemandons pas pendant dix minutes.",
        "What you ask for concerns personal data or the rights of an account: show once more that it is you. We don't ask again for ten minutes."
    )
    public let confirmWrong = Localized(
        "Ce n'est ni le bon mot de passe ni le bon code.", "This is neither the right password nor the right code.")
}
