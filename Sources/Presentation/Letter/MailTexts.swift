public import Registration

/// The fixed sentences of mails.
public struct MailTexts: Sendable {
    public let session = Localized("Séance", "Session")
    public let places = Localized("Places", "Places")
    public let showTicket = Localized("Voir mon billet", "See my ticket")
    public let showSignUp = Localized("Voir mon inscription", "See my sign-up")
    public let cancel = Localized("Je ne peux pas venir", "I can't come")
    public let switchTo = Localized("Échanger ma place", "Exchange my place")
    public let showSession = Localized("Voir la séance", "See the session")
    public let showAll = Localized("Voir tout ce qui est à cette adresse", "See everything under this address")
    public let programme = Localized("Voir le programme", "See the programme")

    public let codeName = Localized("Code du billet, à montrer à l'entrée", "The ticket's code, to show at the door")
    public let codeUse = Localized(
        "Montrez à l'entrée le code de votre billet, sur votre téléphone ou imprimé.",
        "Show your ticket's code at the door, on your telephone or printed.")
    public let letGo = Localized(
        "Vous ne pouvez plus venir ? Annulez depuis le billet : votre place ira à quelqu'un d'autre.",
        "Can't come any more? Cancel from the ticket: your place will go to somebody else.")

    public let waiting = Localized(
        "Toutes les places sont prises pour le moment. Dès qu'il s'en libère pour vous, elles sont à vous et nous vous l'écrivons.",
        "All places are taken for now. As soon as places come free for you, they are yours and we write to you.")
    public let promoted = Localized(
        "Des places se sont libérées et c'était votre tour : vous n'avez rien d'autre à faire que venir.",
        "Places came free and it was your turn: all that is left to do is to come.")
    public let passedOver = Localized(
        "Des places se sont libérées, mais vous en tenez déjà à une heure qui se chevauche : d'autres les ont eues. Vous gardez votre rang. Si vous préférez cette séance, annulez l'autre : vous serez de nouveau en jeu.",
        "Places came free, but you already hold some at an overlapping time, so others got them. You keep your rank. If you prefer this session, cancel the other one: you will be in play again."
    )
    public let movedToWaiting = Localized(
        "L'organisateur a dû réduire le nombre de places, et les dernières inscriptions sont passées en liste d'attente. Nous en sommes désolés. Vous gardez votre rang : les premières places qui se libèrent pour vous sont à vous.",
        "The organisers had to reduce the number of places, and the latest sign-ups went to the waiting list. We are sorry. You keep your rank: the first places that come free for you are yours."
    )
    public let cancelled = Localized(
        "Votre inscription est annulée, et ce que vous teniez est rendu aux autres. Vous n'avez plus rien à faire. Si vous changez d'avis, vous pouvez vous inscrire de nouveau, dans la limite des places.",
        "Your sign-up is cancelled, and what you held has gone back to the others. There is nothing left to do. If you change your mind, you can sign up again while there are places."
    )
    public let changed = Localized(
        "Le changement est enregistré. Le même billet reste valable.",
        "The change is recorded. The same ticket remains valid.")
    public let changedWaiting = Localized(
        "Le changement est enregistré. Vous gardez votre rang sur la liste d'attente.",
        "The change is recorded. You keep your rank on the waiting list.")
    public let switched = Localized(
        "L'échange est fait, d'un seul coup : vous avez la nouvelle place et l'ancienne est rendue aux autres.",
        "The exchange is done, in one go: you have the new place, and the old one has gone back to the others.")
    public let letGoOf = Localized("Séances quittées", "Sessions you left")
    public let alreadySignedUp = Localized(
        "Quelqu'un, sans doute vous, vient de demander une place dans une séance où cette adresse est déjà inscrite. Rien n'a changé ; voici le lien du billet.",
        "Somebody, probably you, has just asked for a place in a session that this address is signed up for already. Nothing has changed; here is the ticket's link."
    )
    public let clash = Localized(
        "Quelqu'un, sans doute vous, vient de demander une place dans une séance qui en chevauche une autre où vous avez déjà la vôtre. Rien n'a changé.",
        "Somebody, probably you, has just asked for a place in a session that overlaps another where you already have yours. Nothing has changed."
    )
    public let wanted = Localized("La séance demandée", "The session asked for")
    public let held = Localized("Votre place à cette heure", "Your place at that time")
    public let switchOffer = Localized(
        "Vous préférez la séance demandée ? Échangez : votre place actuelle n'est rendue que si la nouvelle est obtenue.",
        "Do you prefer the session asked for? Exchange: the place you have is let go of only if the new one is got.")
    public let day = Localized(
        "Voici ce qu'il en est de chaque séance que vous avez demandée.",
        "Here is how it stands with each session that you asked for.")

