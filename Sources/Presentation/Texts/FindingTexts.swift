public import Registration

/// What helps to find a session: search, filters, views.
public struct FindingTexts: Sendable {
    public let search = Localized("Chercher une séance", "Find a session")
    public let searchHint = Localized(
        "Un sujet, un lieu, une structure. Les accents ne comptent pas.",
        "A subject, a venue, a host. Accents do not matter.")
    public let submit = Localized("Chercher", "Search")
    public let filters = Localized("Affiner", "Narrow down")
    public let show = Localized("Voir les séances", "Show the sessions")
    public let quick = Localized("Raccourcis", "Shortcuts")
    public let chosen = Localized("Vos critères", "Your criteria")
    public let remove = Localized("Retirer :", "Remove:")
    public let clear = Localized("Tout effacer", "Clear everything")
    public let whole = Localized("Voir tout le programme", "See the whole programme")
    public let views = Localized("Présentation du programme", "Ways to see the programme")
    public let list = Localized("Liste", "List")
    public let timetable = Localized("Grille horaire", "Timetable")
    public let map = Localized("Carte", "Map")
    public let calendar = Localized("Dans mon agenda", "In my calendar")
    public let drop = Localized(
        "Rien ne réunit tout cela à la fois. En retirant un critère :",
        "Nothing meets all of this at once. Dropping one criterion:")
    public let hopeless = Localized(
        "Rien ne réunit tout cela à la fois, même en retirant un critère.",
        "Nothing meets all of this at once, even with one criterion dropped.")
    public let pages = Localized("Suite des résultats", "More results")
    public let previous = Localized("Page précédente", "Previous page")
    public let next = Localized("Page suivante", "Next page")
    public let frame = Localized("Grille horaire, à faire défiler de côté", "Timetable, to be scrolled sideways")
    public let venues = Localized("Lieux", "Venues")
    public let byDistrict = Localized("Par arrondissement", "By arrondissement")
    public let mapLead = Localized(
        "Choisissez un arrondissement, sur la carte ou dans la liste. Les nombres sont ceux des places libres : plus il y en a, plus la teinte est forte.",
        "Choose an arrondissement, on the map or in the list. The numbers are the places left: the more there are, the stronger the shade."
    )
    public let district = Localized("Arrondissement", "Arrondissement")
    public let sessions = Localized("Séances", "Sessions")
    public let placesLeft = Localized("Places libres", "Places left")
}

/// A venue's page, and the organiser's notices.
public struct VenueTexts: Sendable {
    public let address = Localized("Adresse", "Address")
    public let access = Localized("Accès", "Access")
    public let openMap = Localized("Voir sur OpenStreetMap", "See on OpenStreetMap")
    public let sessions = Localized("Les séances dans ce lieu", "The sessions at this venue")
    public let noSessions = Localized(
        "Aucune séance n'est prévue ici pour le moment.", "No session is planned here for the time being.")
    public let notice = Localized("Message de l'équipe", "Notice from the organisers")
}
