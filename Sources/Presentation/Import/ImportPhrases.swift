public import Registration

/// What is wrong with an import file, in words: with what to do, for the terminal and for the desk.
public struct ImportPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `line 3, capacity: …`, each on a line of its own.
    public func lines(_ problems: ImportProblems) -> String {
        problems.problems.map(line).joined(separator: "\n")
    }

    /// `line 3, capacity: …`
    public func line(_ problem: ImportProblem) -> String {
        let place = [problem.line.map(self.place), problem.column].compactMap { $0 }.joined(separator: ", ")
        let separator = Localized(" : ", ": ")[language]
        return place.isEmpty ? message(problem.fault) : place + separator + message(problem.fault)
    }

    /// `line 3`
    public func place(_ line: Int) -> String { Localized("ligne \(line)", "line \(line)")[language] }

    public func message(_ fault: ImportFault) -> String { text(of: fault)[language] }

    private func text(of fault: ImportFault) -> Localized {
        switch fault {
        case .notUTF8, .nulByte, .openQuote, .textBehindQuote, .recordTooLong, .empty, .headerOnly, .header,
            .wrongCount, .notEncodable:
            file(fault)
        case .missing, .missingNumber, .controlCharacters, .tooLong, .notASlug, .notANumber, .notDegrees, .notYesOrNo,
            .unknownCode, .notATime, .skippedTime, .doubleTime:
            value(fault)
        default: line(fault)
        }
    }

    private func file(_ fault: ImportFault) -> Localized {
        switch fault {
        case .notUTF8(let byte):
            Localized(
                "le texte n'est pas en UTF-8 (octet \(byte) du fichier) ; enregistrez-le comme « CSV UTF-8 »",
                "the text is not UTF-8 (byte \(byte) of the file); save it as “CSV UTF-8”")
        case .nulByte:
            Localized(
                "le fichier contient un octet NUL ; enregistrez-le comme « CSV UTF-8 », et non en UTF-16 ou comme classeur",
                "the file holds a NUL byte; save it as “CSV UTF-8”, not as UTF-16 or as a workbook")
        case .openQuote:
            Localized(
                "une valeur s'ouvre par un guillemet (\") qui ne se ferme jamais ; doublez les guillemets dans une valeur",
                "a value opens with a quote (\") that never closes; double quotes inside a value")
        case .textBehindQuote:
            Localized(
                "du texte suit un guillemet fermant ; mettez toute la valeur entre guillemets et doublez ceux de l'intérieur",
                "text stands behind a closing quote; put the whole value between quotes and double those inside")
        case .recordTooLong(let size):
            Localized(
                "la ligne dépasse \(size) Kio ; manque-t-il un guillemet, ou est-ce un autre genre de fichier ?",
                "the line is longer than \(size) KiB; is a quote missing, or is this another kind of file?")
        case .empty(.venues):
            Localized(
                "le fichier est vide ; il lui faut un en-tête et une ligne par lieu",
                "the file is empty; it needs a header and a line for each of the venues")
        case .empty(.sessions):
            Localized(
                "le fichier est vide ; il lui faut un en-tête et une ligne par séance",
                "the file is empty; it needs a header and a line for each of the sessions")
        case .headerOnly:
            Localized(
                "le fichier a un en-tête et rien en dessous ; a-t-il été enregistré en entier ?",
                "the file has a header and nothing below it; was it saved whole?")
        case .header(let fault): header(fault)
        case .wrongCount(let values, let columns):
            Localized(
                "la ligne a \(values) valeurs, et l'en-tête \(columns) noms ; manque-t-il un séparateur, ou un guillemet ?",
                "has \(values) values, and the header names \(columns); is a separator missing, or a quote?")
        default:
            Localized("les lignes n'ont pas pu être transmises", "the lines can't be passed on")
        }
    }

    private func header(_ fault: ImportHeaderFault) -> Localized {
        var french: [String] = []
        var english: [String] = []
        func add(_ names: [String], _ ownWord: String, _ otherWord: String) {
            guard !names.isEmpty else { return }
            french.append("\(ownWord) \(names.joined(separator: ", "))")
            english.append("\(otherWord) \(names.joined(separator: ", "))")
        }
        add(fault.missing, "il manque", "lacks")
        add(fault.unknown, "on ne connaît pas", "has the unknown")
        add(fault.repeated, "on trouve deux fois", "names twice")
        let (required, optional) = (fault.required.joined(separator: ","), fault.optional.joined(separator: ","))
        return Localized(
            "dans l'en-tête, \(french.joined(separator: " et ")) ; il lui faut \(required) et il peut avoir \(optional)",
            "the header \(english.joined(separator: " and ")); it must name \(required) and may name \(optional)")
    }

    private func value(_ fault: ImportFault) -> Localized {
        switch fault {
        case .missing: Localized("est vide ; il en faut à chaque ligne", "is empty; every line needs one")
        case .missingNumber(let range):
            Localized(
                "est vide ; il y faut un nombre entier de \(range.lowerBound) à \(range.upperBound)",
                "is empty; it needs a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .controlCharacters:
            Localized("contient des caractères de contrôle ; ôtez-les", "holds control characters; remove them")
        case .tooLong(let count, let limit):
            Localized(
                "a \(count) caractères, et \(limit) au plus sont gardés ; raccourcissez",
                "has \(count) characters, and at most \(limit) are kept; shorten it")
        case .notASlug(let text):
            Localized(
                "\(shown(text, .french)) n'est pas un identifiant ; écrivez des minuscules de a à z, des chiffres et des traits d'union simples, 120 au plus",
                "\(shown(text, .english)) is no slug; use lower-case letters a to z, digits and single hyphens, at most 120"
            )
        case .notANumber(let text, let range):
            Localized(
                "\(shown(text, .french)) n'est pas un nombre entier de \(range.lowerBound) à \(range.upperBound)",
                "\(shown(text, .english)) is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .notDegrees(let text, let range):
            Localized(
                "\(shown(text, .french)) n'est pas un nombre de degrés de \(range.lowerBound) à \(range.upperBound)",
                "\(shown(text, .english)) is not a number of degrees from \(range.lowerBound) to \(range.upperBound)")
        case .notYesOrNo(let text):
            Localized(
                "\(shown(text, .french)) n'est ni oui ni non ; écrivez « oui », « non » ou rien",
                "\(shown(text, .english)) is neither yes nor no; write “yes”, “no” or nothing")
        case .unknownCode(let text, let known):
            Localized(
                "\(shown(text, .french)) est inconnu ; écrivez l'un de ces mots : \(known.joined(separator: ", "))",
                "\(shown(text, .english)) is not known; write one of \(known.joined(separator: ", "))")
        case .notATime(let text, let zone):
            Localized(
                "\(shown(text, .french)) n'est pas une heure ; écrivez 2026-11-28T09:30, avec un décalage comme +01:00 hors de \(zone)",
                "\(shown(text, .english)) is not a time; write it as 2026-11-28T09:30, with an offset such as +01:00 where it is not in \(zone)"
            )
        case .skippedTime(let text, let zone):
            Localized(
                "\(text) n'existe pas à l'heure de \(zone) : on avance les montres par-dessus",
                "\(text) does not exist in \(zone): the clocks go forward over it")
        case .doubleTime(let text, let zone):
            Localized(
                "\(text) vient deux fois à l'heure de \(zone), quand on recule les montres ; ajoutez le décalage",
                "\(text) comes twice in \(zone), when the clocks go back; add the offset")
        default: line(fault)
        }
    }

    private func line(_ fault: ImportFault) -> Localized {
        switch fault {
        case .venueContradicts(let slug, let line):
            Localized(
                "« \(slug) » est aussi à la ligne \(line), avec autre chose ; les lignes d'un lieu ne diffèrent que par leur salle",
                "“\(slug)” stands on line \(line) too, with other facts; a venue's lines may differ in their room only"
            )
        case .roomTwice(let room?, let slug, let line):
            Localized(
                "la salle « \(room) » de « \(slug) » est aussi à la ligne \(line) ; ôtez-en une",
                "the room “\(room)” of “\(slug)” stands on line \(line) too; remove one")
        case .roomTwice(nil, let slug, let line):
            Localized(
                "le lieu « \(slug) » sans salle est aussi à la ligne \(line) ; ôtez-en une",
                "the venue without a room of “\(slug)” stands on line \(line) too; remove one")
        case .hostContradicts(let host, let line):
            Localized(
                "« \(host) » a une autre forme juridique à la ligne \(line) ; une structure n'en a qu'une",
                "“\(host)” has another legal form on line \(line); a host has one")
        case .slugTwice(let slug, let line):
            Localized(
                "« \(slug) » est aussi à la ligne \(line) ; il en faut un à chaque séance",
                "“\(slug)” stands on line \(line) too; every session needs one of its own")
        case .endsBeforeStart:
            Localized(
                "la séance se termine avant de commencer, ou au même instant",
                "the session ends before it starts, or at that very moment")
        default: known(fault)
        }
    }

    private func known(_ fault: ImportFault) -> Localized {
        switch fault {
        case .unknownVenue(let slug):
            Localized(
                "il n'y a pas de lieu « \(slug) » ; importez-le d'abord, ou corrigez l'identifiant",
                "there is no venue “\(slug)”; import it first, or correct the slug")
        case .roomTaken(let detail):
            Localized(
                "est prise à cette heure (\(detail)) ; choisissez une autre salle ou une autre heure",
                "is taken at that time (\(detail)); choose another room or time")
        case .aboveRoom(let detail):
            Localized(
                "dépasse celle de la salle (\(detail)) ; baissez-la, ou agrandissez la salle en important le lieu",
                "is above the room's (\(detail)); lower it, or raise the room's by importing the venue")
        case .belowConfirmed(let places):
            Localized(
                "est en dessous des \(places) places déjà confirmées",
                "is below the \(places) places that are confirmed already")
        case .belowSession(let slug):
            Localized(
                "est en dessous de la capacité de « \(slug) », qui s'y tient",
                "is below the capacity of “\(slug)”, which is held there")
        case .outsideEdition(let days):
            Localized(
                "n'est pas un jour de l'édition en cours (\(days))",
                "is not on a day of the current edition (\(days))")
        case .tooManyDays(let count):
            Localized(
                "les séances couvrent plus de jours qu'une édition n'en a (\(count)) ; créez d'abord l'édition",
                "the sessions span more days than an edition has (\(count)); create the edition first")
        case .other(let code, let detail):
            Localized("n'est pas accepté (\(code) \(detail))", "is not accepted (\(code) \(detail))")
        default: Localized("n'est pas accepté", "is not accepted")
        }
    }

    private func shown(_ text: String, _ language: Language) -> String {
        if text.isEmpty { return Localized("une valeur vide", "an empty value")[language] }
        return language == .french ? "« \(text) »" : "“\(text)”"
    }
}
