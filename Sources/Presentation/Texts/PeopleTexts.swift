public import Registration

/// Looking for people.
public struct PeopleTexts: Sendable {
    public let title = Localized("Personnes", "People")
    public let search = Localized("Qui cherchez-vous ?", "Whom are you looking for?")
    public let searchHint = Localized(
        "Un nom, une adresse mail, un téléphone ou une référence. Ni les accents ni les majuscules ne comptent. Ce que vous cherchez n'est noté nulle part : seulement que vous avez cherché.",
        "A name, an email address, a telephone number or a reference. Neither accents nor capitals matter. What you look for is written nowhere: only that you searched."
    )
    public let submit = Localized("Chercher", "Search")
    public let signUp = Localized("Inscrire quelqu'un", "Sign somebody up")
    public let nobodyTitle = Localized("Personne", "Nobody")
    public let nobody = Localized(
        "Personne ne correspond dans cette édition. Essayez avec moins de mots, ou avec la référence du billet.",
        "Nobody in this edition fits. Try fewer words, or the reference of the ticket.")
    public let name = Localized("Nom", "Name")
    public let email = Localized("Adresse mail", "Email address")
    public let telephone = Localized("Téléphone", "Telephone")
    public let signUps = Localized("Inscriptions", "Sign-ups")
    public let noEmail = Localized("sans adresse", "no address")
    public let byName = Localized("Par nom", "By name")
    public let byLatest = Localized("Les dernières inscriptions d'abord", "The latest sign-ups first")
    public let byQueue = Localized("Dans l'ordre d'arrivée", "In the order in which they came")
    public let order = Localized("Ordre de la liste", "Order of the list")
}

/// A person's page.
public struct PersonTexts: Sendable {
    public let contact = Localized("Pour joindre cette personne", "How to reach this person")
    public let email = Localized("Adresse mail", "Email address")
    public let emailHint = Localized(
        "Une nouvelle adresse reçoit tous les billets, et ceux de l'ancienne n'ouvrent plus rien. Laissez vide s'il n'y en a pas.",
        "A new address is sent all tickets, and those of the old one open nothing any more. Leave it empty if there is none."
    )
    public let emailTaken = Localized(
        "Quelqu'un d'autre a déjà cette adresse dans cette édition : cherchez-la.",
        "Somebody else in this edition has this address already: search for it.")
    public let telephone = Localized("Téléphone", "Telephone")
    public let telephoneHint = Localized(
        "Demandé au téléphone ou à l'accueil seulement, pour pouvoir rappeler. Il est effacé avec la personne.",
        "Asked for by telephone or at the desk only, to be able to call back. It is erased with the person.")
    public let change = Localized("Corriger", "Correct")
    public let save = Localized("Enregistrer", "Save")
    public let none = Localized("aucun", "none")
    public let signUps = Localized("Inscriptions", "Sign-ups")
    public let signUpElsewhere = Localized("Inscrire à une autre séance", "Sign up for another session")
    public let cancel = Localized("Annuler", "Cancel")
    public let restore = Localized("Rétablir", "Restore")
    public let places = Localized("Changer le nombre de places", "Change the number of places")
    public let move = Localized("Passer à une autre séance", "Move to another session")
    public let moveUp = Localized("Faire passer devant", "Move up the list")
    public let putBack = Localized("Remettre à son rang", "Put back where they were")
    public let ticket = Localized("Billet à imprimer", "Ticket to print")
    public let notes = Localized("Notes", "Notes for the organisers")
    public let note = Localized("Nouvelle note", "New note")
    public let noteHint = Localized(
        "Pour l'équipe d'organisation : jamais dans les exports, effacée avec la personne, et lue par elle si elle demande ses données. Rien sur sa santé.",
        "For the organisers: never in exports, erased with the person, and read by them if they ask for their data. Nothing about their health."
    )
    public let noteSave = Localized("Ajouter la note", "Add the note")
    public let noteDelete = Localized("Supprimer la note", "Delete the note")
    public let noteDeleted = Localized("Note supprimée", "Note deleted")
    public let letters = Localized("Mails envoyés", "Mails sent")
    public let lettersNone = Localized("Aucun mail jusqu'ici.", "No mail so far.")
    public let kind = Localized("Sujet", "About")
    public let written = Localized("Écrit", "Written")
    public let state = Localized("État", "State")
    public let history = Localized("Ce que l'équipe a fait", "What the staff did")
    public let historyNone = Localized(
        "L'équipe n'a rien changé pour cette personne.", "The staff changed nothing for this person.")
    public let unknownTitle = Localized("Cette personne n'est plus là", "This person is not here any more")
    public let unknown = Localized(
        "Elle a pu effacer ses données, ou le lien est incomplet.",
        "They may have erased their data, or the link is incomplete.")
    public let backToSearch = Localized("Chercher quelqu'un", "Search for somebody")
    public let back = Localized("Retour à la personne", "Back to the person")
    public let printHint = Localized(
        "Imprimez cette page avec votre navigateur, ou laissez la personne photographier le code.",
        "Print this page with your browser, or let the person photograph the code.")
    public let noTicket = Localized(
        "Il n'y a pas de billet à imprimer : cette inscription n'a pas de place.",
        "There is no ticket to print: this sign-up has no place.")
}

