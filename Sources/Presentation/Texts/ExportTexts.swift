public import Registration

/// The staff's page of exports.
public struct ExportTexts: Sendable {
    public let navigation = Localized("Listes", "Lists")
    public let title = Localized("Listes et exports", "Lists and exports")
    public let lead = Localized(
        "Téléchargez les inscriptions d'une séance, d'un lieu ou de toute la journée, telles qu'elles sont à cet instant. Chaque export est noté dans le journal.",
        "Download the sign-ups of a session, a venue or the whole day, as they are at this instant. Each export is noted in the record."
    )
    public let makeTitle = Localized("Faire une liste", "Make a list")
    public let scope = Localized("Quelles inscriptions", "Which sign-ups")
    public let scopeHint = Localized(
        "Celles de toute la journée, si vous ne choisissez rien ici ; sinon, d'un lieu ou de séances.",
        "Those of the whole day, if you choose nothing here; otherwise of a venue or of sessions.")
    public let wholeDay = Localized("Toute la journée", "The whole day")
    public let everyVenue = Localized("Tous les lieux", "Every venue")
    public let someSessions = Localized("Plusieurs séances", "Several sessions")
    public let venue = Localized("Lieu", "Venue")
    public let sessions = Localized("Séances", "Sessions")
    public let sessionsHint = Localized(
        "Plusieurs à la fois : gardez la touche Ctrl enfoncée, ou Cmd sur un Mac.",
        "Several at once: hold the Ctrl key, or Cmd on a Mac.")
    public let format = Localized("Format", "Format")
    public let xlsx = Localized("Classeur Excel ou LibreOffice (.xlsx)", "Workbook for Excel or LibreOffice (.xlsx)")
    public let excel = Localized("CSV pour Excel en français", "CSV for Excel in French")
    public let csv = Localized("CSV pour un programme", "CSV for a program")
    public let json = Localized("JSON, un objet par ligne", "JSON, an object on each line")
    public let sheet = Localized("Feuille d'accueil à imprimer", "Sign-in sheet to print")
    public let sheetHint = Localized(
        "La feuille d'accueil a ses propres colonnes : cases à cocher, noms, places et codes des billets. Pour plusieurs séances, chacune commence une page.",
        "A sign-in sheet has columns of its own: boxes to tick, names, places and ticket codes. Of several sessions, each begins a page."
    )
    public let apostrophe = Localized(
        "Dans un CSV, une valeur qui ressemble à une formule commence par une apostrophe ; dans un classeur, elle reste telle quelle, en texte.",
        "In CSV, a value that looks like a formula begins with an apostrophe; in a workbook it stays as it is, as text."
    )
    public let columns = Localized("Colonnes", "Columns")
    public let columnsHint = Localized(
        "Cochées : ce qu'il faut à la porte, sans adresses ni téléphones. Les besoins peuvent dire quelque chose de la santé : ne les exportez que si quelqu'un doit agir.",
        "Ticked: what is needed at the door, without addresses or telephone numbers. Needs can tell of somebody's health: export them only if somebody has to act."
    )
    public let choices = Localized("Choix enregistrés", "Saved choices")
    public let atTheDoor = Localized("À la porte", "At the door")
    public let saveAs = Localized(
        "Garder ce choix de colonnes sous le nom", "Keep this choice of columns under the name")
    public let saveHint = Localized("Facultatif. 60 caractères au plus.", "Optional. 60 characters at most.")
    public let forget = Localized("Oublier ce choix", "Forget this choice")
    public let make = Localized("Préparer la liste", "Prepare the list")
    public let wrongTitle = Localized("Il manque quelque chose", "Something is missing")
    public let noColumn = Localized("Cochez au moins une colonne.", "Tick at least one column.")
    public let noSession = Localized(
        "Ces séances ne sont plus au programme : choisissez-en d'autres.",
        "These sessions are no longer in the programme: choose others.")
    public let noVenue = Localized(
        "Ce lieu n'est plus au programme : choisissez-en un autre.",
        "This venue is no longer in the programme: choose another.")
    public let oneOnly = Localized(
        "Choisissez un lieu ou des séances, pas les deux.", "Choose a venue or sessions, not both.")
    public let nameTooLong = Localized("Le nom dépasse 60 caractères.", "The name is longer than 60 characters.")
    public let readyTitle = Localized("La liste est prête à être téléchargée", "The list is ready to be downloaded")
    public let ready = Localized(
        "Elle est écrite pendant que vous la téléchargez, d'un seul instantané. Si le téléchargement s'interrompt, le fichier n'est pas entier : recommencez.",
        "It is written while you download it, of one single snapshot. If the download breaks off, the file is not whole: start again."
    )
    public let download = Localized("Télécharger", "Download")
    public let underWayTitle = Localized("La liste est en route", "The list is on its way")
    public let underWay = Localized(
        "Votre navigateur la reçoit. Cette page suit l'avancement ; sans JavaScript, rechargez-la.",
        "Your browser is receiving it. This page follows its progress; without JavaScript, load it again.")
    public let doneTitle = Localized("La liste est complète", "The list is complete")
    public let failedTitle = Localized("La liste n'a pas pu être écrite", "The list could not be written")
    public let failed = Localized(
        "Supprimez ce que votre navigateur a gardé, et recommencez.", "Delete what your browser kept, and start again.")
    public let again = Localized("Faire une autre liste", "Make another list")
    public let keep = Localized(
        "Gardez cette liste le moins longtemps possible, et pas sur un poste partagé.",
        "Keep this list for as short a time as you can, and not on a shared computer.")
    public let runsTitle = Localized("Derniers exports et dernières nuits", "Latest exports and nights")
    public let when = Localized("Quand", "When")
    public let what = Localized("Quoi", "What")
    public let state = Localized("État", "State")
    public let signUps = Localized("Inscriptions", "Sign-ups")
    public let size = Localized("Taille", "Size")
    public let night = Localized("Listes de la nuit", "Nightly lists")
    public let stateUnderWay = Localized("en cours", "under way")
    public let stateDone = Localized("complet", "complete")
    public let stateFailed = Localized("échec", "failed")
    public let noRuns = Localized("Rien n'a encore été exporté.", "Nothing has been exported yet.")
    public let lateTitle = Localized(
        "Les listes de la nuit ont plus de 26 heures", "The nightly lists are more than 26 hours old")
    public let late = Localized(
        "Prévenez la personne qui exploite le service. Les inscriptions elles-mêmes sont en sûreté dans la base de données.",
        "Tell whoever runs the service. The sign-ups themselves are safe in the database.")
}
