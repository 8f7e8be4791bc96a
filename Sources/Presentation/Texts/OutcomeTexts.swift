public import Registration

public struct OutcomeTexts: Sendable {
    public let confirmedBody = Localized(
        "C'est enregistré, nous vous attendons !", "It is recorded. See you there!")
    public let waitingTitle = Localized("Vous êtes sur la liste d'attente", "You are on the waiting list")
    public let waitingBody = Localized(
        "Vous n'avez pas encore de place. Dès qu'elle se libère, elle est à vous et nous vous l'écrivons aussitôt.",
        "You have no place yet. As soon as one comes free it is yours, and we write to you at once.")
    public let position = Localized("Votre position", "Your position")
    public let session = Localized("Séance", "Session")
    public let places = Localized("Places", "Places")
    public let reference = Localized("Référence", "Reference")
    public let writtenTo = Localized("Nous écrivons à", "We are writing to")
    public let ticketByMail = Localized(
        "Votre billet part par mail, et seulement par mail : il permet d'entrer, de modifier ou d'annuler.",
        "Your ticket goes by mail, and by mail only: it lets you in, and lets you change or cancel.")
    public let waitingByMail = Localized(
        "Le message que vous recevrez permet de suivre votre position et de quitter la liste.",
        "The message you will get lets you follow your position and leave the list.")
    public let alreadyWaitingTitle = Localized(
        "Vous êtes déjà sur la liste d'attente", "You are already on the waiting list")
    public let alreadyBody = Localized(
        "Vous avez déjà une inscription à cette séance ; rien n'a changé. Pour la modifier, passez par le lien que nous vous avons écrit.",
        "You already have a sign-up for this session; nothing has changed. To change it, use the link in our message.")
    public let neutralTitle = Localized("Nous avons écrit à cette adresse", "We have written to this address")
    public let neutralBody = Localized(
        "Le message dit où en est votre demande et ce que vous pouvez faire. Il arrive d'habitude en quelques minutes ; sinon, regardez parmi les indésirables.",
        "The message says where your request stands and what you can do. It usually arrives within minutes; if not, look among the junk mail."
    )
    public let clashTitle = Localized("Vous avez déjà une place à cette heure", "You already have a place at that time")
    public let clashBody = Localized(
        "Cette séance en chevauche une autre où vous avez une place ; rien n'a changé.",
        "This session overlaps another one where you hold a place; nothing has changed."
    )
    public let switchTitle = Localized("Préférez-vous celle-ci ?", "Would you rather come here?")
    public let switchBody = Localized(
        "Si vous échangez, votre place d'avant n'est rendue que si celle-ci est obtenue : vous ne risquez pas de perdre les deux.",
        "If you switch, your earlier place is let go only if this one is got: you can't end up with neither.")
    public let switchHeld = Localized("Vous avez une place à", "You have a place at")
    public let switchSubmit = Localized("Échanger ma place", "Switch my place")
    public let switchedBody = Localized(
        "L'échange est fait : votre place d'avant est rendue, celle-ci est à vous.",
        "The switch is made: your earlier place is let go, this one is yours.")
    public let notSwitchedTitle = Localized(
        "L'échange n'a pas pu se faire", "The switch could not be made")
    public let notSwitchedBody = Localized(
        "Il n'y a plus ici autant de places libres. Vous gardez celle que vous aviez : rien n'a changé.",
        "There are not as many free places here any more. You keep the one you had: nothing has changed.")
    public let switchClosed = Localized(
        "On ne peut plus échanger vers cette séance. Vous gardez votre place : rien n'a changé.",
        "It is no longer possible to switch to this session. You keep your place: nothing has changed.")
    public let fullTitle = Localized("Désolés, c'est complet", "Sorry, this session is full")
    public let fullBody = Localized(
        "Les places demandées ne sont plus disponibles, et il n'y a pas de liste d'attente qui puisse vous les donner. Rien n'a été enregistré.",
        "The places you asked for are not available, and there is no waiting list that could give them to you. Nothing was recorded."
    )
    public let tooFewTitle = Localized("Désolés, il n'y a pas assez de places", "Sorry, there are not enough places")
    public let tooFewBody = Localized(
        "La séance n'a pas autant de places libres que vous en demandez, ni de liste d'attente qui puisse vous les donner. Rien n'a été enregistré : demandez-en moins, ou choisissez une autre séance.",
        "The session does not have as many free places as you ask for, nor a waiting list that could give them to you. Nothing was recorded: ask for fewer, or choose another session."
    )
    public let closedTitle = Localized("Les inscriptions sont closes", "Sign-ups have closed")
    public let closedBody = Localized(
        "Rien n'a été enregistré. S'il reste des places, elles sont données à l'entrée, dans l'ordre d'arrivée.",
        "Nothing was recorded. Any places left are given at the door, first come, first served.")
    public let calledOffTitle = Localized("Cette séance n'aura pas lieu", "This session will not take place")
    public let calledOffBody = Localized(
        "L'organisation l'a annulée. Rien n'a été enregistré.",
        "The organisers have cancelled it. Nothing was recorded.")
    public let overTitle = Localized("Cette séance est terminée", "This session is over")
    public let notYetOpenTitle = Localized("Les inscriptions ne sont pas encore ouvertes", "Sign-ups are not open yet")
    public let nothingRecorded = Localized("Rien n'a été enregistré.", "Nothing was recorded.")
    public let another = Localized("Choisir une autre séance", "Choose another session")
    public let backToSession = Localized("Revoir la séance", "Back to the session")
    public let correctTitle = Localized("L'adresse est fausse ?", "Is the address wrong?")
    public let correctBody = Localized(
        "Pendant une heure, vous pouvez la corriger depuis ce navigateur : le message déjà parti ne donnera plus accès à rien.",
        "For one hour you can correct it from this browser: the message already sent will no longer open anything.")
    public let correctField = Localized("La bonne adresse", "The right address")
    public let correctSubmit = Localized("Corriger l'adresse", "Correct the address")
    public let correctedTitle = Localized("L'adresse est corrigée", "The address is corrected")
    public let correctedBody = Localized(
        "Un nouveau message part à la bonne adresse. Celui d'avant ne donne plus accès à rien.",
        "A new message goes to the right address. The one before no longer opens anything.")
    public let notCorrectedTitle = Localized("L'adresse n'est pas encore corrigée", "The address is not corrected yet")
    public let notCorrectedBody = Localized(
        "Votre inscription tient toujours. Le formulaire est plus bas, comme vous l'avez rempli.",
        "Your sign-up still stands. The form is below, as you filled it in.")
    public let tooLateTitle = Localized(
        "L'adresse ne peut plus être corrigée ici", "The address can't be corrected here any more")
    public let tooLateBody = Localized(
        "On peut la corriger pendant une heure, depuis le navigateur qui a servi à s'inscrire. Écrivez à l'équipe de la journée en donnant votre référence.",
        "It can be corrected for one hour, from the browser that signed up. Write to the organisers and give your reference."
    )
}

