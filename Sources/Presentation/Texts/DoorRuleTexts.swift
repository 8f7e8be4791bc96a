public import Registration

/// Until when a door keeps places (`app.claims_end`), as citizens are told on their tickets and in their mails.
public struct DoorRuleTexts: Sendable {
    public let kept = Localized(
        "Arrivez à l'heure : dix minutes après le début, les places que personne n'a prises peuvent être données à la porte.",
        "Come on time: ten minutes after the start, places that nobody has claimed may be given away at the door.")
}
