public import Foundation
public import Registration

/// Sentences of the desk with a number or a name in them.
public struct DeskPhrases: Sendable {
    public let language: Language
    private let moments: Moments

    public init(_ language: Language, in timeZone: TimeZone) {
        self.language = language
        moments = Moments(language, in: timeZone)
    }

    // MARK: Lists

    /// `samedi 28 novembre 2026, 9 h 30 – 11 h`
    public func when(_ facts: SessionFacts) -> String {
        "\(moments.day(facts.startsAt)), \(moments.times(facts.startsAt, facts.endsAt))"
    }

    public func moment(_ instant: Date) -> String { moments.moment(instant) }

    public func taken(_ tally: Tally) -> String {
        Localized(
            "\(language.number(tally.confirmed)) sur \(language.number(tally.capacity))",
            "\(language.number(tally.confirmed)) of \(language.number(tally.capacity))")[language]
    }

    /// `3 places prises sur 5, 2 inscriptions en attente`
    public func tally(_ tally: Tally) -> String {
        let capacity = language.number(tally.capacity)
        let places = self.places(tally.confirmed) + Localized(" sur \(capacity)", " of \(capacity)")[language]
        guard tally.waiting > 0 else { return places }
        return places + ", "
            + language.count(
                tally.waiting, Localized("inscription en attente", "sign-up waiting"),
                Localized("inscriptions en attente", "sign-ups waiting"))
    }

    /// `3 places prises`
    private func places(_ confirmed: Int) -> String {
        language.count(
            confirmed, Localized("place prise", "place taken"), Localized("places prises", "places taken"))
    }

    /// The times only, for a list of which every session is on one day.
    public func times(_ facts: SessionFacts) -> String { moments.times(facts.startsAt, facts.endsAt) }

    public func day(_ instant: Date) -> String { moments.day(instant) }

    public func sessions(_ count: Int) -> String {
        language.count(count, Localized("séance", "session"), Localized("séances", "sessions"))
    }

    public func venues(_ count: Int) -> String {
        language.count(count, Localized("lieu", "venue"), Localized("lieux", "venues"))
    }

    public func hosts(_ count: Int) -> String {
        language.count(count, Localized("structure", "host"), Localized("structures", "hosts"))
    }

    // MARK: Effects

    /// `80 → 60 places : 72 sont prises.`
    public func capacity(from: Int, to: Int, confirmed: Int) -> String {
        let places = language.count(to, Localized("place", "place"), Localized("places", "places"))
        let taken =
            confirmed == 0
            ? Localized("aucune n'est prise", "none is taken")
            : Localized(
                language.isSingular(confirmed) ? "une est prise" : "\(language.number(confirmed)) sont prises",
                confirmed == 1 ? "1 is taken" : "\(language.number(confirmed)) are taken")
        return language.number(from) + " → " + places + Localized(" : ", ": ")[language] + taken[language] + "."
    }

    public func keep(_ places: Int) -> String {
        let count = language.count(places, Localized("place", "place"), Localized("places", "places"))
        return Localized(
            "Garder \(count) : personne ne perd la sienne.", "Keep \(count): nobody loses theirs.")[language]
    }

    public func move(_ signUps: Int) -> String {
        language.isSingular(signUps)
            ? Localized(
                "Passer la dernière inscription en liste d'attente, avec le message ci-dessous.",
                "Move the latest sign-up to the waiting list, with the mail below.")[language]
            : Localized(
                "Passer les \(language.number(signUps)) dernières inscriptions en liste d'attente, avec le message ci-dessous.",
                "Move the \(language.number(signUps)) latest sign-ups to the waiting list, with the mail below.")[
                    language]
    }

    /// What a change does to people, a sentence each; none where it does nothing.
    public func sentences(_ effect: SessionEffect) -> [String] {
        var sentences: [String] = []
        func add(_ count: Int, _ one: Localized, _ several: Localized) {
            guard count > 0 else { return }
            sentences.append((language.isSingular(count) ? one : several)[language])
        }
        let number = language.number
        add(
            effect.moved,
            Localized(
                "1 inscription, la dernière, passe en liste d'attente et garde son rang.",
                "1 sign-up, the latest, goes to the waiting list and keeps its rank."),
            Localized(
                "\(number(effect.moved)) inscriptions, les dernières, passent en liste d'attente et gardent leur rang.",
                "\(number(effect.moved)) sign-ups, the latest, go to the waiting list and keep their ranks."))
        add(
            effect.promoted,
            Localized(
                "1 inscription en attente obtient ses places.", "1 sign-up that waits gets its places."),
            Localized(
                "\(number(effect.promoted)) inscriptions en attente obtiennent leurs places.",
                "\(number(effect.promoted)) sign-ups that wait get their places."))
        add(
            effect.clashes,
            Localized(
                "1 personne a désormais une autre séance à la même heure : elle garde les deux places et choisit.",
                "1 person now has another session at the same time: they keep both places and choose."),
            Localized(
                "\(number(effect.clashes)) personnes ont désormais une autre séance à la même heure : elles gardent les deux places et choisissent.",
                "\(number(effect.clashes)) people now have another session at the same time: they keep both places and choose."
            ))
        return sentences + letters(effect.letters)
    }

