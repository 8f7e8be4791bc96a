public import Registration

/// The truth about the state of accessibility, as the law asks (France: law of 11 February 2005, article 47; RGAA 4.1).
public struct AccessibilityTexts: Sendable {
    public let title = Localized("Accessibilité", "Accessibility")
    public let description = Localized(
        "Ce que ce site fait pour que chacun puisse s'en servir, et ce qui n'a pas encore été vérifié.",
        "What this site does so that everyone can use it, and what has not been checked yet.")
    public let stateTitle = Localized("État de conformité", "State of compliance")
    public let unaudited = Localized(
        "Ce site n'a pas encore été audité par un tiers. Tant qu'il ne l'est pas, la loi demande de le dire non conforme au référentiel général d'amélioration de l'accessibilité (RGAA 4.1).",
        "This site has not been audited by a third party yet. Until it is, French law asks that it be called not compliant with its accessibility standard (RGAA 4.1)."
    )
    public let gapsTitle = Localized("Ce qui n'est pas accessible", "What is not accessible")
    public let doneTitle = Localized("Ce que nous faisons", "What we do")
    public let done = Localized(
        "Chaque page se lit et s'utilise au clavier, avec un lecteur d'écran, agrandie quatre fois, sans JavaScript, en clair comme en sombre. Elle est vérifiée automatiquement (axe-core, WCAG 2.2 AA) à chaque modification.",
        "Each page can be read and used by keyboard, with a screen reader, enlarged four times, without JavaScript, in light and dark. It is checked automatically (axe-core, WCAG 2.2 AA) at every change."
    )
    public let helpTitle = Localized("Une difficulté ?", "A difficulty?")
    public let help = Localized(
        "Dites-le à l'équipe de la journée : elle vous répond et peut vous inscrire elle-même.",
        "Tell the organisers: they answer you and can sign you up themselves.")
    public let remedyTitle = Localized("Voies de recours", "If that does not help")
    public let remedy = Localized(
        "Si vous n'obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par téléphone au 09 69 39 00 00, par courrier gratuit sans timbre à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, ou en ligne :",
        "If you get no satisfying answer, you may turn to the Défenseur des droits, the French ombudsman: by telephone on 09 69 39 00 00, by post (free, no stamp) to Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, or online:"
    )
    public let remedyLink = Localized("écrire au Défenseur des droits", "the form of the Défenseur des droits")
}
