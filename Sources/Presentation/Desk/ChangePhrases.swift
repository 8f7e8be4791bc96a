public import Foundation
public import Registration

/// What was done to the programme, in words.
public struct ChangePhrases: Sendable {
    public let language: Language
    private let moments: Moments
    private let facts: ImportEffectPhrases

    public init(_ language: Language, in timeZone: TimeZone) {
        self.language = language
        moments = Moments(language, in: timeZone)
        facts = ImportEffectPhrases(language, in: timeZone)
    }

    public func moment(_ instant: Date) -> String { moments.moment(instant) }

    /// `118 personnes inscrites à 9 séances en sont averties, d'un message chacune.`
    public func told(_ people: Int, sessions: Int) -> String {
        let number = language.number
        let places = Localized(
            language.isSingular(sessions) ? "1 séance" : "\(number(sessions)) séances",
            sessions == 1 ? "1 session" : "\(number(sessions)) sessions")
        return
            (language.isSingular(people)
            ? Localized(
                "1 personne inscrite à \(places.french) en est avertie.",
                "1 person signed up for \(places.english) is told.")
            : Localized(
                "\(number(people)) personnes inscrites à \(places.french) en sont averties, d'un message chacune.",
                "\(number(people)) people signed up for \(places.english) are told, with one mail each."))[language]
    }

    /// A value of a form as people read it.
    public func value(_ fact: Fact?, of field: String) -> String {
        if case .number(let seconds) = fact, ["since", "until"].contains(field) {
            return moments.moment(Date(timeIntervalSince1970: seconds))
        }
        return facts.value(fact, of: field)
    }

    public func publish(_ sessions: Int) -> String {
        sessions == 1
            ? Texts.all.desk.publishTitle[language]
            : Localized(
                "Publier ces \(language.number(sessions)) séances ?",
                "Publish these \(language.number(sessions)) sessions?")[
                    language]
    }

    // MARK: What was done

    /// `Séances importées : 12 créées, 3 modifiées`
    public func what(_ change: ProgrammeChange) -> String {
        switch change.kind {
        case .sessionsImport:
            counted(Localized("Séances importées", "Sessions imported"), change)
        case .venuesImport: counted(Localized("Lieux importés", "Venues imported"), change)
        case .publication: DeskPhrases(language, in: .gmt).published(change.changed)
        case .undoing: Localized("Retour en arrière", "Undone")[language]
        case .session:
            made(change, Localized("Séance créée", "Session made"), Localized("Séance modifiée", "Session changed"))
        case .venue: made(change, Localized("Lieu créé", "Venue made"), Localized("Lieu modifié", "Venue changed"))
        case .room: made(change, Localized("Salle créée", "Room made"), Localized("Salle modifiée", "Room changed"))
        case .host:
            made(change, Localized("Structure créée", "Host made"), Localized("Structure modifiée", "Host changed"))
        case .notice:
            change.removed > 0
                ? Localized("Annonce retirée", "Notice taken down")[language]
                : made(
                    change, Localized("Annonce mise en place", "Notice put up"),
                    Localized("Annonce modifiée", "Notice changed"))
        }
    }

    private func made(_ change: ProgrammeChange, _ made: Localized, _ changed: Localized) -> String {
        (change.made > 0 ? made : changed)[language]
    }

    private func counted(_ opening: Localized, _ change: ProgrammeChange) -> String {
        let counts = [
            (change.made, Localized("création", "made"), Localized("créations", "made")),
            (change.changed, Localized("modification", "changed"), Localized("modifications", "changed")),
        ].filter { $0.0 > 0 }.map { language.count($0.0, $0.1, $0.2) }
        guard !counts.isEmpty else { return opening[language] }
        return LetterPhrases(language, in: .gmt).line(opening[language], counts.joined(separator: ", "))
    }

    /// `« Halle des essais », « Atelier »…`
    public func names(_ change: ProgrammeChange) -> String {
        let names = change.names.map { $0.typeset[language] }
        let more = change.made + change.changed + change.removed > names.count && !names.isEmpty ? "…" : ""
        return names.joined(separator: ", ") + more
    }

    public func who(_ change: ProgrammeChange) -> String { RecordPhrases.who(change.actor, change.who, language) }

    // MARK: Undoing

    /// `Séances importées, le 12 mars à 9 h 30, par …`
    public func about(_ effect: UndoEffect) -> String {
        let kind = name(of: effect.kind)
        let when = moments.moment(effect.madeAt)
        let who = RecordPhrases.who(effect.actor, effect.who, language)
        return Localized("\(kind.french), le \(when), par \(who)", "\(kind.english), on \(when), by \(who)")[language]
    }

    private func name(of kind: ProgrammeChange.Kind) -> Localized {
        switch kind {
        case .session: Localized("Une séance", "A session")
        case .venue: Localized("Un lieu", "A venue")
        case .room: Localized("Une salle", "A room")
        case .host: Localized("Une structure", "A host")
        case .notice: Localized("Une annonce", "A notice")
        case .publication: Localized("Des séances publiées", "Sessions published")
        case .undoing: Localized("Un retour en arrière", "An undoing")
        case .sessionsImport: Localized("Un fichier de séances", "A file of sessions")
        case .venuesImport: Localized("Un fichier de lieux", "A file of venues")
        }
    }

    /// `Lieu : Halle des essais`
    public func name(_ kind: PartKind, _ name: Localized?) -> String {
        let (label, own) =
            switch kind {
            case .session: (Localized("Séance", "Session"), name)
            case .venue: (Localized("Lieu", "Venue"), name)
            case .room: (Localized("Salle", "Room"), name)
            case .host: (Localized("Structure", "Host"), name)
            case .notice: (Localized("Annonce", "Notice"), name ?? Texts.all.deskNotice.everything)
            }
        return LetterPhrases(language, in: .gmt).line(label[language], own?.typeset[language] ?? "–")
    }

    /// `Lieu : Halle des essais. Enregistré par …`
    public func object(_ object: UndoEffect.Object) -> String {
        let name = name(object.kind, object.name)
        guard let at = object.at else { return name }
        return "\(name). " + DeskPhrases(language, in: moments.timeZone).savedBy(object.who, at: at)
    }

    public func obstacle(_ obstacle: UndoEffect.Obstacle) -> String {
        let texts = Texts.all.deskChange
        return switch obstacle {
        case .roomTaken: texts.roomTaken[language]
        case .roomTooSmall: texts.roomTooSmall[language]
        case .nameTaken: texts.nameTaken[language]
        case .missing: texts.missing[language]
        }
    }

    public func undone(letters: Int) -> String {
        let done = Localized("C'est de nouveau comme avant.", "It is as it was before.")[language]
        return letters > 0 ? done + " " + language.mailsGoOut(letters) : done
    }
}
