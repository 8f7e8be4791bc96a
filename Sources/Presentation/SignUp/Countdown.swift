public import Foundation
public import Registration

/// How long it is until sign-ups open, in words.
public struct Countdown: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// `dans 12 jours`, `in 3 hours`, `in less than a minute`.
    public func until(_ instant: Date, from now: Date) -> String {
        let minutes = Int((instant.timeIntervalSince(now) / 60).rounded(.up))
        let left =
            switch minutes {
            case ...1: Localized("moins d'une minute", "less than a minute")[language]
            case ..<120: language.count(minutes, Localized("minute", "minute"), Localized("minutes", "minutes"))
            case ..<2880: language.count(minutes / 60, Localized("heure", "hour"), Localized("heures", "hours"))
            default: language.count(minutes / 1440, Localized("jour", "day"), Localized("jours", "days"))
            }
        return Localized("dans ", "in ")[language] + left
    }
}
