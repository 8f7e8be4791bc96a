public import Registration

/// What doors and boards say of counts and outcomes.
public struct DoorPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    public func word(for outcome: CheckIn.Outcome) -> String {
        let texts = Texts.all.doorOutcome
        let text =
            switch outcome {
            case .checkedIn: texts.checkedIn
            case .checkedOut: texts.checkedOut
            case .undone: texts.undone
            case .alreadyIn: texts.alreadyIn
            case .notInside: texts.notInside
            case .tooMany: texts.tooMany
            case .wrongSession: texts.wrongSession
            case .wrongDay: texts.wrongDay
            case .cancelled: texts.cancelled
            case .sessionCancelled: texts.sessionCancelled
            case .waiting: texts.waiting
            case .full: texts.full
            case .givenAway: texts.givenAway
            case .unknown: texts.unknown
            case .unknownSession: texts.unknownSession
            case .nothingToUndo: texts.nothingToUndo
            case .keyReused: texts.keyReused
            }
        return text[language]
    }

    /// What there is to do for somebody, in the order of the list.
    public func toDo(for needs: [Needs.Kind]) -> [String] {
        let texts = Texts.all.doorNeed
        return needs.map { kind in
            switch kind {
            case .wheelchair: texts.wheelchair[language]
            case .signLanguage: texts.signLanguage[language]
            case .hearingLoop: texts.hearingLoop[language]
            case .seat: texts.seat[language]
            case .other: texts.other[language]
            }
        }
    }

    /// `1 personne`, `3 people`.
    public func people(_ count: Int) -> String {
        let texts = Texts.all.door
        return (count == 1 ? texts.one : texts.many)[language].filled(["count": language.number(count)])
    }

    /// How near the people inside are to the limit; `nil` while that is far.
    public func crowding(_ crowding: DoorTally.Crowding) -> String? {
        switch crowding {
        case .fine: nil
        case .near: Texts.all.board.near[language]
        case .full: Texts.all.board.atLimit[language]
        }
    }

    /// `80 → 60 places`.
    public func capacity(from old: Int, to new: Int) -> String {
        "\(language.number(old)) → "
            + language.count(new, Localized("place", "place"), Localized("places", "places"))
    }

    /// How many places are taken, of those there were.
    public func taken(_ places: Int) -> String {
        places == 0
            ? Localized("Aucune place n'est prise.", "No place is taken.")[language]
            : language.count(
                places, Localized("place est prise.", "place is taken."),
                Localized("places sont prises.", "places are taken."))
    }

    /// More places than the room may hold.
    public func aboveRoom(_ capacity: Int) -> String {
        Localized(
            "La sécurité incendie permet \(language.number(capacity)) personnes dans cette salle, pas plus.",
            "Fire safety allows \(language.number(capacity)) people in this room, no more.")[language]
    }
}

extension String {
    /// Fills in what stands in braces: `{time}`.
    public func filled(_ values: [String: String]) -> String {
        values.reduce(self) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
