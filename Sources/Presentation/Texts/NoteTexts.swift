public import Registration

/// What this installation does with personal data: nothing here that the service doesn't do.
public struct PrivacyTexts: Sendable {
    public let title = Localized("Vos données", "Your data")
    public let description = Localized(
        "Ce que le service retient de vous, pourquoi, et qui le voit.",
        "What the service keeps about you, why, and who sees it.")
    public let whatTitle = Localized("Ce que nous retenons", "What we keep")
    public let what = Localized(
        "Quand vous vous inscrivez : le nom et l'adresse mail que vous écrivez, le nombre de places, vos besoins si vous en dites, la séance, la langue de la page et l'heure. Rien n'est retenu de qui consulte le programme.",
        "When you sign up: the name and email address you type, the number of places, your needs if you tell any, the session, the language of the page and the time. Nothing is kept about those who browse the programme."
    )
    public let whyTitle = Localized("Pourquoi", "Why")
    public let why = Localized(
        "Pour vous garder une place, vous accueillir, vous écrire à ce sujet et tenir la liste à l'entrée. Pas de publicité, pas de lettre d'information, pas de revente.",
        "To keep a place for you, to welcome you, to write to you about it and to have a list at the door. No advertising, no newsletter, nothing sold."
    )
    public let whoTitle = Localized("Qui les voit", "Who sees it")
    public let who = Localized(
        "L'équipe qui organise la journée. Aucun autre visiteur ne peut savoir qui s'est inscrit, pas même en essayant votre adresse.",
        "The team that organises the day. No other visitor can learn who signed up, not even by trying your address.")
    public let cookieTitle = Localized("Un seul cookie", "A single cookie")
    public let cookie = Localized(
        "Il protège le formulaire et reconnaît le navigateur qui vous a inscrit, pour que vous puissiez corriger votre adresse. Il ne suit personne, et aucune page n'appelle un autre site.",
        "It protects the form and recognises the browser that signed you up, so that you can correct your address. It follows nobody, and no page calls another site."
    )
    public let rightsTitle = Localized("Vos droits", "Your rights")
    public let rights = Localized(
        "Vous pouvez demander à l'équipe de la journée ce qu'elle a sur vous, le faire corriger ou effacer. Si la réponse ne vous convient pas, la CNIL reçoit vos réclamations.",
        "You may ask the organisers what they hold about you, and have it corrected or erased. If the answer does not satisfy you, the CNIL takes complaints."
    )
}

/// The truth about the state of accessibility, as the law asks (France: law of 11 February 2005, article 47; RGAA 4.1).
public struct AccessibilityTexts: Sendable {
    public let title = Localized("Accessibilité", "Accessibility")
    public let description = Localized(
        "Ce que ce site fait pour que chacun puisse s'en servir, et ce qui n'a pas encore été vérifié.",
        "What this site does so that everyone can use it, and what has not been checked yet.")
    public let stateTitle = Localized("État de conformité", "State of compliance")
    public let state = Localized(
        "Ce site n'a pas encore été audité par un tiers. Tant qu'il ne l'est pas, la loi demande de le dire non conforme au RGAA.",
        "This site has not been audited by a third party yet. Until it is, French law asks that it be called not compliant with the RGAA."
    )
    public let doneTitle = Localized("Ce que nous faisons", "What we do")
    public let done = Localized(
        "Chaque page se lit et s'utilise au clavier, avec un lecteur d'écran, agrandie quatre fois, sans JavaScript, en clair comme en sombre. Elle est vérifiée automatiquement (axe-core, WCAG 2.2 AA) à chaque modification.",
        "Each page can be read and used by keyboard, with a screen reader, enlarged four times, without JavaScript, in light and dark. It is checked automatically (axe-core, WCAG 2.2 AA) at every change."
    )
    public let helpTitle = Localized("Une difficulté ?", "A difficulty?")
    public let help = Localized(
        "Dites-le à l'équipe de la journée : elle peut vous inscrire elle-même. Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits.",
        "Tell the organisers: they can sign you up themselves. Without a satisfying answer, you may turn to the Défenseur des droits."
    )
}
