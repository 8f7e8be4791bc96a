public import Registration

/// What the staff's pages and mails say with a name, a number or a time in it.
public struct StaffPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// Who somebody is invited as.
    public func invited(as role: StaffRole, venues: [String]) -> String {
        let list = Self.list(venues, language)
        let text =
            switch role {
            case .administrator:
                Localized(
                    "Un compte vous attend pour administrer le service : les comptes de l'équipe, le programme, les inscriptions.",
                    "An account awaits you to administer the service: the staff's accounts, the programme, the sign-ups."
                )
            case .organiser:
                Localized(
                    "Un compte vous attend pour organiser la journée : le programme, les inscriptions, les listes.",
                    "An account awaits you to organise the day: the programme, the sign-ups, the lists.")
            case .venueManager, .steward:
                Localized(
                    "Un compte vous attend pour suivre les séances de vos lieux et y accueillir le public : \(list).",
                    "An account awaits you to follow the sessions of your venues and let people in: \(list).")
            }
        return text[language]
    }

    /// Until when a mailed link is good.
    public func good(until moment: String) -> String {
        Localized(
            "Le lien sert une seule fois, jusqu'au \(moment).", "The link is good once, until \(moment).")[language]
    }

    /// `mairie A, mairie B et mairie C`.
    public static func list(_ names: [String], _ language: Language) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + (language == .french ? " et " : " and ") + last
    }
}

extension StaffRole {
    public var name: Localized {
        switch self {
        case .administrator: Localized("Administration", "Administrator")
        case .organiser: Localized("Organisation", "Organiser")
        case .venueManager: Localized("Responsable de lieu", "Venue manager")
        case .steward: Localized("Accueil", "Steward")
        }
    }
}

extension StaffPhrases {
    /// Whose password is chosen.
    public func passwordOf(_ email: String) -> String {
        Localized("Pour le compte \(email).", "For the account \(email).")[language]
    }

    public func recoveryCodesLeft(_ count: Int) -> String {
        language.count(
            count, Localized("code de secours en réserve", "recovery code left"),
            Localized("codes de secours en réserve", "recovery codes left"))
    }
}
