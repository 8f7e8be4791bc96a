public import Registration

/// The organiser's desk for the programme: lists, forms, and what a change does.
public struct DeskTexts: Sendable {
    public let sessions = Localized("Séances", "Sessions")
    public let venues = Localized("Lieux", "Venues")
    public let hosts = Localized("Structures", "Hosts")
    public let notices = Localized("Annonces", "Notices")
    public let importTitle = Localized("Importer un fichier", "Import a file")
    public let newSession = Localized("Nouvelle séance", "New session")
    public let newVenue = Localized("Nouveau lieu", "New venue")
    public let newHost = Localized("Nouvelle structure", "New host")
    public let newRoom = Localized("Nouvelle salle", "New room")
    public let room = Localized("Salle", "Room")
    public let rooms = Localized("Salles", "Rooms")
    public let capacity = Localized("Capacité", "Capacity")
    public let noEdition = Localized(
        "Il n'y a pas encore d'édition : importez un fichier de séances, leurs dates en font une.",
        "There is no edition yet: import a file of sessions, and their dates make one.")

    // MARK: Lists

    public let searchHint = Localized("Titre, lieu ou structure", "Title, venue or host")
    public let status = Localized("État", "Status")
    public let theme = Localized("Thème", "Theme")
    public let venue = Localized("Lieu", "Venue")
    public let filling = Localized("Remplissage", "Filling")
    public let all = Localized("Tout", "All")
    public let when = Localized("Quand", "When")
    public let title = Localized("Titre", "Title")
    public let place = Localized("Où", "Where")
    public let taken = Localized("Places prises", "Places taken")
    public let waiting = Localized("En attente", "Waiting")
    public let nothingYet = Localized(
        "Il n'y a encore rien ici : créez, ou importez un fichier.",
        "There is nothing here yet: create, or import a file.")
    public let choose = Localized("Choisir", "Choose")
    public let nothingToPublish = Localized(
        "Choisissez au moins une séance à publier", "Choose at least one session to publish")
    public let publishChosen = Localized("Publier les séances choisies", "Publish the chosen sessions")
    public let arrondissement = Localized("Arrondissement", "District")
    public let largestRoom = Localized("Plus grande salle", "Largest room")
    public let legalForm = Localized("Forme juridique", "Legal form")

    // MARK: Forms

    public let save = Localized("Enregistrer", "Save")
    public let create = Localized("Créer", "Create")
    public let createPublished = Localized("Créer et publier", "Create and publish")
    public let preview = Localized("Voir l'effet, puis enregistrer", "See the effect, then save")
    public let back = Localized("Revenir au formulaire", "Back to the form")
    public let keepAsIs = Localized("Non, ne rien changer", "No, change nothing")
    public let wrongTitle = Localized("Le formulaire n'est pas encore bon", "The form is not right yet")
    public let nothingChosen = Localized("Choisissez…", "Choose…")
    public let textsGroup = Localized("Textes", "Texts")
    public let kindGroup = Localized("De quoi il s'agit", "What it is")
    public let whenGroup = Localized("Quand et où", "When and where")
    public let placesGroup = Localized("Places et inscriptions", "Places and sign-ups")
    public let seePublic = Localized("Voir la page publique", "See the public page")
    public let actions = Localized("Et aussi", "And also")
    public let unknown = Localized("Non renseigné", "Not told")
    public let yes = Localized("Oui", "Yes")
    public let no = Localized("Non", "No")

    // MARK: Two organisers

    public let outdatedTitle = Localized(
        "Quelqu'un d'autre a enregistré cette séance entre-temps", "Somebody else has saved this session meanwhile")
    public let outdatedBody = Localized(
        "Rien de ce que vous avez écrit n'est perdu. Ce que vous n'aviez pas touché est repris de l'autre ; là où vous différez, les deux sont montrés. Relisez, puis enregistrez de nouveau.",
        "Nothing you typed is lost. What you had not touched is taken over from them; where you differ, both are shown. Read it over, then save again."
    )
    public let theirs = Localized("Enregistré par l'autre :", "Saved by the other:")

    // MARK: Effects

