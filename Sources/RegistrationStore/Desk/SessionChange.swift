public import Foundation
public import Registration

/// A change of one session that an organiser asks for.
public enum SessionChange: Hashable, Sendable {
    /// The whole form.
    case edit(SessionWishes)
    case capacity(Int)
    case publish(Bool)
    case cancel(Bool)
    /// Back to an earlier version.
    case goBack(to: Int)
}

/// How a change is to be made.
public struct ChangeTerms: Hashable, Sendable {
    /// Of the session that the organiser had before them; `nil`: whichever.
    public let version: Int?
    public let excess: Excess?
    /// What they were shown and agreed to.
    public let shown: ShownEffect?
    /// Only says what it would do.
    public let isDryRun: Bool

    public init(version: Int?, excess: Excess? = nil, shown: ShownEffect? = nil, isDryRun: Bool) {
        self.version = version
        self.excess = excess
        self.shown = shown
        self.isDryRun = isDryRun
    }
}

/// What another organiser has made of a session meanwhile.
public struct SessionSince: Hashable, Sendable {
    public let was: SessionFacts
    public let now: SessionFacts
    public let at: Date
    /// The address of the account; `nil`: not an account.
    public let by: String?
}

/// How making a session ended.
public enum SessionCreation: Hashable, Sendable {
    case created
    case noEdition
    case refused([SessionRefusal])
}

/// How saving a venue, room or host ended.
public enum DeskSaving: Hashable, Sendable {
    case saved
    /// It is not there any more.
    case unknown
    /// Its slug or name is another one's.
    case taken
    /// A session in the room, by its slug, is larger.
    case belowSession(String, capacity: Int)
}
