public import Registration

/// What the staff's pages say of people that has a number or a name in it.
public struct PeoplePhrases: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `12 personnes`, `1 person`.
    public func people(_ count: Int) -> String {
        language.count(count, Localized("personne", "person"), Localized("personnes", "people"))
    }

    /// `48 / 120`.
    public func share(_ taken: Int, of capacity: Int) -> String {
        "\(language.number(taken))\u{A0}/ \(language.number(capacity))"
    }

    /// `40 %`, `40%`; 0 where there is nothing to take.
    public func percent(_ taken: Int, of capacity: Int) -> String {
        let percent = capacity == 0 ? 0 : (taken * 100 + capacity / 2) / capacity
        return language == .french ? "\(percent)\u{202F}%" : "\(percent)%"
    }

    /// `2 places, 1 en attente`, of what somebody holds.
    public func holdings(confirmed: Int, waiting: Int, cancelled: Int) -> String {
        var parts: [String] = []
        if confirmed > 0 {
            parts.append(
                language.count(confirmed, Localized("confirmée", "confirmed"), Localized("confirmées", "confirmed")))
        }
        if waiting > 0 {
            parts.append(language.number(waiting) + "\u{A0}" + Localized("en attente", "waiting")[language])
        }
        if cancelled > 0 {
            parts.append(
                language.count(cancelled, Localized("annulée", "cancelled"), Localized("annulées", "cancelled")))
        }
        return parts.joined(separator: ", ")
    }

    /// Where a sign-up stands: `2 places`, `3e sur la liste, 2 places`, `annulée`.
    public func standing(_ status: SignUp.Status, places: Int, position: Int?) -> String {
        let count = SignUpPhrases(language).places(places)
        switch status {
        case .confirmed: return count
        case .waiting:
            let rank = SignUpPhrases(language).position(position ?? 1)
            return Localized("\(rank) sur la liste d'attente, ", "\(rank) on the waiting list, ")[language] + count
        case .cancelled: return Localized("annulée, ", "cancelled, ")[language] + count
        }
    }

    /// By which way a sign-up came.
    public func route(_ route: PersonSignUp.Route) -> String {
        switch route {
        case .form: Localized("par le site", "on the site")[language]
        case .api: Localized("par un partenaire", "through a partner")[language]
        case .desk: Localized("par l'équipe", "through the staff")[language]
        }
    }

    /// Who gets a message.
    public func reach(_ reach: MessageReach) -> String {
        guard reach.recipients > 0 else { return Texts.all.writing.nobody[language] }
        let sessions = SignUpPhrases(language).sessions(reach.sessions)
        let people = people(reach.recipients)
        return Localized(
            "Ce message ira à \(people), une fois à chacune, pour \(sessions) : \(language.number(reach.french)) en français, \(language.number(reach.english)) en anglais.",
            "This message will go to \(people), once to each, for \(sessions): \(language.number(reach.french)) in French, \(language.number(reach.english)) in English."
        )[language]
    }

    /// Who does not get it; `nil` where everybody does.
    public func unreached(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        let people = people(count)
        return Localized(
            "Sans adresse mail, donc à prévenir autrement : \(people).",
            "Without an email address, so to be told some other way: \(people).")[language]
    }

    /// The button that sends.
    public func send(to count: Int) -> String {
        Localized("Envoyer à ", "Send to ")[language] + people(count)
    }

    /// After mailing hosts.
    public func hostsWritten(_ count: Int) -> String {
        count == 0
            ? Localized(
                "Rien n'est parti : aucune adresse, ou l'envoi vient d'être fait.",
                "Nothing was sent: no address is known, or it was just done.")[language]
            : language.count(
                count, Localized("mail est en route.", "mail is on its way."),
                Localized("mails sont en route.", "mails are on their way."))
    }

    /// The button that writes to those hosts.
    public func writeToHosts(_ count: Int) -> String {
        Localized("Envoyer à ", "Send to ")[language]
            + language.count(count, Localized("structure", "host"), Localized("structures", "hosts"))
    }

    /// `3 / 40`, of mails.
    public func progress(_ sent: Int, of all: Int) -> String { share(sent, of: all) }
}