    public let effectTitle = Localized("Avant d'enregistrer : voici l'effet", "Before saving: here is the effect")
    public let moreTitle = Localized("Entre-temps, cela touche plus de monde", "Meanwhile it concerns more people")
    public let moreBody = Localized(
        "Des inscriptions sont arrivées depuis que vous avez vu l'effet. Rien n'est fait ; voici ce que ce serait maintenant.",
        "Sign-ups came in since you saw the effect. Nothing is done; here is what it would be now.")
    public let changes = Localized("Ce qui change", "What changes")
    public let before = Localized("Avant", "Before")
    public let after = Localized("Après", "After")
    public let effect = Localized("Ce que cela fait", "What it does")
    public let letters = Localized("Les messages qui partent", "The mails that go out")
    public let lettersHint = Localized(
        "Chaque exemple est celui de la première personne concernée, sans ses liens.",
        "Each example is that of the first person concerned, without their links.")
    public let subject = Localized("Objet :", "Subject:")
    public let codeHere = Localized("[Ici, le code du billet]", "[Here, the ticket's code]")
    public let nobody = Localized(
        "Personne n'en est touché, et personne n'est averti.", "It concerns nobody, and nobody is told.")
    public let choiceTitle = Localized("Que faire des places déjà prises ?", "What about the places taken already?")
    public let yesSave = Localized("Oui, enregistrer", "Yes, save")
    public let yesAndWrite = Localized("Oui, enregistrer et envoyer", "Yes, save and send")
    public let publishTitle = Localized("Publier cette séance ?", "Publish this session?")
    public let publishBody = Localized(
        "Elle paraît aussitôt dans le programme, et l'on peut s'y inscrire dès l'ouverture des inscriptions.",
        "It appears in the programme at once, and people can sign up as soon as sign-ups open.")
    public let publish = Localized("Publier", "Publish")
    public let withdrawTitle = Localized(
        "Retirer cette séance du programme ?", "Take this session out of the programme?")
    public let withdrawBody = Localized(
        "Elle disparaît du site public et plus personne ne peut s'y inscrire. Si elle n'a pas lieu, annulez-la plutôt : chacun en sera averti.",
        "It disappears from the public site, and nobody can sign up any more. If it does not take place, cancel it instead: everyone will be told."
    )
    public let withdraw = Localized("Retirer du programme", "Take out of the programme")
    public let cancelTitle = Localized("Annuler cette séance ?", "Cancel this session?")
    public let cancelBody = Localized(
        "Elle reste visible, marquée comme annulée. Chacun en est averti, avec des séances semblables qui ont des places. Vous pourrez revenir en arrière tant que la salle reste libre.",
        "It stays visible, marked as cancelled. Everyone is told, with sessions like it that have places. You can undo this while the room stays free."
    )
    public let cancel = Localized("Annuler la séance", "Cancel the session")
    public let restoreTitle = Localized(
        "Cette séance a-t-elle lieu, après tout ?", "Does this session take place after all?")
    public let restoreBody = Localized(
        "Les inscriptions reprennent comme elles étaient. Qui a reçu l'annonce de l'annulation reçoit la bonne nouvelle, ainsi que qui a pris entre-temps une place à la même heure.",
        "Sign-ups go on as they were. Whoever got the news of the cancellation gets the good news, and so does whoever took a place at the same time meanwhile."
    )
    public let restore = Localized("Elle a lieu après tout", "It takes place after all")
    public let undo = Localized("Revenir en arrière", "Undo")
    public let impossibleTitle = Localized("Ce n'est pas possible maintenant", "This is not possible now")

    // MARK: Results

    public let doneUnchanged = Localized("Rien n'était à changer.", "There was nothing to change.")
    public let doneCreated = Localized("C'est créé.", "It is created.")
    public let doneSaved = Localized("C'est enregistré.", "It is saved.")
    public let doneSet = Localized("L'annonce est en place.", "The notice is up.")
    public let doneCleared = Localized("L'annonce est retirée.", "The notice is down.")
}

