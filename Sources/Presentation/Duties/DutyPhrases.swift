internal import Foundation
public import Registration

/// What the organiser of an edition has to say, in sentences; what is not stated is said to be that.
public struct DutyPhrases: Sendable {
    public let language: Language
    private let edition: Edition?
    private let duties: Duties
    private let texts = Texts.all.duty

    /// - Parameter edition: The current one; `nil` where there is none, so that nothing is stated.
    public init(_ language: Language, edition: Edition?) {
        self.language = language
        self.edition = edition
        duties = edition?.duties ?? Duties()
    }

    // MARK: In short, for footers and forms

    /// `Responsable des données : Mairie de Paris`
    public var controller: String { texts.controller[language] + " " + (duties.controllerName ?? unstated) }

    /// `Délégué à la protection des données : dpo@example.org`
    public var officer: String { officerContact.label + " " + officerContact.address }

    /// `Base légale : intérêt légitime`; at length below.
    public var basis: String {
        let named =
            switch duties.legalBasis {
            case .publicTask: texts.publicTaskShort
            case .legitimateInterest: texts.legitimateInterestShort
            case .consent: texts.consentShort
            case nil: texts.unstated
            }
        return texts.basis[language] + " " + named[language]
    }

    /// `Tout ce qui vous concerne est effacé le vendredi 26 mars 2027.`; `nil` without an edition.
    public var erasure: String? {
        edition.map { edition in
            let day = day(edition.deletionDay)
            return Localized(
                "Tout ce qui vous concerne est effacé le \(day).", "Everything about you is erased on \(day).")[
                    language]
        }
    }

    /// `Accessibilité : non conforme`: what the law wants on the home page. Where nothing is stated, nothing was audited.
    public var conformity: String {
        switch duties.conformity {
        case .notConforming, nil: texts.notCompliant[language]
        case .partial: texts.partlyCompliant[language]
        case .full: texts.fullyCompliant[language]
        }
    }

    // MARK: At length, for their pages

    /// The controller with their address.
    public var controllerAndAddress: String {
        guard duties.controllerName != nil, let address = duties.controllerAddress else { return controller }
        return controller + ", " + address
    }

    public var legalBasis: String {
        switch duties.legalBasis {
        case .publicTask: texts.publicTask[language]
        case .legitimateInterest: texts.legitimateInterest[language]
        case .consent: texts.consent[language]
        case nil: texts.basisUnstated[language]
        }
    }

    public var legalBasisNote: String? { duties.legalBasisNote?.typeset[language] }

    /// What people need goes first.
    public var needsErasure: String? {
        edition.map { edition in
            let day = day(edition.needsDeletionDay)
            return Localized(
                "Ce dont vous avez besoin pour participer est effacé le \(day).",
                "What you need to take part is erased on \(day).")[language]
        }
    }

    /// Whoever got no place is forgotten sooner.
    public var withoutPlaceErasure: String? {
        edition.map { edition in
            let day = day(edition.withoutPlaceDeletionDay)
            return Localized(
                "Si vous n'avez pas eu de place, ou si vous l'avez rendue, votre inscription est effacée le \(day).",
                "If you got no place, or gave it back, your sign-up is erased on \(day).")[language]
        }
    }

    /// The state of compliance, as a declaration has it (RGAA 4.1, obligations).
    public var declaration: String {
        let unaudited = Texts.all.accessibility.unaudited[language]
        guard let conformity = duties.conformity, let audit = duties.auditedOn.map(day) else { return unaudited }
        let found =
            switch conformity {
            case .notConforming:
                Localized("ce site n'est pas conforme au RGAA 4.1", "this site does not comply with the RGAA 4.1")
            case .partial:
                Localized(
                    "ce site est partiellement conforme au RGAA 4.1", "this site partially complies with the RGAA 4.1")
            case .full:
                Localized(
                    "ce site est totalement conforme au RGAA 4.1", "this site fully complies with the RGAA 4.1")
            }
        return Localized("Audit du \(audit) : \(found.french).", "Audit of \(audit): \(found.english).")[language]
    }

    public var gaps: String? { duties.accessibilityGaps?.typeset[language] }

    public var officerContact: Contact { contact(texts.officer, duties.officerAddress) }

    /// `Contact :`, `accessibilite@example.org`
    public var accessibilityContact: Contact { contact(texts.contact, duties.accessibilityContact) }

    /// Where somebody is reached.
    public struct Contact: Hashable, Sendable {
        public let label: String
        public let address: String
        /// What a link to it leads to, where it is a mail or a web address.
        public let link: String?
    }

    private func contact(_ label: Localized, _ address: String?) -> Contact {
        guard let address else { return Contact(label: label[language], address: unstated, link: nil) }
        let isMail = (try? EmailAddress(address)) != nil
        let link = isMail ? "mailto:" + address : address.hasPrefix("https://") ? address : nil
        return Contact(label: label[language], address: address, link: link)
    }

    private var unstated: String { texts.unstated[language] }

    private func day(_ day: CalendarDay) -> String {
        Moments(language, in: edition?.timeZone ?? .gmt).day(day)
    }
}
