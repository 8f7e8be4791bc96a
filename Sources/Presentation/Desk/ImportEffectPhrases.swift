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
        let (one, many) =
            kind == .venues
            ? (Localized("lieu", "venue"), Localized("lieux", "venues"))
            : (Localized("séance", "session"), Localized("séances", "sessions"))
        let parts: [(Int, Localized)] = [
            (effect.created.count, Localized("de plus", "more")),
            (effect.updated.count, Localized("à changer", "to change")),
            (effect.unchanged, Localized("sans changement", "as before")),
        ].filter { $0.0 > 0 }
        let words = parts.enumerated().map { index, part in
            (index == 0 ? language.count(part.0, one, many) : language.number(part.0)) + " " + part.1[language]
        }
        return words.joined(separator: ", ") + "."
    }

    public func done(created: Int, updated: Int, letters: Int) -> String {
        let number = language.number
        let mails = letters == 0 ? "" : " " + language.mailsGoOut(letters)
        let more = Localized("\(number(created)) de plus", "\(number(created)) more")[language]
        let changed = Localized(
            "\(number(updated)) avec des changements", "\(number(updated)) with changes")[language]
        let counts = [created > 0 ? more : nil, updated > 0 ? changed : nil].compactMap(\.self)
        return Localized("C'est importé : ", "It is imported: ")[language] + counts.joined(separator: ", ") + "."
            + mails
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

    /// `Halle des essais, Salle B (60)`
    public func room(_ room: ImportEffect.MadeRoom) -> String {
        "\(room.venueName), \(room.name) (\(language.number(room.capacity)))"
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
