public import Registration

/// The staff's first page: how it is going.
public struct OverviewTexts: Sendable {
    public let title = Localized("Où en est-on ?", "How is it going?")
    public let taken = Localized("Places prises", "Places taken")
    public let sessions = Localized("Séances au programme", "Sessions that are on")
    public let waiting = Localized("Sur une liste d'attente", "On a waiting list")
    public let inside = Localized("Présents en ce moment", "Inside right now")
    public let export = Localized("Dernier export", "Last export")
    public let exportNever = Localized("Pas encore", "Not yet")
    public let exportLate = Localized("En retard : voyez les exports.", "Late: see the exports.")
    public let exportFailed = Localized("Le dernier essai a échoué.", "The last try failed.")
    public let growthTitle = Localized("Places prises, jour après jour", "Places taken, day by day")
    public let growthEmpty = Localized(
        "Personne n'a encore de place : la courbe commencera avec la première inscription.",
        "Nobody has a place yet: the chart will begin with the first sign-up.")
    public let themeTitle = Localized("Places prises par thème", "Places taken by theme")
    public let dayTitle = Localized("Places prises par journée", "Places taken on each day of the edition")
    public let day = Localized("Jour", "Day")
    public let total = Localized("Au total", "In all")
    public let theme = Localized("Thème", "Theme")
    public let takenShort = Localized("Prises", "Taken")
    public let capacity = Localized("Capacité", "Capacity")
    public let share = Localized("Part", "Share")
    public let fullTitle = Localized("Presque complètes", "Nearly full")
    public let emptyTitle = Localized("Presque vides", "Nearly empty")
    public let waitingTitle = Localized("Listes d'attente", "Waiting lists")
    public let session = Localized("Séance", "Session")
    public let waitingCount = Localized("En attente", "Waiting")
    public let none = Localized("Aucune pour le moment.", "None for now.")
    public let nothing = Localized(
        "Il n'y a pas encore de séance au programme.", "There is no session in the programme yet.")
    public let mailTitle = Localized("Courrier", "Mail")
    public let mailFine = Localized("Tout part normalement.", "Everything goes out as it should.")
    public let mailTrouble = Localized(
        "Des mails n'arrivent pas. La raison est dans le journal du service.",
        "Some mails do not arrive. The reason is in the log of the service.")
    public let mailWaiting = Localized("À envoyer", "To be sent")
    public let mailFailing = Localized("Essayés en vain, à réessayer", "Tried in vain, to be tried again")
    public let mailRefused = Localized("Refusés chez le destinataire", "Refused at the recipient's")
    public let mailGivenUp = Localized("Abandonnés", "Given up")
}
