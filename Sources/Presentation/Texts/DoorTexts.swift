public import Registration

/// The door: choosing one, and letting people in.
public struct DoorTexts: Sendable {
    public let title = Localized("La porte", "The door")
    public let lead = Localized(
        "Choisissez la séance à l'entrée de laquelle vous êtes.", "Choose the session whose entrance you are at.")
    public let venue = Localized("Lieu", "Venue")
    public let day = Localized("Jour", "Day")
    public let show = Localized("Voir les séances", "See the sessions")
    public let none = Localized("Aucune séance ici ce jour-là.", "No session here on that day.")
    public let now = Localized("En ce moment", "On now")
    public let others = Localized("Choisir une autre séance", "Choose another session")
    public let arrived = Localized("Arrivés", "Arrived")
    public let inside = Localized("Dans la salle", "In the room")
    public let remaining = Localized("Libres à la porte", "Free at the door")
    public let walkIns = Localized("Sans inscription", "Without sign-up")
    public let ticket = Localized("Code du billet, ou nom", "Ticket code, or name")
    public let ticketHint = Localized(
        "Scannez, tapez les huit signes du billet, ou le début d'un nom.",
        "Scan, type the eight characters of the ticket, or the beginning of a name.")
    public let letIn = Localized("Entrée", "Let in")
    public let letOut = Localized("Sortie", "Let out")
    public let one = Localized("1 personne", "1 person")
    public let many = Localized("{count} personnes", "{count} people")
    public let undo = Localized("Annuler ce pointage", "Take this back")
    public let walkInTitle = Localized("Sans billet", "Without a ticket")
    public let walkInHint = Localized(
        "Pour qui vient sans inscription, tant qu'il reste de la place. Dix minutes après le début, les places qui n'ont pas été prises comptent comme libres.",
        "For whoever comes without a sign-up, as long as there is room. Ten minutes after the start, places that nobody has claimed count as free."
    )
    public let walkInMore = Localized("+ 1 entrée", "+ 1 in")
    public let walkInLess = Localized("− 1 sortie", "− 1 out")
    public let asWalkIn = Localized("Laisser entrer, sans place réservée", "Let in, without a reserved place")
    public let results = Localized("Trouvé dans la liste", "Found in the list")
    public let noResult = Localized(
        "Personne de ce nom dans la liste de cette séance.", "Nobody of that name in this session's list.")
    public let toDo = Localized("À faire", "To do")
    public let sheet = Localized("Feuille à imprimer", "Sheet to print")
    public let camera = Localized("Scanner avec la caméra", "Scan with the camera")
    public let cameraStop = Localized("Arrêter la caméra", "Stop the camera")
    public let cameraDenied = Localized(
        "La caméra ne répond pas : autorisez-la dans le navigateur, ou tapez le code.",
        "The camera does not answer: allow it in the browser, or type the code.")
    public let sound = Localized("Son", "Sound")
    public let fresh = Localized("Liste à jour à {time}", "List current at {time}")
    public let offline = Localized(
        "Sans réseau : la liste date de {time}. Continuez, tout est gardé.",
        "No network: the list is from {time}. Go on, everything is kept.")
    public let offlineEmpty = Localized(
        "Sans réseau, et sans liste : notez les entrées sur papier, ou laissez entrer avec « + 1 ».",
        "No network, and no list: note who comes in on paper, or let people in with “+ 1”.")
    public let queued = Localized("À envoyer : {count}", "To be sent: {count}")
    public let sent = Localized("Tout est envoyé", "Everything is sent")
    public let loggedOut = Localized(
        "La session de travail est finie : ouvrez de nouveau votre lien ou reconnectez-vous. Rien n'est perdu.",
        "Your login has ended: open your link again or log in. Nothing is lost.")
    public let listLater = Localized(
        "Inscrit sur ce téléphone, à vérifier au retour du réseau.",
        "Kept on this phone, to be checked once the network is back.")
    public let deleted = Localized(
        "La liste de ce jour est effacée de ce téléphone.", "That day's list is deleted from this phone.")
    public let elsewhere = Localized("Ce billet est pour une autre porte", "This ticket is for another door")
}

/// What a door says of a scan: a word for each outcome, and a line below it.
public struct DoorOutcomeTexts: Sendable {
    public let checkedIn = Localized("Bienvenue", "Welcome")
    public let checkedOut = Localized("Sortie notée", "Out, noted")
    public let undone = Localized("Annulé", "Taken back")
    public let alreadyIn = Localized("Déjà entré", "Already in")
    public let notInside = Localized("N'est pas à l'intérieur", "Not inside")
    public let tooMany = Localized("Trop de monde pour ce billet", "Too many for this ticket")
    public let wrongSession = Localized("Autre séance", "Another session")
    public let wrongDay = Localized("Autre jour", "Another day")
    public let cancelled = Localized("Inscription annulée", "Sign-up cancelled")
    public let sessionCancelled = Localized("Séance annulée", "Session cancelled")
    public let waiting = Localized("Sur liste d'attente", "On the waiting list")
    public let full = Localized("C'est complet", "It is full")
    public let givenAway = Localized("Place redonnée", "Place given away")
    public let unknown = Localized("Billet inconnu", "Unknown ticket")
    public let unknownSession = Localized("Pas votre porte", "Not your door")
    public let nothingToUndo = Localized("Rien à annuler", "Nothing to take back")
    public let keyReused = Localized("À refaire", "Do it again")
    public let part = Localized("Entrés : {inside} sur {places}", "In: {inside} of {places}")
    public let since = Localized("Depuis {time}, à cette porte", "Since {time}, at this door")
    public let sinceElsewhere = Localized("Depuis {time}, par une autre porte", "Since {time}, by another door")
    public let free = Localized("Libres à la porte : {remaining}", "Free at the door: {remaining}")
    public let flagged = Localized(
        "Notés quand même, et signalés : {count}", "Noted all the same, and flagged: {count}")
    public let beyond = Localized(
        "Plus de monde que prévu : trouvez un siège en plus.", "There are more people than planned: find another seat.")
    public let givenAwayAll = Localized(
        "Les places étaient gardées jusqu'à {time}. La salle a atteint sa limite de sécurité.",
        "Places were kept until {time}. The room has reached its safety limit.")
    public let givenAwaySome = Localized(
        "Les places étaient gardées jusqu'à {time}. La salle peut encore recevoir : {count}",
        "Places were kept until {time}. The room can still take: {count}")
    public let stillFree = Localized(
        "Encore de la place : {times}, {session}, {place}", "Still free: {times}, {session}, {place}")
}

/// What there is to do at a door for what somebody needs.
public struct DoorNeedTexts: Sendable {
    public let wheelchair = Localized("Accompagner vers la place pour fauteuil", "Show to the wheelchair place")
    public let signLanguage = Localized("Placer face à l'interprète", "Seat facing the interpreter")
    public let hearingLoop = Localized("Placer dans la boucle magnétique", "Seat within the hearing loop")
    public let seat = Localized("Garder une place assise", "Keep a seat")
    public let other = Localized("Demander ce qui peut aider", "Ask what can help")
}
