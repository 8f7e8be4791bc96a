public import Registration

/// Two organisers at one thing, what was done to the programme, and undoing it.
public struct DeskChangeTexts: Sendable {
    public let title = Localized("Dernières modifications", "Latest changes")
    public let lead = Localized(
        "Ce qui a été fait au programme depuis trente jours. Revenir en arrière montre d'abord l'effet.",
        "What was done to the programme in the last thirty days. Undoing shows its effect first.")
    public let when = Localized("Quand", "When")
    public let who = Localized("Qui", "Who")
    public let what = Localized("Quoi", "What")
    public let none = Localized("Rien n'a encore été fait.", "Nothing has been done yet.")
    public let isUndone = Localized("Annulé depuis", "Undone since")
    public let undo = Localized("Revenir en arrière", "Undo")

    public let publishLead = Localized(
        "Tout paraît aussitôt dans le programme, et l'on peut s'y inscrire dès l'ouverture des inscriptions.",
        "All of it appears in the programme at once, and people can sign up as soon as sign-ups open.")

    // MARK: Two organisers

    public let outdatedTitle = Localized(
        "Quelqu'un d'autre l'a enregistré entre-temps", "Somebody else has saved it meanwhile")
    public let outdatedUnknown = Localized(
        "Voici ce que vous avez écrit. Relisez, puis enregistrez de nouveau : cela prendra la place de ce que l'autre a enregistré.",
        "Here is what you typed. Read it over, then save again: it will take the place of what the other one saved.")
    public let goneTitle = Localized(
        "Quelqu'un d'autre l'a retiré entre-temps", "Somebody else has removed it meanwhile")
    public let goneBody = Localized(
        "Rien de ce que vous avez écrit n'est perdu. Enregistrer le remettra en place.",
        "Nothing you typed is lost. Saving will put it in place again.")
    public let clearOutdated = Localized(
        "Elle a changé depuis que vous l'avez vue, et n'est pas retirée. La voici comme elle est : retirez-la de nouveau si c'est toujours ce qu'il faut.",
        "It has changed since you saw it, and was not taken down. Here it is as it stands: take it down again if that is still right."
    )

    // MARK: Undoing

    public let undoTitle = Localized("Revenir à ce qui était avant ?", "Go back to what was before?")
    public let undoLead = Localized(
        "Ce qui a été changé redevient comme avant, ce qui a été créé est retiré, ce qui a été retiré est remis. Les messages déjà partis ne reviennent pas.",
        "What was changed becomes as it was, what was made is removed, and what was removed is there again. Mails that went out don't come back."
    )
    public let yesUndo = Localized("Oui, revenir en arrière", "Yes, undo")
    public let yesUndoAndWrite = Localized("Oui, revenir en arrière et envoyer", "Yes, undo and send")
    public let back = Localized("Remis comme avant", "Put back as it was")
    public let gone = Localized("Retiré", "Removed")
    public let made = Localized("Remis en place", "Put in place again")
    public let changedTitle = Localized(
        "Ce n'est plus possible : cela a changé depuis", "This is not possible any more: it has changed since")
    public let changedBody = Localized(
        "Revenez d'abord sur ce qui a été fait après, ou changez-le à la main.",
        "First undo what was done after it, or change it by hand.")
    public let usedTitle = Localized(
        "Ce n'est plus possible : cela sert déjà", "This is not possible any more: it is in use")
    public let usedBody = Localized(
        "Des gens y sont inscrits, ou autre chose en dépend. Une séance se retire du programme ou s'annule ; le reste peut rester.",
        "People are signed up there, or something else depends on it. A session can be withdrawn or cancelled; the rest can stay."
    )
    public let impossibleBody = Localized(
        "On est déjà revenu sur cette modification. Revenir sur ce retour se fait dans la liste.",
        "This change was undone already. That undoing can itself be undone from the list.")
    public let roomTaken = Localized(
        "La salle d'une séance est prise à cette heure par une autre.",
        "A session's room is taken by another one at that time.")
    public let roomTooSmall = Localized(
        "Une séance aurait plus de places que sa salle n'en permet.",
        "A session would have more places than its room allows.")
    public let nameTaken = Localized("Le nom d'avant est pris par autre chose.", "The name of before is taken.")
    public let missing = Localized(
        "Quelque chose dont il faudrait se resservir n'est plus là, ou sert ailleurs.",
        "Something that it would need is gone, or is used elsewhere.")
}
