internal import Foundation
public import Registration

extension Facet {
    public var name: Localized {
        switch self {
        case .day: Localized("Jour", "Day")
        case .theme: Localized("Thème", "Theme")
        case .format: Localized("Forme", "Format")
        case .arrondissement: Localized("Arrondissement", "Arrondissement")
        case .time: Localized("Moment de la journée", "Time of day")
        case .language: Localized("Langue", "Language")
        case .access: Localized("Accessibilité", "Accessibility")
        case .places: Localized("Places", "Places")
        }
    }
}

extension TimeOfDay {
    public var name: Localized {
        switch self {
        case .morning: Localized("Matin", "Morning")
        case .afternoon: Localized("Après-midi", "Afternoon")
        case .evening: Localized("Soir", "Evening")
        }
    }
}

extension AccessNeed {
    public var name: Localized {
        switch self {
        case .wheelchair: Localized("Accès en fauteuil roulant", "Wheelchair access")
        case .hearingLoop: Localized("Boucle magnétique", "Hearing loop")
        case .signLanguage: Localized("Langue des signes", "Sign language")
        }
    }
}

extension Choice {
    /// The choice by itself, away from the name of its facet.
    public func name(in language: Language) -> String {
        switch self {
        case .day(let day): Self.name(of: day, in: language)
        case .theme(let theme): theme.name[language]
        case .format(let format): format.name[language]
        case .arrondissement(let number): "Paris\u{A0}" + language.ordinal(number)
        case .time(let time): time.name[language]
        case .language(let spoken):
            spoken == .french
                ? Localized("En français", "In French")[language] : Localized("En anglais", "In English")[language]
        case .access(let need): need.name[language]
        case .placesLeft: Localized("Avec des places libres", "With places left")[language]
        }
    }

    /// `Samedi 26 décembre`
    private static func name(of day: CalendarDay, in language: Language) -> String {
        let name = Moments(language, in: .gmt).dayAndMonth(day)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The choice under the name of its facet.
    public func shortName(in language: Language) -> String {
        if case .arrondissement(let number) = self { return language.ordinal(number) }
        return name(in: language)
    }
}
