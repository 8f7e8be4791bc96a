public import Registration

/// Sentences about somebody's day.
public struct DayPhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// What does not go together, seen from the later session.
    public func conflict(_ conflict: DayPlan.Conflict) -> String {
        let other = conflict.first.title.typeset[language]
        return switch conflict.kind {
        case .overlap:
            Localized(
                "Chevauche « \(other) » : vous ne pourrez tenir une place qu'à l'une des deux.",
                "Overlaps “\(other)”: you can hold a place in one of the two only.")[language]
        case .tooFar(let between, let needed):
            Localized(
                "Après « \(other) », il reste \(minutes(between)) pour un trajet d'environ \(minutes(needed)).",
                "After “\(other)” there are \(minutes(between)) for a way of about \(minutes(needed)).")[language]
        }
    }

    private func minutes(_ count: Int) -> String {
        language.count(count, Localized("minute", "minute"), Localized("minutes", "minutes"))
    }

    /// How travel is reckoned.
    public var travelRule: String {
        let walk = language.number(Int(DayPlan.walkingSpeed))
        let (overhead, ride) = (language.number(Int(DayPlan.rideOverhead)), language.number(Int(DayPlan.ridingSpeed)))
        return Localized(
            "Trajets comptés à vol d'oiseau : \(walk) km/h à pied, ou \(overhead) minutes et \(ride) km/h par les transports.",
            "Ways are reckoned as the crow flies: \(walk) km/h on foot, or \(overhead) minutes and \(ride) km/h by public transport."
        )[language]
    }

    /// `Vous avez une place à 3 séances sur 5`
    public func got(_ count: Int, of all: Int) -> String {
        switch (count, all) {
        case (_, 1): Localized("Votre séance", "Your session")[language]
        case (0, _): Localized("Pas encore de place", "No place yet")[language]
        case (all, _): Localized("Vous avez toutes vos places", "You have all your places")[language]
        default:
            Localized(
                "Vous avez une place à \(SignUpPhrases(language).sessions(count)) sur \(language.number(all))",
                "You have a place in \(language.number(count)) of \(language.number(all)) sessions")[language]
        }
    }

    /// The button that takes a session out, as screen readers say it.
    public func remove(_ title: String) -> String {
        Localized("Retirer « \(title) »", "Take out “\(title)”")[language]
    }
}
