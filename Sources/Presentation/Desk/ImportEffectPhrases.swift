public import Foundation
public import Registration

/// What an import does, in words.
public struct ImportEffectPhrases: Sendable {
    public let language: Language
    private let moments: Moments

    public init(_ language: Language, in timeZone: TimeZone) {
        self.language = language
        moments = Moments(language, in: timeZone)
    }

    public func summary(_ effect: ImportEffect, of kind: ImportFile.Kind) -> String {
        let (created, updated) = (effect.created.count, effect.updated.count)
        let number = language.number
        let noun =
            kind == .venues
            ? Localized("Lieux", "Venues")[language] : Localized("Séances", "Sessions")[language]
        return Localized(
            "\(noun) : \(number(created)) de plus, \(number(updated)) à changer, \(number(effect.unchanged)) sans changement.",
            "\(noun): \(number(created)) new, \(number(updated)) to change, \(number(effect.unchanged)) as they are.")[
                language]
    }

    public func done(created: Int, updated: Int, letters: Int) -> String {
        let number = language.number
        let mails =
            letters == 0
            ? ""
            : " "
                + (language.isSingular(letters)
                ? Localized("1 message part.", "1 mail goes out.")
                : Localized("\(number(letters)) messages partent.", "\(number(letters)) mails go out."))[language]
        return Localized(
            "C'est importé : \(number(created)) de plus, \(number(updated)) de changés.",
            "It is imported: \(number(created)) new, \(number(updated)) changed.")[language] + mails
    }

    /// `9 personnes reçoivent un message, dont 2 qui ont une autre séance à cette heure.`
    public func told(_ update: ImportEffect.Update) -> String? {
        guard update.told > 0 else { return nil }
        let people = language.count(
            update.told, Localized("personne avertie", "person told"), Localized("personnes averties", "people told"))
        guard update.clashes > 0 else { return people }
        return people
            + Localized(
                ", dont \(language.number(update.clashes)) avec une autre séance à cette heure",
                ", \(language.number(update.clashes)) of them with another session at that time")[language]
    }

    /// A value as people read it.
    public func value(_ fact: Fact?, of field: String) -> String {
        switch fact {
        case nil: Localized("rien", "nothing")[language]
        case .answer(let answer): (answer ? Texts.all.desk.yes : Texts.all.desk.no)[language]
        case .number(let number) where field.hasSuffix("_at"):
            moments.moment(Date(timeIntervalSince1970: number))
        case .number(let number):
            number == number.rounded() && abs(number) < 1e9 ? language.number(Int(number)) : "\(number)"
        case .text(let text):
            code(text, of: field)?[language] ?? text
        }
    }

    private func code(_ text: String, of field: String) -> Localized? {
        switch field {
        case "format": Format(rawValue: text)?.name
        case "theme": Theme(rawValue: text)?.name
        case "language": Language(rawValue: text)?.spokenName
        default: LegalForm(rawValue: text)?.name
        }
    }
}
