public import Foundation
public import Registration

/// What mails say that has a session or a number in it. Subjects hold no personal data: mailboxes show them to bystanders.
public struct LetterPhrases: Sendable {
    public let language: Language
    private let moments: Moments

    public init(_ language: Language, in timeZone: TimeZone) {
        self.language = language
        moments = Moments(language, in: timeZone)
    }

    // MARK: Subjects

    /// `Votre place : Réparer ensemble, samedi 26 décembre 2026`.
    public func subject(_ kind: News.Kind, about session: Session?, places: Int = 1) -> String {
        let opening = opening(kind, isOne: places == 1)[language]
        guard let session else { return opening }
        let separator = Localized(" : ", ": ")[language]
        return "\(opening)\(separator)\(session.title.typeset[language]), \(moments.day(session.startsAt))"
    }

    /// Of a mail that tells several things.
    public var subjectOfSeveral: String {
        Localized("Des nouvelles de vos inscriptions", "News of your sign-ups")[language]
    }

    private func opening(_ kind: News.Kind, isOne: Bool) -> Localized {
        switch kind {
        case .confirmed:
            isOne
                ? Localized("Votre place est réservée", "Your place is reserved")
                : Localized("Vos places sont réservées", "Your places are reserved")
        case .waiting: Localized("Vous êtes sur la liste d'attente", "You are on the waiting list")
        case .promoted:
            isOne
                ? Localized("Une place s'est libérée pour vous", "A place has come free for you")
                : Localized("Des places se sont libérées pour vous", "Places have come free for you")
        case .passedOver:
            Localized("Places libérées pendant une autre séance", "Places came free during another session")
        case .movedToWaiting:
            Localized("Vous êtes de nouveau sur la liste d'attente", "You are back on the waiting list")
        case .cancelled: Localized("Inscription annulée", "Sign-up cancelled")
        case .changed: Localized("Inscription modifiée", "Sign-up changed")
        case .switched: Localized("Échange fait", "Exchange done")
        case .alreadySignedUp: Localized("Votre inscription est déjà faite", "You are signed up already")
        case .clash: Localized("Deux séances à la même heure", "Two sessions at the same time")
        case .day: Localized("Votre journée", "Your day")
        case .sessionChanged: Localized("Séance déplacée", "Session moved")
        case .sessionCancelled: Localized("Séance annulée", "Session called off")
        case .sessionRestored: Localized("La séance aura bien lieu", "The session takes place after all")
        case .placeRenamed: Localized("Nouveau nom ou nouvelle adresse", "New name or address")
        case .reminder: Localized("C'est bientôt", "It is nearly here")
        case .tickets: Localized("Vos billets", "Your tickets")
        case .addressLink: Localized("Votre lien personnel", "Your personal link")
        case .message: Localized("Un message de l'organisation", "A message from the organisers")
        }
    }

    // MARK: Sentences

    /// The heading of what a letter tells: its subject's opening.
    public func heading(_ kind: News.Kind, places: Int = 1) -> String { opening(kind, isOne: places == 1)[language] }

    /// `samedi 26 décembre 2026, 9 h 30 – 11 h`.
    public func when(_ start: Date, _ end: Date) -> String { "\(moments.day(start)), \(moments.times(start, end))" }

    public func when(_ session: Session) -> String { when(session.startsAt, session.endsAt) }

    /// `Mairie du 11e arrondissement, salle des fêtes, 12 place Léon Blum, 75011 Paris`.
    public func place(_ session: Session) -> String {
        "\(session.venue.name), \(session.room), \(SessionPhrases(language).address(of: session.venue))"
    }

    /// `Vous êtes en 3e position sur la liste d'attente.`
    public func position(_ position: Int) -> String {
        let rank = SignUpPhrases(language).position(position)
        return Localized(
            "Vous êtes en \(rank) position sur la liste d'attente.", "You are \(rank) on the waiting list.")[language]
    }

    /// The rule of the waiting list, as it is printed where people join it.
    public func rule(of session: Session) -> [String] {
        let texts = Texts.all.session
        return [texts.ruleOrder, texts.ruleGroups, texts.ruleClash].map { $0[language] }
            + [SignUpPhrases(language).ruleEnd(moments.moment(session.signUpsCloseAt))]
    }

    /// What became of one session of a form for several; `nil` for a word that it does not know.
    public func outcome(_ word: String, places: Int, position: Int?) -> String? {
        switch word {
        case "confirmed": SignUpPhrases(language).youHave(places) + "."
        case "waiting":
            position.map(self.position)
                ?? Localized("Vous êtes sur la liste d'attente.", "You are on the waiting list.")[
                    language]
        case "already_signed_up":
            Localized("Votre inscription y était déjà faite.", "You were signed up for it already.")[language]
        case "full": Localized("Désolés, c'est complet.", "Sorry, it is full.")[language]
        case "clash":
            Localized(
                "Elle chevauche une autre séance où vous avez une place.",
                "It overlaps another session where you have a place.")[language]
        case "closed": Localized("Les inscriptions y sont closes.", "Sign-ups for it have closed.")[language]
        case "not_yet_open":
            Localized("Les inscriptions n'y sont pas encore ouvertes.", "Sign-ups for it are not open yet.")[language]
        default: nil
        }
    }

    /// A label and what it labels, on one line.
    public func line(_ label: String, _ value: String) -> String {
        label + Localized(" : ", ": ")[language] + value
    }
}
