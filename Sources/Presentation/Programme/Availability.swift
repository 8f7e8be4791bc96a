public import Foundation
public import Registration

/// What a person can still hope for in a session, from counters that may be a quarter of a second old.
public enum Availability: Hashable, Sendable {
    case open(left: Int, waiting: Int)
    /// Few enough to hurry.
    case lastPlaces(left: Int, waiting: Int)
    case waitingList(waiting: Int)
    case full
    case notYetOpen(opensAt: Date)
    /// Sign-ups have closed; what is left is given at the door.
    case closed(left: Int)
    /// It has ended.
    case over
    case cancelled

    public init(_ session: Session, _ tally: Tally, at now: Date) {
        let left = tally.placesLeft
        self =
            switch session.signUpPhase(at: now) {
            case .closed where session.isCancelled: .cancelled
            case .closed: now < session.endsAt ? .closed(left: left) : .over
            case .notYetOpen: .notYetOpen(opensAt: session.signUpsOpenAt)
            case .open where left == 0: session.hasWaitingList ? .waitingList(waiting: tally.waiting) : .full
            case .open where left <= 5 && left * 4 <= tally.capacity: .lastPlaces(left: left, waiting: tally.waiting)
            case .open: .open(left: left, waiting: tally.waiting)
            }
    }

    /// `12 places left`, `Full – waiting list of 4`.
    public func text(in language: Language) -> String {
        switch self {
        case .open(let left, let waiting):
            language.count(left, Localized("place libre", "place left"), Localized("places libres", "places left"))
                + Self.queue(waiting, language)
        case .lastPlaces(let left, let waiting):
            (left == 1
                ? Localized("Dernière place", "Last place")
                : Localized("\(left) dernières places", "Last \(left) places"))[language]
                + Self.queue(waiting, language)
        case .waitingList(0): Localized("Complet – liste d'attente ouverte", "Full – waiting list open")[language]
        case .waitingList(let waiting): Localized("Complet", "Full")[language] + Self.queue(waiting, language)
        case .full: Localized("Complet", "Full")[language]
        case .notYetOpen: Localized("Inscriptions pas encore ouvertes", "Sign-ups not open yet")[language]
        case .closed(0): Localized("Inscriptions closes, complet", "Sign-ups closed, full")[language]
        case .closed:
            Localized("Inscriptions closes, places à l'entrée", "Sign-ups closed, places at the door")[language]
        case .over: Localized("Séance terminée", "Session over")[language]
        case .cancelled: Localized("Séance annulée", "Session cancelled")[language]
        }
    }

    private static func queue(_ waiting: Int, _ language: Language) -> String {
        guard waiting > 0 else { return "" }
        return Localized(" – liste d'attente : ", " – waiting list of ")[language] + language.number(waiting)
    }
}