/// Pages that say what went wrong: what, why, and what to do.
public struct FailureTexts: Sendable {
    public let notFoundTitle = Localized("Cette page n'existe pas", "This page does not exist")
    public let notFoundBody = Localized(
        "L'adresse est peut-être incomplète, ou la séance a quitté le programme.",
        "The address may be incomplete, or the session may have left the programme.")
    public let notAllowedTitle = Localized("Cette page ne vous est pas ouverte", "This page is not open to you")
    public let notAllowedBody = Localized(
        "Votre compte ne donne pas ce droit, ou le formulaire vient d'une autre connexion. Revenez en arrière et rechargez la page, ou demandez à qui administre les comptes.",
        "Your account does not give you this right, or the form is from another login. Go back and reload the page, or ask whoever manages the accounts."
    )
    public let foreignTitle = Localized(
        "Cette demande ne vient pas de nos pages", "This request did not come from our pages")
    public let foreignBody = Localized(
        "Par prudence, nous n'acceptons que ce qui est envoyé depuis ce site. Rien n'a été enregistré : repartez du programme.",
        "To be safe, we take only what is sent from this site. Nothing was recorded: start again from the programme.")
    public let brokenTitle = Localized("Quelque chose s'est cassé chez nous", "Something broke on our side")
    public let brokenBody = Localized(
        "Ce n'est pas de votre fait, et l'erreur est notée. Si vous veniez de vous inscrire, renvoyez le même formulaire : vous ne serez pas compté deux fois.",
        "It is not your doing, and the error has been noted. If you were signing up, send the same form again: you won't be counted twice."
    )
    public let busyTitle = Localized("Beaucoup de monde en ce moment", "Many people at once right now")
    public let busyBody = Localized(
        "Le service reprend son souffle. Rien de ce qui était enregistré n'est perdu.",
        "The service is catching its breath. Nothing that was recorded is lost.")
    public let tooManyTitle = Localized("Un peu trop de demandes à la fois", "A few too many requests at once")
    public let tooManyBody = Localized(
        "Pour que chacun ait sa chance, nous limitons le nombre de demandes venant d'une même connexion.",
        "So that everyone has a fair chance, we limit how many requests one connection may send.")
    public let tooLargeTitle = Localized("C'est trop long", "That is too long")
    public let tooLargeBody = Localized(
        "Ce qui a été envoyé dépasse de loin un formulaire d'inscription. Rien n'a été enregistré.",
        "What was sent is far longer than a sign-up form. Nothing was recorded.")
    public let badRequestTitle = Localized(
        "Nous n'avons pas compris cette demande", "We did not understand this request")
    public let badRequestBody = Localized(
        "Elle est incomplète ou n'est pas un formulaire de ce site. Rien n'a été enregistré : repartez du programme.",
        "It is incomplete or is not a form of this site. Nothing was recorded: start again from the programme.")
    public let wrongHostTitle = Localized("Ce site a une autre adresse", "This site has another address")
    public let wrongHostBody = Localized(
        "Ce nom n'est pas celui du service. Partez de son adresse habituelle.",
        "This name is not the service's. Start from its usual address.")
    public let methodTitle = Localized("Cela ne se fait pas à cette adresse", "This can't be done at this address")
    public let methodBody = Localized(
        "La page existe, mais ne répond pas à ce genre de demande.",
        "The page exists but does not answer this kind of request.")
    public let retry = Localized("Réessayer", "Try again")
}
