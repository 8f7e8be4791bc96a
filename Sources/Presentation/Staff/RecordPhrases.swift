public import Registration

/// The record in words. What is not in the lists is shown as it stands.
public enum RecordPhrases {
    private static let actions: [String: Localized] = [
        "account.added": Localized("a créé un compte", "made an account"),
        "account.changed": Localized("a changé le rôle d'un compte", "changed an account's role"),
        "account.disabled": Localized("a fermé un compte", "closed an account"),
        "account.enabled": Localized("a rouvert un compte", "opened an account again"),
        "account.reset": Localized("a remis un compte à zéro", "started an account afresh"),
        "login.refused": Localized("a refusé une connexion", "refused a login"),
        "login.throttled": Localized("a fait attendre après trop d'essais", "made wait after too many attempts"),
        "login.opened": Localized("s'est connecté", "logged in"),
        "login.ended": Localized("a mis fin à une connexion", "ended a login"),
        "password.set": Localized("a choisi un mot de passe", "chose a password"),
        "password.reset_asked": Localized("a demandé un lien de mot de passe", "asked for a password link"),
        "factor.set": Localized("a mis en place son code à usage unique", "set up a one-time code"),
        "factor.removed": Localized("a retiré son code à usage unique", "removed a one-time code"),
        "recovery_code.used": Localized("s'est servi d'un code de secours", "used a recovery code"),
        "door_link.made": Localized("a ouvert une porte", "opened a door"),
        "door_link.ended": Localized("a fermé une porte", "closed a door"),
        "door.list_read": Localized("a pris la liste d'une porte", "took a door's list"),
        "door.sheet_printed": Localized("a ouvert une feuille d'émargement", "opened a sign-in sheet"),
        "session.created": Localized("a créé une séance", "made a session"),
        "session.changed": Localized("a changé une séance", "changed a session"),
        "session.published": Localized("a publié une séance", "published a session"),
        "session.withdrawn": Localized("a retiré une séance", "withdrew a session"),
        "session.cancelled": Localized("a annulé une séance", "cancelled a session"),
        "session.restored": Localized("a rétabli une séance", "restored a session"),
        "venue.created": Localized("a créé un lieu", "made a venue"),
        "venue.changed": Localized("a changé un lieu", "changed a venue"),
        "room.created": Localized("a créé une salle", "made a room"),
        "room.changed": Localized("a changé une salle", "changed a room"),
        "host.created": Localized("a créé une structure", "made a host"),
        "host.changed": Localized("a changé une structure", "changed a host"),
        "programme.imported": Localized("a importé un fichier", "imported a file"),
        "programme.undone": Localized("est revenu sur une modification", "undid a change"),
        "notice.set": Localized("a publié une annonce", "put up a notice"),
        "notice.cleared": Localized("a retiré une annonce", "took a notice down"),
        "people.searched": Localized("a cherché des personnes", "searched for people"),
        "people.listed": Localized("a lu une liste de participants", "read a list of attendees"),
        "person.read": Localized("a ouvert la fiche d'une personne", "opened a person's page"),
        "person.changed": Localized("a changé les coordonnées d'une personne", "changed how to reach a person"),
        "needs.read": Localized("a lu les besoins d'une séance", "read a session's needs"),
        "sign_up.made": Localized("a inscrit une personne", "signed somebody up"),
        "sign_up.changed": Localized("a changé une inscription", "changed a sign-up"),
        "sign_up.moved": Localized("a déplacé une inscription", "moved a sign-up"),
        "sign_up.moved_up": Localized("a fait passer une inscription devant", "moved a sign-up to the front"),
        "sign_up.put_back": Localized("a remis une inscription à son rang", "put a sign-up back in its turn"),
        "sign_up.cancelled": Localized("a annulé une inscription", "cancelled a sign-up"),
        "sign_up.restored": Localized("a rétabli une inscription", "restored a sign-up"),
        "note.added": Localized("a ajouté une note", "added a note"),
        "note.deleted": Localized("a effacé une note", "deleted a note"),
        "note.restored": Localized("a rétabli une note", "restored a note"),
        "message.tested": Localized("s'est envoyé un message d'essai", "sent themselves a test message"),
        "message.sent": Localized("a écrit à des participants", "wrote to attendees"),
        "hosts.written_to": Localized("a écrit aux structures", "wrote to the hosts"),
        "export.begun": Localized("a demandé un export", "asked for an export"),
        "export.night_written": Localized("a écrit l'export de la nuit", "wrote the night's export"),
        "export.night_failed": Localized("n'a pas pu écrire l'export de la nuit", "failed to write the night's export"),
        "export.columns_saved": Localized("a enregistré un choix de colonnes", "saved a choice of columns"),
        "export.columns_forgotten": Localized("a effacé un choix de colonnes", "deleted a choice of columns"),
    ]

