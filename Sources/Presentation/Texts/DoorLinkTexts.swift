public import Registration

/// A steward's link: made for whoever keeps a door, and ended.
public struct DoorLinkTexts: Sendable {
    public let offer = Localized("Donner un lien à qui tient la porte", "Give a link to whoever keeps the door")
    public let which = Localized("Portes que le lien ouvre", "Doors that the link opens")
    public let everyDoor = Localized("Toutes celles du lieu", "All of the venue's")
    public let title = Localized("Le lien de cette porte", "This door's link")
    public let lead = Localized(
        "Faites lire ce code par le téléphone de la personne qui tient la porte, ou envoyez-lui l'adresse. Aucun compte n'est nécessaire.",
        "Let the telephone of whoever keeps the door read this code, or send them the address. No account is needed.")
    public let secret = Localized(
        "Ce lien montre les noms des personnes attendues ici ce jour-là, et n'ouvre rien d'autre. Il est valable jusqu'au lendemain, 6 heures.",
        "This link shows the names of those expected here on that day, and opens nothing else. It is good until six in the morning after."
    )
    public let code = Localized("Code qui ouvre cette porte", "Code that opens this door")
    public let end = Localized("Mettre fin à ce lien", "End this link")
    public let ended = Localized("Le lien ne s'ouvre plus", "The link opens nothing any more")
    public let endedLead = Localized(
        "Les téléphones qui l'avaient ouvert n'ont plus accès à la porte.",
        "Telephones that had opened it have no access to the door any more.")
    public let back = Localized("Retour à la porte", "Back to the door")
}
