/// How a session is held.
public enum Format: String, CaseIterable, Codable, Hashable, Sendable {
    case workshop
    case talk
    case roundTable = "round_table"
    case visit
    case training
    case meeting
}
