internal import Registration

extension SessionPhrases {
    /// What was announced first, where a session was moved.
    ///
    /// - Parameter moment: as `Moments.moment` writes it.
    public func moved(from moment: String) -> String {
        Localized(
            "Séance déplacée, d'abord annoncée pour le \(moment)", "This session was moved from \(moment)")[language]
    }
}