    private static let kinds: [String: Localized] = [
        "account": Localized("Comptes", "Accounts"),
        "login": Localized("Connexions", "Logins"),
        "password": Localized("Mots de passe", "Passwords"),
        "factor": Localized("Codes à usage unique", "One-time codes"),
        "recovery_code": Localized("Codes de secours", "Recovery codes"),
        "door_link": Localized("Portes", "Doors"),
        "door": Localized("Entrée", "At the door"),
        "session": Localized("Séances", "Sessions"),
        "venue": Localized("Lieux", "Venues"),
        "room": Localized("Salles", "Rooms"),
        "host": Localized("Structures", "Hosts"),
        "hosts": Localized("Courriels aux structures", "Letters to hosts"),
        "programme": Localized("Fichiers importés", "Imported files"),
        "notice": Localized("Annonces", "Notices"),
        "people": Localized("Listes de personnes", "Lists of people"),
        "person": Localized("Fiches de personnes", "People's pages"),
        "needs": Localized("Besoins", "Needs"),
        "sign_up": Localized("Inscriptions", "Sign-ups"),
        "note": Localized("Notes des organisateurs", "Notes"),
        "message": Localized("Messages écrits", "Messages"),
        "export": Localized("Listes exportées", "Exports"),
    ]

    public static func action(_ action: String, _ language: Language) -> String {
        actions[action]?[language] ?? action
    }

    public static func kind(_ kind: String, _ language: Language) -> String { kinds[kind]?[language] ?? kind }

    /// - Parameters:
    ///   - actor: `account:…`, `door:…`, `token:…`, `command`.
    ///   - name: An address, a venue or a token's name; `nil` for what is gone.
    public static func who(_ actor: String, _ name: String?, _ language: Language) -> String {
        let kind = actor.prefix { $0 != ":" }
        return switch kind {
        case "account": name ?? Localized("un compte effacé", "an erased account")[language]
        case "door": Localized("l'accueil", "the door")[language] + (name.map { ", \($0)" } ?? "")
        case "token": Localized("un programme", "a program")[language] + (name.map { ", \($0)" } ?? "")
        case "command": Localized("la console", "the console")[language]
        default: Localized("le service", "the service")[language]
        }
    }

    /// - Parameters:
    ///   - object: `session:SLUG`, `sign_up:12`, `attendee:3`, …
    ///   - name: An account's address; `nil` for others, and what is gone.
    public static func object(_ object: String, _ name: String?, _ language: Language) -> String {
        let (kind, id) = (object.prefix { $0 != ":" }, object.drop { $0 != ":" }.dropFirst())
        if let name { return name }
        switch kind {
        case "account": return Localized("un compte effacé", "an erased account")[language]
        case "sign_up":
            let reference = Int64(id).map { Reference(signUp: $0).description } ?? String(id)
            return Localized("inscription \(reference)", "sign-up \(reference)")[language]
        default:
            guard let noun = objects[String(kind)] else { return object }
            // A door's own number says nothing.
            return kind == "door" ? noun[language] : "\(noun[language]) \(id)"
        }
    }

    /// Whether what an entry is about has its words.
    static func knows(object kind: String) -> Bool { ["account", "sign_up"].contains(kind) || objects[kind] != nil }

    private static let objects: [String: Localized] = [
        "attendee": Localized("personne n°", "person no."),
        "change": Localized("modification n°", "change no."),
        "door": Localized("porte", "door"),
        "edition": Localized("édition n°", "edition no."),
        "export_choice": Localized("choix de colonnes n°", "choice of columns no."),
        "host": Localized("structure n°", "host no."),
        "message": Localized("message n°", "message no."),
        "room": Localized("salle n°", "room no."),
        "session": Localized("séance", "session"),
        "venue": Localized("lieu", "venue"),
    ]
}
