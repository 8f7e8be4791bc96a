public import Registration

/// What the organiser has to say, and the words for what is not said yet.
public struct DutyTexts: Sendable {
    public let controller = Localized("Responsable des données :", "Data controller:")
    public let officer = Localized("Délégué à la protection des données :", "Data protection officer:")
    public let unstated = Localized(
        "pas encore indiqué par l'organisateur", "not yet stated by the organiser")
    public let contact = Localized("Contact :", "Contact:")
    public let basis = Localized("Base légale :", "Legal basis:")
    public let publicTaskShort = Localized("mission d'intérêt public", "task in the public interest")
    public let legitimateInterestShort = Localized("intérêt légitime", "legitimate interest")
    public let consentShort = Localized("votre accord", "your consent")
    public let basisUnstated = Localized(
        "L'organisateur n'a pas encore indiqué la base légale.", "The organiser has not yet stated the legal basis.")
    public let publicTask = Localized(
        "Une mission d'intérêt public (article 6(1)(e) du RGPD) : organiser une journée ouverte à tous.",
        "A task in the public interest (article 6(1)(e) of the GDPR): to hold a day that is open to everyone.")
    public let legitimateInterest = Localized(
        "L'intérêt légitime de l'organisateur (article 6(1)(f) du RGPD) : donner une place à chacun et le prévenir de ce qui change.",
        "The legitimate interest of the organiser (article 6(1)(f) of the GDPR): to give everyone a place and tell them what changes."
    )
    public let consent = Localized(
        "Votre accord (article 6(1)(a) du RGPD), que vous pouvez reprendre à tout moment.",
        "Your consent (article 6(1)(a) of the GDPR), which you can take back at any time.")
    public let health = Localized(
        "Pour ce dont vous avez besoin : votre accord exprès (article 9(2)(a)).",
        "For what you need: your explicit consent (article 9(2)(a)).")
    public let notCompliant = Localized("Accessibilité : non conforme", "Accessibility: not compliant")
    public let partlyCompliant = Localized(
        "Accessibilité : partiellement conforme", "Accessibility: partially compliant")
    public let fullyCompliant = Localized("Accessibilité : totalement conforme", "Accessibility: fully compliant")
}