    public let sessionChanged = Localized(
        "L'organisateur a déplacé cette séance. Votre inscription tient toujours.",
        "The organisers have moved this session. Your sign-up still stands.")
    public let sessionRestored = Localized(
        "Cette séance avait été annulée : elle a finalement lieu, et votre inscription tient toujours. Si vous ne pouvez plus venir, annulez depuis le billet.",
        "This session had been called off: it takes place after all, and your sign-up still stands. If you can't come any more, cancel from the ticket."
    )
    public let placeRenamed = Localized(
        "L'endroit où a lieu cette séance a un autre nom ou une autre adresse. L'heure reste la même, et votre inscription tient toujours.",
        "The place of this session has another name or address. The time is the same, and your sign-up still stands.")
    public let before = Localized("Avant", "Before")
    public let now = Localized("Maintenant", "Now")
    public let newClash = Localized(
        "À cette nouvelle heure, elle chevauche une autre séance où vous avez une place. Gardez celle que vous préférez et annulez l'autre.",
        "At its new time it overlaps another session where you have a place. Keep the one you prefer and cancel the other."
    )
    public let sessionCancelled = Localized(
        "L'organisateur a dû annuler cette séance. Nous en sommes désolés. Vous n'avez rien à faire.",
        "The organisers had to call this session off. We are sorry. There is nothing you have to do.")
    public let alternatives = Localized(
        "Ces séances lui ressemblent et ont des places pour vous :",
        "These sessions are like it and have places for you:")
    public let reminder = Localized(
        "Nous vous attendons avec plaisir. Si vous ne pouvez plus venir, dites-le d'un clic : on vous demandera de confirmer, et votre place ira à quelqu'un qui attend.",
        "We look forward to seeing you. If you can't come any more, say so with one click: you will be asked to confirm, and your place will go to somebody who waits."
    )
    public let tickets = Localized(
        "Voici de nouveau tous vos billets, comme vous l'avez demandé.",
        "Here are all your tickets again, as you asked.")
    public let addressLink = Localized(
        "Ce lien montre toutes les inscriptions faites avec cette adresse ; il permet de télécharger vos données ou de tout effacer. Il est valable un quart d'heure. Si vous n'avez rien demandé, ne faites rien : personne d'autre ne l'a.",
        "This link shows all sign-ups made with this address, and lets you download your data or erase everything. It is good for a quarter of an hour. If you did not ask for it, do nothing: nobody else has it."
    )
    public let gathered = Localized(
        "Plusieurs choses se sont passées en peu de temps ; les voici en un seul message.",
        "Several things happened within a short time; here they are in one message.")
    public let calendarHint = Localized(
        "Les séances sont jointes pour votre agenda.", "The sessions are attached for your calendar.")
    public let reason = Localized(
        "Vous recevez ce message automatique parce que cette adresse a servi à s'inscrire. Les liens du billet sont personnels : ne les faites pas suivre.",
        "You get this automatic message because this address was used to sign up. The ticket's links are yours alone: do not forward them."
    )
}
