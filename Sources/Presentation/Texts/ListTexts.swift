public import Registration

/// What every list of the staff has: searching it, and its pages.
public struct ListTexts: Sendable {
    public let search = Localized("Chercher", "Search")
    public let show = Localized("Afficher", "Show")
    public let clear = Localized("Tout afficher", "Show all")
    public let none = Localized("Rien ne correspond.", "Nothing matches.")
    public let pages = Localized("Pages de la liste", "Pages of the list")
    public let previous = Localized("Page précédente", "Previous page")
    public let next = Localized("Page suivante", "Next page")
    public let newest = Localized("Revenir au plus récent", "Back to the latest")
    public let older = Localized("Plus ancien", "Older")
}
