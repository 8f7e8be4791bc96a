public import Registration

/// One's own account: its password, second factor and logins.
public struct OwnAccountTexts: Sendable {
    public let title = Localized("Mon compte", "My account")
    public let email = Localized("Adresse", "Address")
    public let role = Localized("Rôle", "Role")
    public let venues = Localized("Lieux", "Venues")
    public let back = Localized("Retour à mon compte", "Back to my account")

    public let passwordTitle = Localized("Mot de passe", "Password")
    public let passwordBody = Localized(
        "Le changer met fin à toutes vos autres connexions.", "Changing it ends all your other logins.")
    public let changeTitle = Localized("Changer de mot de passe", "Change the password")
    public let changeLead = Localized(
        "Vos autres connexions prennent fin ; celle-ci continue.", "Your other logins end; this one goes on.")
    public let firstTitle = Localized("Choisir un mot de passe", "Choose a password")
    public let present = Localized("Mot de passe actuel", "Present password")
    public let presentWrong = Localized("Ce n'est pas votre mot de passe actuel.", "This is not your present password.")
    public let newPassword = Localized("Nouveau mot de passe", "New password")
    public let newPasswordHint = Localized(
        "Douze caractères au moins. Quelques mots sans rapport entre eux font un bon mot de passe.",
        "At least twelve characters. A few words that have nothing to do with each other make a good password.")
    public let again = Localized("Le même, encore une fois", "The same once more")
    public let notTheSame = Localized(
        "Les deux ne sont pas les mêmes : écrivez-le de nouveau.", "The two are not the same: type it again.")
    public let tooShort = Localized(
        "C'est trop court : douze caractères au moins.", "This is too short: at least twelve characters.")
    public let tooLong = Localized("C'est trop long.", "This is too long.")
    public let tooKnown = Localized(
        "C'est l'un des premiers que l'on essaierait. Prenez plutôt quelques mots sans rapport entre eux.",
        "This is one of the first that anybody would try. Take a few words that have nothing to do with each other.")
    public let choose = Localized("Choisir ce mot de passe", "Choose this password")
    public let passwordDone = Localized(
        "Votre mot de passe est changé, et vos autres connexions ont pris fin.",
        "Your password is changed, and your other logins have ended.")
    public let chosen = Localized(
        "Votre mot de passe est choisi. Vous pouvez vous connecter.", "Your password is chosen. You can log in.")

    public let linkOverTitle = Localized("Ce lien ne sert plus", "This link is used up")
    public let linkOver = Localized(
        "Il a déjà servi, ou son temps est passé. Demandez-en un autre.",
        "It was used already, or its time is over. Ask for another.")
    public let forgottenTitle = Localized("Mot de passe oublié ?", "Forgot your password?")
    public let forgotten = Localized(
        "Écrivez l'adresse de votre compte : un lien pour en choisir un autre y sera envoyé.",
        "Enter the address of your account: a link to choose another will be mailed there.")
    public let send = Localized("Recevoir le lien", "Mail me the link")
    public let sentTitle = Localized("Regardez votre boîte mail", "Look into your mailbox")
    public let sent = Localized(
        "Si cette adresse a un compte, un lien y part maintenant, valable une heure. Pour protéger chacun, cette page est la même si elle n'en a pas.",
        "If this address has an account, a link goes there now, good for an hour. To protect everyone, this page is the same if it has none."
    )
    public let backToLogin = Localized("Retour à la connexion", "Back to the login")

    public let factorTitle = Localized("Code à usage unique", "One-time code")
    public let factorBody = Localized(
        "Un code que votre téléphone montre, en plus du mot de passe : celui-ci seul n'ouvre alors plus rien.",
        "A code that your telephone shows, beside the password: the latter alone then opens nothing.")
    public let factorOn = Localized("En place", "Set up")
    public let factorOff = Localized("Pas encore en place", "Not set up yet")
    public let factorSetUp = Localized("Le mettre en place", "Set it up")
    public let factorChange = Localized("Changer de téléphone", "Change the telephone")
    public let factorDone = Localized("Le code à usage unique est en place.", "The one-time code is set up.")
    public let factorNeeded = Localized(
        "Votre rôle ouvre des données personnelles : il le demande. C'est l'affaire de deux minutes.",
        "Your role opens personal data, so it asks for this. It takes two minutes.")
    public let factorForNames = Localized(
        "Vos tableaux s'ouvrent sans lui ; les noms à l'accueil de vos lieux le demandent. C'est l'affaire de deux minutes.",
        "Your boards open without it; the names at the doors of your venues ask for it. It takes two minutes.")
    public let factorFirst = Localized(
        "Ouvrez une application d'authentification sur votre téléphone : Aegis, FreeOTP, 2FAS, celle de votre gestionnaire de mots de passe ou une autre.",
        "Open an authenticator on your telephone: Aegis, FreeOTP, 2FAS, that of your password manager or another.")
    public let factorSecond = Localized(
        "Ajoutez-y un compte en lisant ce code, ou en recopiant la clé.",
        "Add an account there by reading this code, or by copying the key.")
    public let factorPicture = Localized(
        "Code à lire avec l'application d'authentification", "Code to be read with the authenticator")
    public let factorSecret = Localized("Clé à recopier", "Key to copy")
    public let factorThird = Localized(
        "Recopiez ici le code à six chiffres qu'elle montre.", "Copy the six-digit code that it shows here.")
    public let factorSubmit = Localized("C'est le bon code", "This is the code")
    public let factorReplaceBody = Localized(
        "Pour un nouveau téléphone, recommencez : l'ancien ne donnera plus de code qui serve, et vos codes de secours seront remplacés.",
        "For a new telephone, start again: the old one will give no code that works any more, and your recovery codes will be replaced."
    )

    public let recoveryTitle = Localized("Vos codes de secours", "Your recovery codes")
    public let recoveryLead = Localized(
        "C'est en place. Voici dix codes pour le jour où le téléphone manque : chacun ouvre votre compte une fois, à la place du code à six chiffres.",
        "It is set up. Here are ten codes for the day the telephone is missing: each opens your account once, in place of the six-digit code."
    )
    public let recoveryOnce = Localized(
        "Ils ne seront plus montrés. Imprimez-les ou notez-les, et gardez-les loin de votre mot de passe.",
        "They are not shown again. Print them or write them down, and keep them away from your password.")
    public let recoveryNext = Localized("Je les ai notés", "I have noted them")

    public let loginsTitle = Localized("Mes connexions", "My logins")
    public let loginsBody = Localized(
        "Les navigateurs où votre compte est ouvert en ce moment.", "The browsers in which your account is open now.")
    public let loginsLink = Localized("Voir mes connexions", "See my logins")
    public let loginsEnd = Localized(
        "Une connexion prend fin d'elle-même après une demi-heure sans usage, et au plus tard après douze heures.",
        "A login ends by itself after half an hour without use, and after twelve hours at the latest.")
    public let browser = Localized("Navigateur", "Browser")
    public let since = Localized("Depuis", "Since")
    public let seen = Localized("Vu pour la dernière fois", "Last seen")
    public let own = Localized("celui-ci", "this one")
    public let unknownBrowser = Localized("Navigateur inconnu", "Unknown browser")
    public let end = Localized("Mettre fin", "End it")
    public let loginEnded = Localized("Cette connexion a pris fin.", "That login has ended.")
}