/// Importing files and putting up notices at the desk.
public struct DeskImportTexts: Sendable {
    public let lead = Localized(
        "Rien n'est enregistré avant que vous ayez vu ce que le fichier change. Un fichier faux n'est pas repris du tout.",
        "Nothing is saved before you have seen what the file changes. A file that is wrong is not taken at all.")
    public let kind = Localized("Que contient-il ?", "What is in it?")
    public let kindSessions = Localized("Des séances", "Sessions")
    public let kindVenues = Localized("Des lieux et leurs salles", "Venues and their rooms")
    public let file = Localized("Fichier CSV", "CSV file")
    public let fileHint = Localized(
        "En UTF-8, avec un en-tête, 1 Mio au plus ; virgules ou points-virgules.",
        "UTF-8, with a header, at most 1 MiB; commas or semicolons.")
    public let paste = Localized("Ou le texte, collé ici", "Or the text, pasted here")
    public let publishes = Localized(
        "Publier aussitôt les nouvelles séances", "Publish new sessions at once")
    public let look = Localized("Voir ce qu'il change", "See what it changes")
    public let previewTitle = Localized("Avant d'importer : voici l'effet", "Before importing: here is the effect")
    public let wrongTitle = Localized("Ce fichier n'est pas encore bon", "This file is not right yet")
    public let wrongBody = Localized(
        "Corrigez-le, puis choisissez-le ou collez-le de nouveau. Rien n'a été enregistré.",
        "Mend it, then choose or paste it again. Nothing was saved.")
    public let line = Localized("Ligne", "Line")
    public let column = Localized("Colonne", "Column")
    public let reason = Localized("Ce qui ne va pas", "What is wrong")
    public let created = Localized("Nouveau", "New")
    public let updated = Localized("Modifié", "Changed")
    public let roomsMade = Localized("Salles créées", "Rooms made")
    public let hostsMade = Localized("Structures créées ou modifiées", "Hosts made or changed")
    public let yesImport = Localized("Oui, importer", "Yes, import")
    public let yesImportAndWrite = Localized("Oui, importer et envoyer", "Yes, import and send")
    public let toDrafts = Localized("Relire et publier les brouillons", "Read over and publish the drafts")
    public let toVenues = Localized("Voir les lieux", "See the venues")
    public let another = Localized("Choisir un autre fichier", "Choose another file")
    public let empty = Localized("Choisissez un fichier, ou collez son texte.", "Choose a file, or paste its text.")
    public let tooLarge = Localized(
        "Le fichier dépasse 1 Mio : partagez-le, ou importez-le en ligne de commande.",
        "The file is larger than 1 MiB: split it, or import it on the command line.")
}

/// What the organiser has to say on public pages.
public struct DeskNoticeTexts: Sendable {
    public let lead = Localized(
        "Une annonce paraît en haut de chaque page concernée. Il y en a une au plus par sujet ; une nouvelle prend la place de l'ancienne.",
        "A notice stands on top of every page concerned. There is one at most for each subject; a new one takes the place of the old one."
    )
    public let about = Localized("À propos de", "About")
    public let everything = Localized("Toute l'édition", "The whole edition")
    public let sinceHint = Localized("Vide : dès maintenant.", "Empty: from now on.")
    public let untilHint = Localized("Vide : jusqu'à ce que vous la retiriez.", "Empty: until you take it down.")
    public let set = Localized("Mettre en place", "Put up")
    public let clear = Localized("Retirer", "Take down")
    public let change = Localized("Modifier", "Change")
    public let standing = Localized("Annonces en place ou à venir", "Notices that stand or are to come")
    public let none = Localized("Il n'y en a pas.", "There are none.")
    public let new = Localized("Nouvelle annonce", "New notice")
    public let changeTitle = Localized("Modifier cette annonce", "Change this notice")
}

/// How full a session has to be to stand in a list.
public struct DeskListTexts: Sendable {
    public let full = Localized("Complètes", "Full")
    public let nearly = Localized("Presque complètes", "Nearly full")
    public let quiet = Localized("Presque vides", "Nearly empty")
    public let waiting = Localized("Avec des gens qui attendent", "With people waiting")
}
