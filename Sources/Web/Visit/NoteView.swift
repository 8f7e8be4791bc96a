import Presentation
import Registration

/// A page of texts under titles: what is done with data, and how accessible the site is.
struct NoteView: Sendable {
    let title: String
    let parts: [Part]

    struct Part: Sendable {
        let title: String
        let lines: [Line]
    }

    /// A paragraph, and where its link leads, if it ends in one.
    struct Line: Sendable {
        let text: String
        let href: String?
        let link: String?

        init(_ text: String, href: String? = nil, link: String? = nil) {
            (self.text, self.href, self.link) = (text, href, link)
        }
    }

    private static func line(_ contact: DutyPhrases.Contact) -> Line {
        contact.link.map { Line(contact.label, href: $0, link: contact.address) }
            ?? Line(contact.label + " " + contact.address)
    }

    static func privacy(_ language: Language, edition: Edition?) -> NoteView {
        let texts = Texts.all.privacy
        let duties = DutyPhrases(language, edition: edition)
        let ends = [duties.needsErasure, duties.withoutPlaceErasure, duties.erasure].compactMap { $0 }
        return NoteView(
            title: texts.title[language],
            parts: [
                Part(
                    title: texts.controllerTitle[language],
                    lines: [Line(duties.controllerAndAddress), line(duties.officerContact)]),
                part(
                    texts.whatTitle[language],
                    [texts.what, texts.desk, texts.needs, texts.notFor].map { $0[language] }),
                part(
                    texts.basisTitle[language],
                    [duties.legalBasis, duties.legalBasisNote, Texts.all.duty.health[language]].compactMap { $0 }),
                part(texts.whoTitle[language], [texts.who[language]]),
                part(
                    texts.timeTitle[language],
                    ends.isEmpty
                        ? [texts.noEdition[language]] : ends + [texts.sooner[language], texts.copies[language]]),
                rights(language, duties),
                part(texts.cookieTitle[language], [texts.cookie[language]]),
            ])
    }

    private static func rights(_ language: Language, _ duties: DutyPhrases) -> Part {
        let texts = Texts.all.privacy
        return Part(
            title: texts.rightsTitle[language],
            lines: [
                Line(texts.rights[language]),
                Line(
                    texts.yourself[language], href: PageAddress.mySignUps.path(language),
                    link: texts.mySignUps[language]),
                line(duties.officerContact),
                Line(
                    texts.complaint[language], href: "https://www.cnil.fr/fr/plaintes", link: texts.authority[language]
                ),
            ])
    }

    static func accessibility(_ language: Language, edition: Edition?) -> NoteView {
        let texts = Texts.all.accessibility
        let duties = DutyPhrases(language, edition: edition)
        let gaps = duties.gaps.map { [part(texts.gapsTitle[language], [$0])] } ?? []
        return NoteView(
            title: texts.title[language],
            parts: [part(texts.stateTitle[language], [duties.conformity, duties.declaration])] + gaps + [
                part(texts.doneTitle[language], [texts.done[language]]),
                Part(
                    title: texts.helpTitle[language],
                    lines: [Line(texts.help[language]), line(duties.accessibilityContact)]),
                Part(
                    title: texts.remedyTitle[language],
                    lines: [
                        Line(
                            texts.remedy[language], href: "https://formulaire.defenseurdesdroits.fr/",
                            link: texts.remedyLink[language])
                    ]),
            ])
    }

    private static func part(_ title: String, _ lines: [String]) -> Part {
        Part(title: title, lines: lines.map { Line($0) })
    }
}