/// Signing somebody up by telephone or at the desk, and changing what they have.
public struct AssistTexts: Sendable {
    public let title = Localized("Inscrire quelqu'un", "Sign somebody up")
    public let lead = Localized(
        "Par téléphone ou à l'accueil. Les règles sont celles du formulaire public : ordre d'arrivée, pas deux séances à la même heure.",
        "By telephone or at the desk. The rules are those of the public form: first come first served, no two sessions at the same time."
    )
    public let whom = Localized("Pour qui", "For whom")
    public let session = Localized("Séance", "Session")
    public let sessionChoose = Localized("Choisissez une séance", "Choose a session")
    public let name = Localized("Nom", "Name")
    public let email = Localized("Adresse mail (facultative)", "Email address (optional)")
    public let emailHint = Localized(
        "Avec une adresse, le billet part par mail. Sans adresse, vous l'imprimez tout de suite.",
        "With an address, the ticket goes out by mail. Without one, you print it at once.")
    public let telephone = Localized("Téléphone (facultatif)", "Telephone (optional)")
    public let places = Localized("Combien de places ?", "How many places?")
    public let language = Localized("Langue des mails et du billet", "Language of mails and ticket")
    public let needs = Localized("Besoins particuliers (facultatif)", "Special needs (optional)")
    public let needsHint = Localized(
        "Demandez d'abord si la personne veut bien que ce soit noté.",
        "Ask first whether the person wants it to be written down.")
    public let needsNote = Localized("En quelques mots", "In a few words")
    public let note = Localized("Note pour l'équipe (facultative)", "Note for the organisers (optional)")
    public let submit = Localized("Inscrire", "Sign up")
    public let knownTitle = Localized("Est-ce l'une de ces personnes ?", "Is it one of these people?")
    public let known = Localized(
        "Sans adresse, seul vous pouvez le savoir. Une même personne n'a qu'une place par séance, et jamais deux séances à la même heure.",
        "Without an address, only you can tell. One person has one sign-up for each session, and never two sessions at the same time."
    )
    public let somebodyElse = Localized("Non, c'est quelqu'un d'autre", "No, it is somebody else")
    public let doneConfirmed = Localized("C'est réservé", "It is reserved")
    public let doneWaiting = Localized("Sur la liste d'attente", "On the waiting list")
    public let doneCancelled = Localized("Inscription annulée", "Sign-up cancelled")
    public let cancelledHint = Localized(
        "Tant qu'il reste une place, l'annulation peut être défaite.",
        "As long as there is a place, the cancellation can be undone.")
    public let doneRestored = Localized("Inscription rétablie", "Sign-up restored")
    public let donePlaces = Localized("Nombre de places changé", "Number of places changed")
    public let doneMoved = Localized("Séance changée", "Moved to the other session")
    public let doneFirst = Localized("En tête de la liste d'attente", "At the head of the waiting list")
    public let firstHint = Localized(
        "La prochaine place qui se libère est pour cette personne. L'ordre peut être remis tant qu'elle attend.",
        "The next place that comes free is for this person. The order can be put back while they wait.")
    public let donePutBack = Localized("De nouveau à son rang", "Back where they were")
    public let doneContact = Localized("Coordonnées corrigées", "Contact corrected")
    public let alreadyTitle = Localized("Déjà inscrit à cette séance", "Signed up for this session already")
    public let already = Localized(
        "Rien n'a changé. Voici ce que cette personne tient.", "Nothing has changed. Here is what this person holds.")
    public let refusedTitle = Localized("Cela n'a pas pu se faire", "That could not be done")
    public let cancelTitle = Localized("Annuler cette inscription ?", "Cancel this sign-up?")
    public let cancelPlaces = Localized(
        "Les places vont aussitôt, dans l'ordre, à qui attend.",
        "The places go at once, in order, to those who wait.")
    public let cancelRank = Localized(
        "Le rang est perdu, et les personnes suivantes avancent.", "The rank is lost, and the people behind move up.")
    public let cancelMail = Localized(
        "La personne reçoit un mail, si elle a une adresse.", "The person is sent a mail, if they have an address.")
    public let cancelSubmit = Localized("Oui, annuler", "Yes, cancel")
    public let placesTitle = Localized("Combien de places ?", "How many places, then?")
    public let placesBody = Localized(
        "Moins de places : elles vont aussitôt à qui attend. Plus de places : seulement s'il en reste.",
        "Fewer places: they go at once to those who wait. More places: only if some are left.")
    public let placesSubmit = Localized("Changer", "Change")
    public let moveTitle = Localized("Vers quelle séance ?", "To which session?")
    public let moveBody = Localized(
        "L'ancienne place n'est rendue que si la nouvelle est obtenue.",
        "The old place is let go of only if the new one is got.")
    public let moveSubmit = Localized("Changer de séance", "Move")
    public let moveUpTitle = Localized("Faire passer devant tout le monde ?", "Move up before everybody else?")
    public let moveUpBody = Localized(
        "C'est la seule exception à la règle affichée. Elle ne prend de place à personne : la prochaine qui se libère ira à cette personne, si elle n'en tient pas une autre à la même heure.",
        "It is the one exception to the rule that people were shown. It takes a place from nobody: the next one that comes free goes to this person, unless they hold another at the same time."
    )
    public let moveUpRecord = Localized(
        "La raison est inscrite au registre ; la note reste avec l'inscription.",
        "The reason goes into the record; the note stays with the sign-up.")
    public let reason = Localized("Raison", "Reason")
    public let reasonMissing = Localized("Choisissez une raison.", "Choose a reason.")
    public let moveUpSubmit = Localized("Faire passer devant", "Move up")
    public let keep = Localized("Ne rien changer", "Change nothing")
}
