public import Registration

/// The ticket page, in its states.
public struct TicketTexts: Sendable {
    public let confirmedBody = Localized(
        "Montrez ce code à l'entrée, sur papier ou sur votre téléphone.",
        "Show this code at the door, on paper or on your phone.")
    public let cancelledTitle = Localized("Votre inscription est annulée", "Your sign-up is cancelled")
    public let cancelledBody = Localized(
        "Ce billet ne fait plus entrer. Vous pouvez vous réinscrire depuis la page de la séance, tant que les inscriptions sont ouvertes.",
        "This ticket lets nobody in any more. You can sign up again from the session's page while sign-ups are open.")
    public let sessionCancelledTitle = Localized("Cette séance n'aura pas lieu", "This session will not take place")
    public let sessionCancelledBody = Localized(
        "L'organisation l'a annulée, et votre billet avec elle. D'autres séances vous attendent au programme.",
        "The organisers have cancelled it, and your ticket with it. Other sessions are waiting for you in the programme."
    )
    public let overTitle = Localized("Cette séance est terminée", "This session is over")
    public let overBody = Localized(
        "Il n'y a plus rien à modifier. Merci de votre visite !",
        "There is nothing left to change. Thank you for coming!")
    public let code = Localized("Code à montrer à l'entrée", "Code to show at the door")
    public let holder = Localized("Au nom de", "In the name of")
    public let wayThere = Localized("Comment y aller", "How to get there")
    public let map = Localized("Voir sur un plan", "See it on a map")
    public let calendar = Localized("Ajouter à mon agenda", "Add to my calendar")
    public let changeTitle = Localized("Un changement ?", "A change of plans?")
    public let cancel = Localized("Annuler mon inscription", "Cancel my sign-up")
    public let leave = Localized("Quitter la liste d'attente", "Leave the waiting list")
    public let fewer = Localized("Rendre des places", "Give back places")
    public let rename = Localized("Corriger le nom", "Correct the name")
    public let secrecy = Localized(
        "L'adresse de cette page vaut billet : qui la connaît peut annuler. Gardez-la pour vous ; à l'entrée, le code suffit.",
        "This page's address is your ticket: whoever knows it can cancel. Keep it to yourself; at the door, the code is enough."
    )
    public let backToTicket = Localized("Retour au billet", "Back to the ticket")
    public let doorTitle = Localized("À montrer à l'entrée", "Show this at the door")
    public let doorBody = Localized(
        "Ce code sert à entrer, et à rien d'autre : on ne peut rien modifier ni annuler avec lui.",
        "This code lets you in and does nothing else: it can change or cancel nothing.")
    public let doorWaiting = Localized(
        "Sur la liste d'attente, sans place pour l'instant", "On the waiting list, without a place yet")
    public let doorCancelled = Localized("Inscription annulée", "Sign-up cancelled")
    public let unknownTitle = Localized("Ce billet n'ouvre rien", "This ticket opens nothing")
    public let unknownBody = Localized(
        "Le lien est peut-être incomplet, ou remplacé par un plus récent depuis que l'adresse a été corrigée. Prenez celui du dernier message reçu, ou faites-vous renvoyer vos billets.",
        "The link may be incomplete, or replaced by a newer one since the address was corrected. Use the one in the last message you got, or have your tickets mailed again."
    )
    public let mailAgain = Localized("Renvoyer mes billets", "Mail my tickets again")
}

/// What can be changed with a ticket, each on a page of its own that asks once.
public struct TicketChangeTexts: Sendable {
    public let cancelTitle = Localized("Annuler votre inscription ?", "Cancel your sign-up?")
    public let leaveTitle = Localized("Quitter la liste d'attente ?", "Leave the waiting list?")
    public let loseRank = Localized(
        "Vous perdez votre rang, et les personnes suivantes avancent.",
        "You lose your rank, and the people behind you move up.")
    public let atTheDoor = Localized(
        "Les inscriptions sont closes : ce que vous rendez sera donné à l'entrée.",
        "Sign-ups have closed: what you give back will be given away at the door.")
    public let noWayBack = Localized("On ne peut pas revenir en arrière.", "This can't be undone.")
    public let signUpAgain = Localized(
        "Tant que les inscriptions sont ouvertes, vous pourrez vous réinscrire, à la suite des autres.",
        "While sign-ups are open you can sign up again, after everyone else.")
    public let cancelSubmit = Localized("Oui, annuler", "Yes, cancel it")
    public let leaveSubmit = Localized("Oui, quitter la liste", "Yes, leave the list")
    public let keep = Localized("Non, garder mon billet", "No, keep my ticket")
    public let keepAll = Localized("Ne rien changer", "Change nothing")
    public let fewerTitle = Localized("Rendre des places", "Give back places")
    public let fewerBody = Localized(
        "Celles que vous rendez vont aussitôt, dans l'ordre, à qui attend. On ne peut pas les reprendre ensuite.",
        "Those that you give back go at once, in order, to those who wait. You can't take them back afterwards.")
    public let fewerWaiting = Localized(
        "Un groupe plus petit peut trouver place plus tôt. Vous gardez votre rang, mais ne pourrez pas redemander plus de places.",
        "A smaller group may find room sooner. You keep your rank, but can't ask for more places again.")
    public let switchTitle = Localized("Échanger votre place ?", "Switch your place?")
    public let switchDone = Localized("L'échange est fait", "The switch is made")
    public let switchDoneBody = Localized(
        "Voici votre nouveau billet. Un mail le confirme ; celui d'avant n'ouvre plus rien.",
        "Here is your new ticket. A mail confirms it; the one before no longer opens anything.")
    public let fewerField = Localized("Places à garder", "Places to keep")
    public let fewerSubmit = Localized("Rendre les autres", "Give back the others")
    public let fewerOne = Localized(
        "Vous n'avez qu'une place. Pour la rendre, annulez votre inscription.",
        "You have one place only. To give it back, cancel your sign-up.")
    public let inside = Localized(
        "Davantage de personnes sont déjà entrées avec ce billet : leurs places ne peuvent plus être rendues.",
        "More people have already come in with this ticket: their places can no longer be given back.")
    public let notFewer = Localized(
        "Choisissez moins de places que vous n'en avez. Pour en avoir plus, faites inscrire les autres personnes.",
        "Choose fewer places than you have. To have more, let the other people sign up.")
    public let nameTitle = Localized("Corriger le nom", "Correct the name")
    public let nameBody = Localized(
        "C'est sous ce nom que vous serez accueillis. Votre place et votre rang ne changent pas.",
        "This is the name we will welcome you by. Your place and your rank stay as they are.")
    public let nameSubmit = Localized("Enregistrer ce nom", "Save this name")
    public let nameDone = Localized("Le nom est corrigé", "The name is corrected")
    public let fewerDone = Localized("Vos places sont rendues", "The places are given back")
    public let nothingDone = Localized("Rien n'a été modifié", "Nothing was changed")
    public let doneBody = Localized(
        "C'est enregistré, et un message part à votre adresse.", "It is recorded, and a message goes to your address.")
    public let nothingBody = Localized(
        "Voici où en est votre inscription.", "This is where your sign-up stands.")
}
