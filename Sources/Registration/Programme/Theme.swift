/// What a session is about.
public enum Theme: String, CaseIterable, Codable, Hashable, Sendable {
    /// Care for dependent people.
    case care
    case earlyChildhood = "early_childhood"
    case housing
    case exclusion
    /// Local health care.
    case health
    case circularEconomy = "circular_economy"
    case transport
}
