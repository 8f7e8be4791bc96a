public import Registration

extension Format {
    public var name: Localized {
        switch self {
        case .workshop: Localized("Atelier", "Workshop")
        case .talk: Localized("Conférence", "Talk")
        case .roundTable: Localized("Table ronde", "Round table")
        case .visit: Localized("Visite", "Visit")
        case .training: Localized("Formation", "Training")
        case .meeting: Localized("Rencontre", "Meeting")
        }
    }
}

extension Theme {
    public var name: Localized {
        switch self {
        case .care: Localized("Aide à la dépendance", "Care")
        case .earlyChildhood: Localized("Petite enfance", "Early childhood")
        case .housing: Localized("Logement", "Housing")
        case .exclusion: Localized("Lutte contre l'exclusion", "Fighting exclusion")
        case .health: Localized("Santé de proximité", "Local health")
        case .circularEconomy: Localized("Économie circulaire", "Circular economy")
        case .transport: Localized("Mobilité", "Transport")
        }
    }
}

extension LegalForm {
    public var name: Localized {
        switch self {
        case .association: Localized("association", "non-profit association")
        case .cooperative: Localized("coopérative", "cooperative")
        case .workIntegration: Localized("entreprise d'insertion", "work-integration company")
        case .adaptedCompany: Localized("entreprise adaptée", "adapted company")
        case .socialCompany: Localized("entreprise à vocation sociale", "company with a social purpose")
        }
    }
}

extension Language {
    /// The language's name in itself, for the link that switches to it.
    public var ownName: String { self == .french ? "Français" : "English" }

    /// The language that a session is held in.
    public var spokenName: Localized {
        switch self {
        case .french: Localized("en français", "in French")
        case .english: Localized("en anglais", "in English")
        }
    }
}

extension Venue {
    /// `Paris 11e`, `Paris 11th`; elsewhere the city.
    public func district(in language: Language) -> String {
        guard city == "Paris", (1...20).contains(arrondissement) else { return city }
        return "Paris\u{A0}" + language.ordinal(arrondissement)
    }

    /// Its name, with the district where the name doesn't tell it.
    public func nameAndDistrict(in language: Language) -> String {
        let told = name.contains(Language.french.ordinal(arrondissement) + " arrondissement")
        return told ? name : "\(name), \(district(in: language))"
    }
}
