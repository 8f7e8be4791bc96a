internal import Presentation
internal import Registration

extension StaffLetterWriter {
    /// To whoever is to have an account.
    func invitation(_ link: AccountLink) -> WrittenLetter {
        let texts = Texts.all.staffMail
        let phrases = StaffPhrases(language)
        var blocks: [LetterBlock] = [
            .title(texts.invitationTitle[language]), .paragraph(phrases.invited(as: link.role, venues: link.venues)),
            .action(LetterLink(label: texts.invitationAction[language], address: address(link))),
            .paragraph(until(link)),
        ]
        if link.role.needsSecondFactor { blocks.append(paragraph(texts.invitationFactor)) }
        return written(texts.invitationSubject[language], blocks + [paragraph(texts.secret), paragraph(texts.reason)])
    }

    /// To whoever forgot a password.
    func reset(_ link: AccountLink) -> WrittenLetter {
        let texts = Texts.all.staffMail
        return written(
            texts.resetSubject[language],
            [
                .title(texts.resetTitle[language]), paragraph(texts.reset),
                .action(LetterLink(label: texts.resetAction[language], address: address(link))),
                .paragraph(until(link)), paragraph(texts.notAsked), paragraph(texts.reason),
            ])
    }

    private func until(_ link: AccountLink) -> String {
        StaffPhrases(language).good(until: Moments(language, in: link.timeZone).moment(link.expiresAt))
    }

    private func address(_ link: AccountLink) -> String { addresses.account(link) }
}
