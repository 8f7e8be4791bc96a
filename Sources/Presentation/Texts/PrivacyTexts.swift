public import Registration

/// What this installation does with personal data: nothing here that the service doesn't do. What the organiser has to
/// say stands in `DutyPhrases`.
public struct PrivacyTexts: Sendable {
    public let title = Localized("Vos données", "Your data")
    public let description = Localized(
        "Ce que le service retient de vous, pourquoi, qui le voit, et jusqu'à quand.",
        "What the service keeps about you, why, who sees it, and until when.")
    public let controllerTitle = Localized("Qui en répond", "Who answers for it")
    public let whatTitle = Localized("Ce que nous demandons, et pourquoi", "What we ask, and why")
    public let what = Localized(
        "Quand vous vous inscrivez : votre nom, pour vous accueillir à l'entrée ; votre adresse mail, pour vous envoyer votre billet et ce qui change ; le nombre de places, pour vous les garder. Le service note aussi la séance, la langue de la page et l'heure. Rien n'est retenu de qui consulte le programme.",
        "When you sign up: your name, to welcome you at the door; your email address, to send you your ticket and what changes; the number of places, to keep them for you. The service also notes the session, the language of the page and the time. Nothing is kept about those who browse the programme."
    )
    public let desk = Localized(
        "Si l'équipe vous inscrit à un guichet ou par téléphone, elle note ce que vous lui dites : votre nom et, si vous le voulez, une adresse ou un numéro de téléphone. Elle peut joindre une note à votre inscription ; vous la recevez avec la copie de vos données. À l'entrée, le service retient l'heure à laquelle votre billet est lu.",
        "Where the organisers sign you up at a desk or by telephone, they note what you tell them: your name and, if you like, an address or a telephone number. They can add a note to your sign-up; you get it with the copy of your data. At the door, the service keeps the time at which your ticket is read."
    )
    public let needs = Localized(
        "Ce dont vous avez besoin pour participer (une place en fauteuil, la langue des signes…) peut révéler votre état de santé. Rien ne vous oblige à le dire ; si vous le dites, c'est avec votre accord, que vous pouvez reprendre à tout moment.",
        "What you need to take part (a wheelchair place, sign language…) can reveal your state of health. Nothing obliges you to tell; where you do, it is with your consent, which you can take back at any time."
    )
    public let notFor = Localized(
        "Pas de publicité, pas de lettre d'information, pas de profil, pas de revente.",
        "No advertising, no newsletter, no profile, nothing sold.")
    public let basisTitle = Localized("Sur quelle base", "On what basis")
    public let whoTitle = Localized("Qui les voit", "Who sees it")
    public let who = Localized(
        "L'équipe qui organise la journée et les personnes qui vous accueillent à l'entrée. Aucun autre visiteur ne peut savoir qui s'est inscrit, pas même en essayant votre adresse.",
        "The team that organises the day and the people who welcome you at the door. No other visitor can learn who signed up, not even by trying your address."
    )
    public let timeTitle = Localized("Combien de temps", "For how long")
    public let noEdition = Localized(
        "Aucune édition n'est annoncée : pour l'instant, personne ne peut s'inscrire.",
        "No edition is announced: for now, nobody can sign up.")
    public let sooner = Localized(
        "Vous pouvez tout faire effacer plus tôt : voyez vos droits, ci-dessous.",
        "You can have everything erased sooner: see your rights, below.")
    public let copies = Localized(
        "Ce qui est effacé disparaît aussitôt du service, et de toute liste faite ensuite. Les listes déjà écrites pour les organisateurs s'effacent au bout de 30 jours, les sauvegardes au bout de 35 ; personne ne les modifie d'ici là. Un mail déjà parti reste dans votre boîte.",
        "What is erased disappears from the service at once, and from every list made after that. Lists already written for the organisers are deleted after 30 days, backups after 35; nobody changes them before. A mail already sent stays in your mailbox."
    )
    public let cookieTitle = Localized("Les cookies", "Cookies")
    public let cookie = Localized(
        "Seulement le nécessaire : ils protègent les formulaires, reconnaissent le navigateur qui vous a inscrit et retiennent les séances que vous choisissez. Ils ne suivent personne, et aucune page n'appelle un autre site. C'est pourquoi rien ne vous demande de les accepter.",
        "Only what is needed: they protect the forms, recognise the browser that signed you up and remember the sessions that you choose. They follow nobody, and no page calls another site. That is why nothing asks you to accept them."
    )
    public let rightsTitle = Localized("Vos droits", "Your rights")
    public let rights = Localized(
        "Voir ce que le service a sur vous, en recevoir une copie, le corriger, le faire effacer, vous opposer à son usage ou le limiter, reprendre votre accord.",
        "See what the service holds about you, receive a copy, correct it, have it erased, object to its use or limit it, take back your consent."
    )
    public let yourself = Localized("Par vous-même, tout de suite :", "By yourself, at once:")
    public let mySignUps = Localized("mes inscriptions et mes données", "my sign-ups and my data")
    public let complaint = Localized(
        "Si la réponse ne vous convient pas, vous pouvez vous plaindre à l'autorité française :",
        "If the answer does not satisfy you, you can complain to the French authority:")
    public let authority = Localized("adresser une plainte à la CNIL", "the CNIL's complaints page, in French")
}
