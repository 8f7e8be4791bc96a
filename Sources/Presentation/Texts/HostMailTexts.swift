public import Registration

/// The mail that brings hosts their door links.
public struct HostMailTexts: Sendable {
    public let subject = Localized("L'accueil de vos séances", "The doors of your sessions")
    public let title = Localized("Ouvrir la porte de vos séances", "Opening the doors of your sessions")
    public let lead = Localized(
        "Le jour venu, ouvrez ces liens sur le téléphone de la personne qui accueille : elle y pointe les billets, cherche un nom et voit combien de places restent. Aucun compte n'est nécessaire.",
        "On the day, open these links on the telephone of whoever is at the door: they check tickets in, look for a name and see how many places are left. No account is needed."
    )
    public let open = Localized("Ouvrir cette porte", "Open this door")
    public let sheet = Localized(
        "La feuille d'émargement s'imprime depuis la même page : imprimez-la le plus tard possible, elle sera plus juste.",
        "The sign-in sheet is printed from the same page: print it late, and it will be right.")
    public let secret = Localized(
        "Ces liens montrent des noms : ne les donnez qu'aux personnes qui tiennent la porte. Ils cessent de fonctionner le lendemain matin.",
        "These links show names: give them only to those who keep the door. They stop working on the morning after.")
    public let reason = Localized(
        "Vous recevez ce message parce que l'organisation a noté cette adresse pour vos séances.",
        "You get this message because the organisers noted this address for your sessions.")
}
