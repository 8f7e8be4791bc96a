public import Registration

/// A session's people and its waiting list, as organisers see them.
public struct SessionPeopleTexts: Sendable {
    public let title = Localized("Inscrits", "Who is signed up")
    public let all = Localized("Tous", "All")
    public let confirmed = Localized("Avec une place", "With a place")
    public let waiting = Localized("En attente", "Waiting")
    public let cancelled = Localized("Annulées", "Cancelled")
    public let filter = Localized("Quelles inscriptions", "Which sign-ups")
    public let empty = Localized("Personne ici.", "Nobody here.")
    public let needs = Localized("Besoins", "Needs")
    public let needsHint = Localized(
        "En nombres seulement ; les mots sont sans nom.", "In numbers only; the words come without a name.")
    public let needsNone = Localized("Personne n'a signalé de besoin.", "Nobody told of any need.")
    public let need = Localized("Besoin", "Need")
    public let count = Localized("Inscriptions", "Sign-ups")
    public let status = Localized("État", "State")
    public let places = Localized("Places", "Number of places")
    public let write = Localized("Écrire à ces personnes", "Write to these people")
    public let list = Localized("Voir la liste d'attente", "See the waiting list")
    public let signUp = Localized("Inscrire quelqu'un à cette séance", "Sign somebody up for this session")
    public let waitingTitle = Localized("Liste d'attente", "Waiting list")
    public let backToSession = Localized("La séance", "The session")
    public let backToPeople = Localized("Tous les inscrits", "All who are signed up")
    public let rank = Localized("Rang", "Rank")
    public let since = Localized("Depuis", "Since")
    public let why = Localized("Pourquoi", "Why")
    public let waitingEmpty = Localized("Personne n'attend.", "Nobody waits.")
    public let ruleTitle = Localized("La règle, telle qu'elle est affichée", "The rule, as people are shown it")
    public let unknownTitle = Localized("Cette séance n'existe pas", "There is no such session")
    public let unknown = Localized(
        "Elle a pu changer d'adresse, ou vous n'y avez pas accès.",
        "It may have another address, or is not yours to see.")
}

/// Writing to people and to hosts.
public struct WritingTexts: Sendable {
    public let title = Localized("Messages", "Write to people")
    public let new = Localized("Écrire un message", "Write a message")
    public let none = Localized("Aucun message jusqu'ici.", "No message so far.")
    public let sentAt = Localized("Envoyé", "Sent on")
    public let about = Localized("Séances", "For sessions")
    public let subject = Localized("Objet", "Subject")
    public let progress = Localized("Mails partis", "Mails that are out")
    public let selectTitle = Localized("À qui ?", "To whom?")
    public let selectHint = Localized(
        "Sans choix, ce sont toutes les séances, brouillons mis à part. Plusieurs choix se complètent : un thème et un lieu donnent les séances de ce thème dans ce lieu.",
        "Without a choice, it is all sessions but drafts. Several choices narrow it down: a theme and a venue give the sessions of that theme at that venue."
    )
    public let themes = Localized("Thèmes", "Themes")
    public let venues = Localized("Lieux", "Venues")
    public let sessions = Localized("Séances choisies", "Chosen sessions")
    public let anyVenue = Localized("Tous les lieux", "All venues")
    public let status = Localized("Parmi elles", "Among them")
    public let toConfirmed = Localized("Les personnes qui ont une place", "Those who have a place")
    public let toWaiting = Localized("Les personnes qui attendent", "Those who wait")
    public let selectSubmit = Localized("Voir combien de personnes", "See how many people")
    public let writeTitle = Localized("Le message", "The message")
    public let writeHint = Localized(
        "En français, en anglais ou dans les deux langues : chacun reçoit la sienne, ou celle qui existe. Une ligne vide sépare les paragraphes ; les adresses web deviennent des liens.",
        "In French, in English or in both: everyone gets their own, or the one there is. An empty line parts paragraphs; web addresses become links."
    )
    public let placeholders = Localized(
        "Ces mots entre accolades sont remplacés pour chacun, et aucun autre :",
        "These words in braces are filled in for each person, and no others:")
    public let french = Localized("En français", "In French")
    public let english = Localized("En anglais", "In English")
    public let text = Localized("Texte", "Message text")
    public let preview = Localized("Voir le mail", "See the mail")
    public let test = Localized("M'envoyer un essai", "Send me a test")
    public let testSent = Localized("Un essai part vers votre adresse.", "A test is on its way to your address.")
    public let previewTitle = Localized("Le mail, tel qu'il sera lu", "The mail, as it will be read")
    public let previewHint = Localized(
        "Avec la première séance pour exemple. Dans cet essai, le lien du billet ne mène à rien.",
        "With the first session as an example. Here, the link of the ticket leads nowhere.")
    public let plainText = Localized("Le même en texte simple", "The same as plain text")
    public let sentTitle = Localized("Le message part", "The message is on its way")
    public let sentBody = Localized(
        "Les mails partent peu à peu, entre ceux des inscriptions. Cette page dit où ils en sont.",
        "The mails go out little by little, between those of the sign-ups. This page says how far they are.")
    public let nobodyTitle = Localized("Personne à qui écrire", "Nobody to write to")
    public let nobody = Localized(
        "Aucune personne de cette sélection n'a d'adresse mail.",
        "Nobody in this selection has an email address.")
    public let gone = Localized("Partis", "Out")
    public let toGo = Localized("À partir", "Still to go")
    public let lost = Localized("Pas arrivés, ou plus à dire", "Not arrived, or no longer true")
    public let unknownTitle = Localized("Ce message n'existe pas", "There is no such message")
    public let hosts = Localized("Écrire aux structures", "Write to the hosts")
    public let hostsLead = Localized(
        "Chaque structure reçoit le lien de ses portes : il ouvre l'accueil et la feuille d'émargement de ses séances, sans mot de passe. Aucun nom n'est dans le mail.",
        "Every host is sent the link to its doors: it opens the check-in and the sign-in sheet of its sessions, without a password. No name is in the mail."
    )
    public let host = Localized("Structure", "Host")
    public let contact = Localized("Adresse de contact", "Contact address")
    public let lastWritten = Localized("Dernier envoi", "Last sent")
    public let save = Localized("Enregistrer", "Save")
    public let hostSaved = Localized("L'adresse est enregistrée.", "The address is saved.")
    public let hostsWithout = Localized(
        "Aucune structure n'a encore d'adresse : notez-en une ci-dessous, et vous pourrez envoyer les liens.",
        "No host has an address yet: note one below, and you can send the links.")
    public let hostsNone = Localized(
        "Aucune structure n'a de séance au programme.", "No host has a session in the programme.")
}
