public import Registration

/// The venue manager's board, what changes a capacity, and the sheet for the door.
public struct BoardTexts: Sendable {
    public let title = Localized("Tableau des lieux", "Venue board")
    public let all = Localized("Tous les lieux", "All venues")
    public let live = Localized("En direct", "Live")
    public let stopped = Localized("Plus en direct : rechargez la page", "No longer live: reload the page")
    public let reload = Localized("Actualiser", "Refresh")
    public let readAt = Localized("À {time}", "At {time}")
    public let nowTitle = Localized("En ce moment", "On now")
    public let nothingNow = Localized("Aucune séance en ce moment.", "No session at the moment.")
    public let dayTitle = Localized("Toute la journée", "The whole day")
    public let session = Localized("Séance", "Session")
    public let time = Localized("Heure", "Time")
    public let room = Localized("Salle", "Room")
    public let capacity = Localized("Capacité", "Capacity")
    public let confirmed = Localized("Confirmées", "Confirmed")
    public let waiting = Localized("En attente", "Waiting")
    public let arrived = Localized("Arrivés", "Arrived")
    public let inside = Localized("Dedans", "Inside")
    public let actions = Localized("Faire", "Do")
    public let change = Localized("Changer la capacité", "Change the capacity")
    public let door = Localized("Porte", "Door")
    public let sheet = Localized("Feuille", "Sheet")
    public let near = Localized("Bientôt la limite de sécurité", "Near the safety limit")
    public let atLimit = Localized(
        "Limite de sécurité atteinte : n'admettez plus personne", "Safety limit reached: let nobody else in")
    public let flagged = Localized("À vérifier : {count}", "To be checked: {count}")
    public let permitted = Localized("sur {capacity} permis dans la salle", "of {capacity} allowed in the room")
    public let none = Localized("Aucune séance dans ce lieu.", "No session at this venue.")
    public let noneAnywhere = Localized(
        "Aucune séance au programme pour le moment.", "No session in the programme for now.")
    public let cancelled = Localized("Annulée", "Cancelled")
    public let capacityTitle = Localized("Changer la capacité", "Change the capacity of a session")
    public let capacityLabel = Localized("Nombre de places", "Number of places")
    public let capacityPreview = Localized("Voir les effets", "See the effects")
    public let capacityYes = Localized("Oui, changer", "Yes, change it")
    public let capacityDone = Localized("La capacité est changée.", "The capacity is changed.")
    public let capacityNo = Localized("Ne rien changer", "Change nothing")
    public let capacityWrong = Localized(
        "Écrivez un nombre de places, à partir de 1.", "Write a number of places, from 1.")
    public let sheetTitle = Localized("Feuille d'accueil", "Sign-in sheet")
    public let sheetName = Localized("Nom", "Name")
    public let sheetHere = Localized("Présent", "Here")
    public let sheetToDo = Localized("À faire", "To do")
    public let sheetCode = Localized("Code du billet", "Ticket code")
    public let sheetWaiting = Localized("Liste d'attente, dans l'ordre", "Waiting list, in its order")
    public let sheetExtra = Localized("Sans inscription", "Without sign-up")
    public let sheetSecret = Localized(
        "Cette feuille porte des noms : détruisez-la après la journée.",
        "This sheet holds names: destroy it after the day.")
    public let sheetBack = Localized("La porte de cette séance", "The door of this session")
    public let sheetPrint = Localized(
        "Imprimez cette page avec votre navigateur, le plus tard possible.",
        "Print this page with your browser, as late as you can.")
    public let sheetEmpty = Localized("Personne n'est inscrit.", "Nobody has signed up.")
}
