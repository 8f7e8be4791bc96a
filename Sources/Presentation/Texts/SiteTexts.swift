public import Registration

/// What stands on every page.
public struct SiteTexts: Sendable {
    public let name = Localized("Social Day", "Social Day")
    public let dayName = Localized("Journée mondiale de l'entrepreneuriat social", "World Social Entrepreneurship Day")
    public let skip = Localized("Aller au contenu", "Skip to the content")
    public let mainNavigation = Localized("Navigation principale", "Main navigation")
    public let footerNavigation = Localized("À propos de ce site", "About this site")
    public let home = Localized("La journée", "The day")
    public let programme = Localized("Programme", "Programme")
    public let privacy = Localized("Vos données", "Your data")
    public let closing = Localized(
        "Une journée gratuite et ouverte à tous, dans les lieux publics de Paris.",
        "One free day, open to everyone, in the public places of Paris.")
    public let picture = Localized(
        "Les toits de Paris au lever du jour, sous une spirale de vingt disques : ses arrondissements.",
        "The roofs of Paris at daybreak, under a spiral of twenty discs: its arrondissements.")
    public let toProgramme = Localized("Voir le programme", "See the programme")
    public let backToProgramme = Localized("Retour au programme", "Back to the programme")
}

public struct HomeTexts: Sendable {
    public let title = Localized("Le jour où Paris entreprend solidaire", "The day Paris does business for good")
    public let description = Localized(
        "Des séances gratuites dans toute la ville : choisissez, inscrivez-vous, venez.",
        "Free sessions all over the city: choose, sign up, come.")
    public let lead = Localized(
        "Ateliers, visites, rencontres : associations, coopératives et entreprises d'insertion ouvrent leurs portes et montrent comment on entreprend pour le bien commun.",
        "Workshops, visits, meetings: associations, cooperatives and work-integration companies open their doors and show what enterprise for the common good looks like."
    )
    public let unprepared = Localized(
        "La date de la prochaine édition sera annoncée ici.", "The date of the next edition will be announced here.")
    public let when = Localized("Quand", "When")
    public let place = Localized("Où", "Where")
    public let free = Localized("Tout est gratuit, sur inscription", "Everything is free; just sign up")
    public let signUps = Localized("Inscriptions", "Sign-ups")
    public let open = Localized("Les inscriptions sont ouvertes.", "Sign-ups are open.")
    public let over = Localized("Les inscriptions sont closes.", "Sign-ups have closed.")
    public let findTitle = Localized("Trouver sa séance", "Find your session")
    public let byDay = Localized("Par jour", "By day")
    public let byTheme = Localized("Par thème", "By theme")
    public let byDistrict = Localized("Par arrondissement", "By arrondissement")
    public let byDistrictHint = Localized("Sur la carte de Paris", "On a map of Paris")
    public let byHour = Localized("Heure par heure", "Hour by hour")
    public let byHourHint = Localized("Dans la grille horaire", "In the timetable")
    public let myDay = Localized("Composer ma journée", "Put my day together")
    public let myDayHint = Localized("Plusieurs séances, un seul formulaire", "Several sessions, a single form")
    public let lostTicket = Localized("Retrouver mon billet", "Find my ticket again")
    public let lostTicketHint = Localized("Il vous est renvoyé par mail", "It is mailed to you again")
    public let howTitle = Localized("Comment venir", "How to come")
    public let howChoose = Localized("Choisissez une séance", "Choose a session")
    public let howChooseBody = Localized(
        "Chacune dit qui l'anime, où elle se tient et combien de places il reste.",
        "Each one says who runs it, where it is and how many places are left.")
    public let howSignUp = Localized("Inscrivez-vous en une minute", "Sign up in a minute")
    public let howSignUpBody = Localized(
        "Un nom, une adresse mail, le nombre de places. Pas de compte à créer.",
        "A name, an email address, the number of places. No account needed.")
    public let howCome = Localized("Venez comme vous êtes", "Come as you are")
    public let howComeBody = Localized(
        "Votre billet vous attend dans votre boîte mail. Si c'est complet, la liste d'attente suit une règle simple, écrite noir sur blanc.",
        "Your ticket waits in your mailbox. Where a session is full, the waiting list follows a simple rule, in black and white."
    )
}

public struct ProgrammeTexts: Sendable {
    public let title = Localized("Le programme", "The programme")
    public let description = Localized(
        "Toutes les séances de la journée, heure par heure, et les places qui restent.",
        "All the sessions of the day, hour by hour, and the places left.")
    public let empty = Localized(
        "Le programme est en préparation. Revenez bientôt.", "The programme is being prepared. Come back soon.")
    public let hours = Localized("Aller à une heure", "Go to a time")
    public let until = Localized("jusqu'à", "until")
}
