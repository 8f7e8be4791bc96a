public import Registration

/// The record of what was done.
public struct RecordTexts: Sendable {
    public let title = Localized("Journal de ce qui a été fait", "Record of what was done")
    public let lead = Localized(
        "Qui a fait quoi, quand et sur quoi : on y ajoute, on n'y change rien. Aucune donnée personnelle d'un participant n'y figure.",
        "Who did what, when and to what: entries are added, never changed. It holds no attendee's personal data.")
    public let when = Localized("Quand", "When")
    public let who = Localized("Qui", "Who")
    public let what = Localized("Quoi", "What")
    public let object = Localized("Sur quoi", "To what")
    public let details = Localized("Précisions", "Details")
    public let day = Localized("Jour", "Day")
    public let everyone = Localized("Tout le monde", "Everyone")
    public let everything = Localized("Tout", "Everything")
    public let kind = Localized("Genre", "Kind")
    public let filter = Localized("Chercher", "Search")
    public let clear = Localized("Tout revoir", "See everything again")
}
