/// Whose attendees a list is of.
public enum ExportScope: Hashable, Sendable {
    case edition
    /// By slug, at least one.
    case sessions([String])
    /// All sessions of a venue, by its slug.
    case venue(String)
}
