public import Registration

/// The two small forms that have a letter written: lost tickets, and the link to everything under an address.
public struct LetterTexts: Sendable {
    public let ticketsTitle = Localized("Billet perdu ?", "Lost your ticket?")
    public let ticketsBody = Localized(
        "Écrivez l'adresse qui a servi à l'inscription : tous vos billets y seront renvoyés.",
        "Enter the address that was used to sign up: all your tickets will be mailed there again.")
    public let ticketsSubmit = Localized("Renvoyer mes billets", "Mail my tickets again")
    public let ticketsSent = Localized(
        "Si cette adresse a des billets, un message avec chacun d'eux y part maintenant.",
        "If this address has tickets, a message with each of them goes there now.")
    public let linkTitle = Localized("Mes inscriptions", "My sign-ups")
    public let linkBody = Localized(
        "Tout ce que nous gardons sous votre adresse, à relire, à télécharger ou à effacer. Pour être sûrs que c'est bien vous, nous y envoyons d'abord un lien, valable un quart d'heure.",
        "Everything we keep under your address, to read, download or erase. To be sure that it is you, we first mail a link there, good for a quarter of an hour."
    )
    public let linkSubmit = Localized("Recevoir le lien", "Mail me the link")
    public let linkSent = Localized(
        "Si cette adresse est connue ici, un lien y part maintenant, valable un quart d'heure.",
        "If this address is known here, a link goes there now, good for a quarter of an hour.")
    public let sentTitle = Localized("Regardez votre boîte mail", "Look into your mailbox")
    public let sentLate = Localized(
        "Il arrive d'habitude en quelques minutes ; sinon, regardez parmi les indésirables. Nous l'envoyons une fois par heure au plus.",
        "It usually arrives within minutes; if not, look among the junk mail. We send it once an hour at most.")
    public let sentSecret = Localized(
        "Pour protéger chacun, cette page est la même que l'adresse soit connue ou non.",
        "To protect everyone, this page is the same whether the address is known or not.")
    public let field = Localized("Votre adresse mail", "Your email address")
}

/// Everything under an address: what is shown there, and what erasing does.
public struct AddressTexts: Sendable {
    public let title = Localized("Vos inscriptions", "Your sign-ups")
    public let none = Localized(
        "Il n'y a aucune inscription sous cette adresse.", "There is no sign-up under this address.")
    public let dataTitle = Localized("Vos données", "Your personal data")
    public let dataBody = Localized(
        "Un fichier JSON avec tout ce que nous gardons sous cette adresse : inscriptions, besoins, messages envoyés.",
        "A JSON file with everything we keep under this address: sign-ups, needs, messages sent.")
    public let download = Localized("Télécharger mes données", "Download my data")
    public let eraseLink = Localized("Tout effacer", "Erase everything")
    public let expiredTitle = Localized("Ce lien n'est plus valable", "This link is no longer good")
    public let expiredBody = Localized(
        "Il ne sert qu'un quart d'heure. Demandez-en un autre : il arrive en quelques minutes.",
        "It lasts a quarter of an hour only. Ask for another one: it arrives within minutes.")
    public let another = Localized("Demander un autre lien", "Ask for another link")
    public let nothingTitle = Localized("Rien n'est gardé ici", "Nothing is kept here")
    public let nothingBody = Localized(
        "Nous ne gardons plus rien sous cette adresse.", "We keep nothing under this address any more.")
    public let eraseTitle = Localized("Tout effacer, maintenant ?", "Erase everything, now?")
    public let erasePlaces = Localized(
        "Vos places sont rendues et vont aussitôt, dans l'ordre, à qui attend. Vous quittez les listes d'attente.",
        "Your places are given back and go at once, in order, to those who wait. You leave the waiting lists.")
    public let eraseAll = Localized(
        "Inscriptions, noms, besoins et messages sont supprimés, et vos billets n'ouvrent plus rien.",
        "Sign-ups, names, needs and messages are deleted, and your tickets open nothing any more.")
    public let eraseLists = Localized(
        "Une liste d'accueil déjà sortie du service garde votre nom jusqu'à ce que l'équipe la détruise.",
        "A list for the door that has already left the service keeps your name until the organisers destroy it.")
    public let eraseForGood = Localized(
        "On ne peut pas revenir en arrière, pas même en nous écrivant.",
        "This can't be undone, not even by writing to us.")
    public let eraseSubmit = Localized("Oui, tout effacer", "Yes, erase everything")
    public let eraseKeep = Localized("Non, tout garder", "No, keep everything")
    public let farewellTitle = Localized("C'est effacé", "It is erased")
    public let farewellBody = Localized(
        "Nous ne gardons plus rien sous votre adresse. Merci d'être passés, et à bientôt peut-être !",
        "We keep nothing under your address any more. Thank you for dropping by, and perhaps see you soon!")
}
