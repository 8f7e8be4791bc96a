/// Why an organiser puts somebody at the head of a waiting list, past those who came before.
public enum MoveUpReason: String, CaseIterable, Hashable, Sendable {
    case ourMistake = "our_mistake"
    /// They had a place until the capacity fell.
    case lostPlace = "lost_place"
    /// They have needs that this session meets and others do not.
    case access
    /// They speak, help or accompany somebody.
    case takesPart = "takes_part"
    case other
}
