public import Registration

public struct SessionTexts: Sendable {
    public let facts = Localized("En pratique", "Good to know")
    public let when = Localized("Quand", "When")
    public let place = Localized("Où", "Where")
    public let host = Localized("Avec", "With")
    public let spoken = Localized("Langue", "Language")
    public let signLanguage = Localized("Interprétée en langue des signes", "Interpreted in sign language")
    public let audience = Localized("Public", "Audience")
    public let access = Localized("Accès", "Access")
    public let wheelchair = Localized("Accessible en fauteuil roulant", "Wheelchair accessible")
    public let noWheelchair = Localized("Pas d'accès en fauteuil roulant", "No wheelchair access")
    public let hearingLoop = Localized("Boucle magnétique", "Hearing loop")
    public let places = Localized("Places", "Places")
    public let signUp = Localized("S'inscrire", "Sign up")
    public let joinWaitingList = Localized("Rejoindre la liste d'attente", "Join the waiting list")
    public let closed = Localized(
        "Les inscriptions à cette séance sont closes. S'il reste des places, elles sont données à l'entrée.",
        "Sign-ups for this session have closed. Any places left are given at the door.")
    public let over = Localized(
        "Cette séance a eu lieu. Merci à qui est venu !", "This session has taken place. Thank you to all who came!")
    public let cancelledMark = Localized("Annulée :", "Cancelled:")
    public let calendar = Localized("Ajouter à mon agenda", "Add to my calendar")
    public let cancelled = Localized(
        "Cette séance n'aura pas lieu. D'autres vous attendent au programme.",
        "This session will not take place. Others are waiting for you in the programme.")
    public let full = Localized(
        "Cette séance est complète et n'a pas de liste d'attente.",
        "This session is full and has no waiting list.")
    public let fullButWaiting = Localized(
        "Toutes les places sont prises. Inscrivez-vous sur la liste d'attente : dès qu'une place se libère pour vous, elle est à vous et nous vous l'écrivons.",
        "All places are taken. Join the waiting list: as soon as a place comes free for you, it is yours and we write to you."
    )
    public let alternatives = Localized("Proches de celle-ci, avec des places", "Close to this one, with places left")
    public let ruleTitle = Localized("La règle de la liste d'attente", "The rule of the waiting list")
    public let ruleOrder = Localized(
        "Quand des places se libèrent, la liste est parcourue dans l'ordre d'arrivée.",
        "When places come free, the list is gone through in order of arrival.")
    public let ruleGroups = Localized(
        "Un groupe reçoit toutes ses places ou aucune. S'il y en a trop peu pour lui, un groupe plus petit peut les prendre ; chacun garde son rang.",
        "A group gets all its places or none. Where there are too few for it, a smaller group may take them; everyone keeps their rank."
    )
    public let ruleClash = Localized(
        "Qui tient entre-temps une place à une heure qui se chevauche est passé, une fois prévenu, et garde son rang.",
        "Whoever meanwhile holds a place at an overlapping time is passed over, is told once, and keeps their rank.")
}

public struct FormTexts: Sendable {
    public let name = Localized("Prénom et nom", "Your name")
    public let nameHint = Localized("Comme on doit vous appeler à l'entrée.", "As we should call you at the door.")
    public let email = Localized("Adresse mail", "Email address")
    public let emailHint = Localized("Votre billet y sera envoyé.", "Your ticket will be sent there.")
    public let places = Localized("Nombre de places", "Number of places")
    public let placesHint = Localized("Vous compris, six au plus.", "Including you, six at most.")
    public let needs = Localized(
        "Ce qu'il vous faut pour participer (facultatif)", "What you need to take part (optional)")
    public let needsHint = Localized(
        "Pour qu'on vous attende, plutôt que de vous découvrir à l'entrée.",
        "So that you are expected, rather than discovered at the door.")
    public let needsNote = Localized("Autre chose, en quelques mots", "Something else, in a few words")
    public let submit = Localized("Je m'inscris", "Sign me up")
    public let submitWaiting = Localized("Je rejoins la liste d'attente", "Put me on the waiting list")
    public let sending = Localized("Envoi en cours…", "Sending…")
    public let dataUse = Localized(
        "Ces réponses servent à tenir la liste des participants, à vous accueillir et à vous écrire au sujet de cette inscription, à rien d'autre.",
        "These answers are used to keep the list of attendees, to welcome you and to write to you about this sign-up, for nothing else."
    )
    public let required = Localized(
        "Tous les champs sont obligatoires, sauf vos besoins.", "All fields but your needs are required.")
    public let trap = Localized("Laissez ce champ vide", "Leave this field empty")
    public let error = Localized("Erreur : ", "Error: ")
}

/// What stands above a form that comes back.
public struct NoticeTexts: Sendable {
    public let expiredTitle = Localized(
        "Cette page était ouverte depuis longtemps", "This page has been open for a long time")
    public let expired = Localized(
        "Par sécurité, le formulaire a expiré et rien n'a été enregistré. Tout ce que vous avez écrit est là : il suffit de le renvoyer.",
        "For safety, the form has expired and nothing was recorded. All that you wrote is still here: just send it again."
    )
    public let cookielessTitle = Localized(
        "Votre navigateur n'a pas renvoyé notre cookie", "Your browser did not send our cookie back")
    public let cookieless = Localized(
        "C'est lui qui relie le formulaire à votre navigateur. Rien n'a été enregistré, et tout ce que vous avez écrit est là : renvoyez-le. Si ce message revient, autorisez les cookies pour ce site.",
        "It ties the form to your browser. Nothing was recorded, and all that you wrote is still here: send it again. If this message comes back, allow cookies for this site."
    )
    public let trappedTitle = Localized("Renvoyez le formulaire", "Please send the form again")
    public let trapped = Localized(
        "Un champ caché, qui doit rester vide, avait été rempli ; votre navigateur l'a peut-être fait seul. Rien n'a été enregistré, et tout ce que vous avez écrit est là.",
        "A hidden field that must stay empty had been filled in, perhaps by your browser. Nothing was recorded, and all that you wrote is still here."
    )
    public let busyTitle = Localized("Beaucoup de monde en ce moment", "Many people at once right now")
    public let busy = Localized(
        "Nous n'avons pas pu traiter votre demande. Rien n'est perdu : renvoyez le formulaire dans un instant, vous ne serez pas compté deux fois.",
        "We could not deal with your request. Nothing is lost: send the form again in a moment, you won't be counted twice."
    )
    public let tooManyTitle = Localized("Un peu trop d'essais à la fois", "A few too many tries at once")
    public let usedTitle = Localized("Ce formulaire a déjà servi", "This form has already been used")
    public let used = Localized(
        "Il a déjà été envoyé avec d'autres réponses. Vérifiez celles-ci, puis renvoyez-le si c'est bien ce que vous voulez.",
        "It was sent before with other answers. Check these, then send it again if this is what you want.")
}