    /// How many letters go out, and whom they don't reach.
    public func letters(_ piles: [LetterPile]) -> [String] {
        let unreachable = piles.reduce(0) { $0 + $1.unreachable }
        let count = piles.mails
        var sentences: [String] = []
        if count > 0 {
            sentences.append(language.mailsGoOut(count))
        }
        if unreachable > 0 {
            sentences.append(
                (language.isSingular(unreachable)
                    ? Localized(
                        "1 personne n'a pas d'adresse mail : appelez-la.",
                        "1 person has no email address: call them.")
                    : Localized(
                        "\(language.number(unreachable)) personnes n'ont pas d'adresse mail : appelez-les.",
                        "\(language.number(unreachable)) people have no email address: call them."))[language])
        }
        return sentences
    }

    /// What a pile of letters is called.
    public func title(_ pile: LetterPile) -> String {
        let title = LetterPhrases(language, in: moments.timeZone).heading(pile.kind)
        if pile.clashes {
            return title
                + Localized(
                    ", à qui a une autre séance à cette heure", ", to those who have another session at that time")[
                    language]
        }
        return title + (pile.isWaiting ? Localized(", à qui attend", ", to those who wait")[language] : "")
    }

    /// What taking a session out of the programme leaves as it is.
    public func withdrawn(signedUp: Int) -> String {
        switch signedUp {
        case 0:
            Localized("Personne n'y est inscrit.", "Nobody is signed up for it.")[language]
        case 1:
            Localized(
                "1 inscription reste : elle garde ses places et son billet, et n'en est pas avertie.",
                "1 sign-up stays: it keeps its places and its ticket, and is not told.")[language]
        default:
            Localized(
                "\(language.number(signedUp)) inscriptions restent : elles gardent leurs places et leurs billets, et n'en sont pas averties.",
                "\(language.number(signedUp)) sign-ups stay: they keep their places and tickets, and are not told.")[
                    language]
        }
    }

    /// `12 en français`
    public func pile(_ sample: LetterPile.Sample) -> String {
        "\(language.number(sample.count)) \(sample.language.spokenName[language])"
    }

    /// What another organiser did, and when.
    public func savedBy(_ name: String?, at moment: Date) -> String {
        let when = moments.moment(moment)
        guard let name else {
            return Localized("Enregistré \(prefix(when)).", "Saved on \(when).")[language]
        }
        return Localized("Enregistré par \(name), \(prefix(when)).", "Saved by \(name) on \(when).")[language]
    }

    private func prefix(_ when: String) -> String { "le " + when }

    /// What was done, for the page that shows it.
    public func done(letters: Int, moved: Int, promoted: Int) -> String {
        var parts = [Texts.all.desk.doneSaved[language]]
        let effect = SessionEffect(
            outcome: .changed, moved: moved, promoted: promoted,
            letters: letters > 0
                ? [LetterPile(kind: .sessionChanged, clashes: false, count: letters, unreachable: 0, samples: [])] : [])
        parts += sentences(effect)
        return parts.joined(separator: " ")
    }

    public func published(_ count: Int) -> String {
        (language.isSingular(count)
            ? Localized("\(count) séance publiée.", "\(count) session published.")
            : Localized("\(count) séances publiées.", "\(count) sessions published."))[language]
    }

    /// Where people are signed up at a venue.
    public func peopleThere(confirmed: Int, sessions: Int) -> String {
        Localized(
            "\(places(confirmed)) dans \(self.sessions(sessions)) ici. Un autre nom ou une autre adresse paraît sur les billets, et chacun en est averti : vous verrez d'abord le message.",
            "\(places(confirmed)) in \(self.sessions(sessions)) here. Another name or address shows on the tickets, and everyone is told: you see the mail first."
        )[language]
    }
}

extension Language {
    /// `3 messages partent.`
    func mailsGoOut(_ count: Int) -> String {
        (isSingular(count)
            ? Localized("1 message part.", "1 mail goes out.")
            : Localized("\(number(count)) messages partent.", "\(number(count)) mails go out."))[self]
    }
}
